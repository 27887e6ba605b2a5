// Builds compose windows and inline replies, with the roles and class names of Gmail's page.
import { recipientField } from './chips.js'
import { button, el } from './dom.js'
import { bodyEditor, linkTool } from './editor.js'
import { fromField, moreOptions, pictureTool } from './options.js'
import { scheduleMenu } from './schedule.js'

/** Builds the parts of one compose window. `on`: {changed, send, archive, schedule(due), close, discard, expand, popOut}. */
export function composeView(start, on) {
  const field = (name, label) => recipientField(name, label, start[name] ?? [], on.changed)
  const [to, cc, bcc] = [field('to', 'To'), field('cc', 'Cc'), field('bcc', 'Bcc')]
  const subject = el('input', {
    name: 'subjectbox', class: 'aoT', placeholder: 'Subject', 'aria-label': 'Subject', oninput: on.changed,
    value: start.subject ?? '', autocomplete: 'off',
  })
  const draft = el('input', { type: 'hidden', name: 'draft', value: start.saved ? `#${start.gid}` : 'undefined' })
  const sender = fromField(start.from, on.changed)
  const editor = bodyEditor(start, on.changed)
  const dots = start.quote ? button({ class: 'ajR', 'aria-label': 'Show trimmed content' }, '•••', on.expand) : ''
  const state = el('span', { class: 'oG', role: 'status' })
  const secret = el('div', { class: 'aL1', role: 'note', hidden: '' }, 'Confidential mode: readers can neither forward nor copy this mail.')
  const form = el('div', { class: 'M9' }, draft, sender.field,
    el('div', { class: 'GS' }, to.field, cc.field, bcc.field), subject,
    el('div', { class: 'aO7' }, editor.field, dots), secret, ...bottom(start, editor, state, secret, on))
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) on.send()
  })
  const node = placed(start, form, on)
  return {
    node, to, cc, bcc, subject, editor, dots, from: sender.from, isConfidential: () => !secret.hidden,
    named: (gid) => (draft.value = `#${gid}`), say: (text) => state.replaceChildren(text),
  }
}

function placed(start, form, on) {
  if (start.inline) return el('div', { class: 'ip adB' }, form, popOutButton(on.popOut))
  return start.popout ? el('div', { class: 'nH popped' }, form) : floating(start, form, on)
}

function floating(start, form, on) {
  const title = start.subject || 'New Message'
  const bigger = button({ class: 'Ha Hq', 'aria-label': 'Full screen (Shift for pop-out)' }, '⤢',
    (event) => (event.shiftKey ? on.popOut() : fullScreen(node, window)))
  const head = el('div', { class: 'aYF' }, el('span', { class: 'aYp' }, title), bigger,
    button({ class: 'Ha', 'aria-label': 'Save & close' }, '×', on.close))
  const dialog = el('div', { class: 'nH Hd', role: 'dialog', 'aria-label': title }, head, form)
  const window = el('div', { class: 'AD' }, el('div', { class: 'aoI' }, dialog))
  const node = el('div', { class: 'nH nn' }, window)
  return node
}

/** Moves the window to the part of the page for full screen, or back. */
function fullScreen(node, window) {
  if (window.parentElement !== node) {
    window.closest('.aSs').remove()
    node.append(window)
    return
  }
  document.body.append(el('div', { class: 'aSs' }, el('div', { class: 'aSt' }, window)))
}

const popOutButton = (act) => button({ class: 'M5 popout', 'aria-label': 'Pop out reply' }, '⤢', act)

function bottom(start, editor, state, secret, on) {
  const [link, linkForm] = linkTool(editor.body, on.changed)
  const [picture, file] = pictureTool(editor.body, on.changed)
  const [more, moreMenu] = moreOptions(start, {
    plain: (flag) => (editor.plain(flag), on.changed()),
    confidential: (flag) => (secret.hidden = !flag, on.changed()),
  })
  const menu = scheduleMenu(on.schedule)
  const discard = button({ class: 'og T-I-ax7', 'aria-label': 'Discard draft' }, 'Discard', on.discard)
  const row = el('tr', { class: 'btC' }, el('td', { class: 'gU Up' }, sendButtons(start, menu, on)),
    el('td', { class: 'gU a8X' }, el('div', { class: 'tools' }, link, picture, more)), el('td', { class: 'gU a0z' }, state),
    el('td', { class: 'gU az5' }, discard))
  return [linkForm, file, menu, moreMenu,
    el('div', { class: 'aDh' }, el('table', { class: 'IZ', role: 'group' }, el('tbody', {}, row)))]
}

/** Builds Send and its menu; in a reply, with "Send & archive" (`.Uo`) before them, which is a setting in Gmail. */
function sendButtons(start, menu, on) {
  const send = button({ class: 'T-I J-J5-Ji aoO v7 T-I-atl L3', 'aria-label': 'Send' }, 'Send', () => on.send())
  const later = button({ class: 'T-I J-J5-Ji hG T-I-atl L3', 'aria-haspopup': 'true', 'aria-label': 'More send options' },
    '▾', () => (menu.hidden = !menu.hidden))
  const archive = start.inline ? [button({ class: 'T-I J-J5-Ji Uo v7 T-I-atl L3', 'aria-label': 'Send & archive' }, 'Send & archive', on.archive)] : []
  return el('div', { class: 'J-J5-Ji btA' }, el('div', { class: 'dC' }, ...archive, send, later))
}
