// Runs the page: shows the folder or conversation in the URL's hash, and checks for changes every two seconds.
import { Compose, openPopout } from './compose.js'
import { button, el } from './dom.js'
import { startOf } from './drafts.js'
import { threadList } from './list.js'
import { threadView } from './thread.js'
import { suggestPeople } from './people.js'
import { ask } from './transport.js'

const ASK_EVERY_MS = 2000
const main = document.querySelector('.AO')
const windows = document.querySelector('.no')
const FOLDERS = ['inbox', 'sent', 'scheduled', 'drafts']
let view = null
let answering = null

/** Reads the hash: `#inbox`, its second page `#inbox/p2`, or `#inbox/<legacy thread id>`. */
function route() {
  const [name, rest = ''] = location.hash.slice(1).split('/')
  const folder = FOLDERS.includes(name) ? name : 'inbox'
  const page = /^p[1-9]\d*$/.test(rest) ? Number(rest.slice(1)) : null
  return { folder, page: page ?? 1, threadId: page ? null : rest || null }
}

const compose = (start = {}) => new Compose(start, (node) => windows.append(node), again)

/** Opens a reply below the conversation, and closes a reply that is open there, which saves its draft. */
function reply(start, slot) {
  answering?.close()
  answering = new Compose(start, (node) => slot.replaceChildren(node), (how) => {
    if (how === 'archived') location.hash = '#inbox'
    return again()
  })
}

/** Opens a draft again, under the same ids. A scheduled mail is saved as a draft immediately. */
function edit(thread) {
  return async (message) => {
    const { message: whole } = message.labels.includes('DRAFT') ? await ask(`drafts/${message.gid}`) : { message }
    const draft = compose(startOf(thread.threadGid, whole))
    if (message.labels.includes('SCHEDULED')) {
      draft.edited = true
      await draft.save()
    }
    await again()
  }
}

function show() {
  const { folder, page, threadId } = route()
  for (const link of document.querySelectorAll('.side a')) {
    if (link.hash === `#${folder}`) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  answering?.close()
  answering = null
  view = threadId ? conversation(folder, threadId) : listing(folder, page)
  main.replaceChildren(view.node)
  return refresh()
}

function listing(folder, page) {
  const list = threadList(folder, {
    open: (row) => (location.hash = `#${folder}/${row.threadId}`),
    turn: (by) => (location.hash = `#${folder}/p${page + by}`),
    reload: again,
  })
  return { node: list.node, load: (since) => ask(`threads?folder=${folder}&page=${page}&since=${since}`), show: list.show }
}

function conversation(folder, threadId) {
  let thread = null
  const shown = threadView(reply, (message) => edit(thread)(message))
  const back = button({ class: 'lS', 'aria-label': 'Back' }, '← Back', () => (location.hash = `#${folder}`))
  const update = (answer) => {
    thread = answer
    shown.show(thread)
    if (thread.messages.some((m) => m.labels.includes('UNREAD'))) ask(`read/${threadId}`, 'POST')
  }
  return { node: el('div', {}, back, shown.node), load: (since) => ask(`threads/${threadId}?since=${since}`), show: update }
}

/** Updates the view after an action in this page. */
function again() {
  view.version = null
  return refresh()
}

/** Updates the view if something has changed. Ignores an answer if the view has changed since the request. */
async function refresh() {
  const current = view
  const since = current.version
  try {
    const answer = await current.load(since ?? '')
    if (current !== view || current.version !== since || answer.version === since) return
    current.version = answer.version
    current.show(answer)
  } catch (error) {
    if (current === view && !current.version) main.replaceChildren(el('p', { class: 'TC' }, String(error.message)))
  }
}

const opener = document.querySelector('[gh=cm]')
opener.addEventListener('click', (event) => (event.shiftKey ? openPopout() : compose()))
opener.addEventListener('keydown', (event) => ['Enter', ' '].includes(event.key) && compose())
suggestPeople()
addEventListener('hashchange', show)
setInterval(() => document.hidden || refresh(), ASK_EVERY_MS)
show()
