// Shows an open conversation. A mail that is shown is not built again, because that would load its images again.
import { openDrafts } from './compose.js'
import { button, el, longDate, showHtml } from './dom.js'
import { forward, replyTo } from './quote.js'
import { account } from './transport.js'

/** Builds the conversation. Its `show(thread)` adds new mails; `reply(start, place)` is called to open a reply. */
export function threadView(reply, edit) {
  const title = el('h2', { class: 'hP' })
  const messages = el('div', { class: 'Bk', role: 'list' })
  const answer = el('div', { class: 'amn' })
  const slot = el('div', { class: 'aoP' })
  const node = el('div', { class: 'nH if' }, el('div', { class: 'ha' }, title), messages, answer, slot)
  const known = new Map()
  const show = (thread) => {
    title.replaceChildren(thread.subject || '(no subject)')
    title.setAttribute('data-thread-perm-id', thread.threadGid)
    title.setAttribute('data-legacy-thread-id', thread.threadId)
    const all = thread.messages.filter((m) => !(m.labels.includes('DRAFT') && openDrafts.has(m.gid)))
    for (const [name, { node: gone }] of known) {
      if (!all.some((m) => key(m) === name)) gone.remove(), known.delete(name)
    }
    all.forEach((message, place) => {
      if (known.has(key(message))) return
      const open = place === all.length - 1 || message.labels.includes('UNREAD')
      const shown = messageNode(message, open, edit)
      known.set(key(message), shown)
      messages.append(shown.node)
    })
    const last = all.filter((m) => !m.labels.includes('DRAFT')).at(-1)
    answer.replaceChildren(...(last ? replyButtons(thread, last, known.get(key(last)), (start) => reply(start, slot)) : []))
  }
  return { node, show }
}

const key = (message) => `${message.gid} ${message.id}`

function replyButtons(thread, message, shown, reply) {
  const start = (all) => () => reply(replyTo(thread, message, shown.html(), all))
  return [
    button({ class: 'ams bkH', 'data-action': 'reply' }, 'Reply', start(false)),
    button({ class: 'ams bkI', 'data-action': 'reply-all' }, 'Reply all', start(true)),
    button({ class: 'ams bkG', 'data-action': 'forward' }, 'Forward', () => reply(forward(thread, message, shown.html()))),
  ]
}

function messageNode(message, open, edit) {
  const content = el('div', { class: 'a3s aiL' })
  const body = el('div', { class: 'ii gt' }, content)
  const fill = () => {
    if (content.childNodes.length) return
    showHtml(content, message.html)
    if (message.clipped) body.append(clippedNote(message))
  }
  const node = el('div', {
    class: `adn ads ${open ? '' : 'kv'}`, role: 'listitem', 'data-message-id': `#${message.gid}`,
    'data-legacy-message-id': message.id,
  }, heading(message, edit), body)
  if (open) fill()
  node.querySelector('.gs').addEventListener('click', () => {
    fill()
    node.classList.remove('kv')
  })
  return { node, html: () => (fill(), content.innerHTML) }
}

/** Builds the note below the beginning of a mail that is clipped. */
function clippedNote(message) {
  const href = `/mail/u/${account.number}/whole/${message.id}`
  return el('div', { class: 'iX' }, '[Message clipped]\u00a0\u00a0', el('a', { class: 'vem', href, target: '_blank' }, 'View entire message'))
}

function heading(message, edit) {
  const { from, labels } = message
  const sender = el('span', { class: 'gD', email: from.address, name: from.name }, from.name)
  const people = [...message.to, ...message.cc, ...message.bcc]
  const readers = people.flatMap((p, i) => [i ? ', ' : 'to ', el('span', { class: 'g2', email: p.address, name: p.name }, p.name)])
  const waits = labels.includes('DRAFT') || labels.includes('SCHEDULED')
  const again = waits ? button({ class: 'edit-draft' }, labels.includes('DRAFT') ? 'Edit draft' : 'Cancel send', () => edit(message)) : ''
  return el('div', { class: 'gs' }, el('table', { class: 'cf gJ' }, el('tbody', {},
    el('tr', {}, el('td', { class: 'gF gK' }, sender, el('span', { class: 'go' }, ` <${from.address}>`)),
      el('td', { class: 'gH' }, el('span', { class: 'g3' }, longDate(message.at)))),
    el('tr', {}, el('td', { class: 'hb', colspan: '2' }, ...readers, again)))))
}
