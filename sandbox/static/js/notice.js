// Shows at the bottom left what has just happened, with a button while it can be undone.
import { button, el } from './dom.js'

const STAYS_MS = 5000
const bar = document.querySelector('.vh')
let timer = 0

/** Shows `text`; `action`: {label, act, ms} adds a button for `ms` milliseconds. */
export function say(text, action = null) {
  clearTimeout(timer)
  const choice = action && button({ class: 'ag a8k', id: 'link_undo' }, action.label, () => {
    bar.hidden = true
    action.act()
  })
  bar.replaceChildren(el('span', { class: 'bAq' }, text), ...(choice ? [choice] : []))
  bar.hidden = false
  timer = setTimeout(() => (bar.hidden = true), action?.ms ?? STAYS_MS)
}
