// The bar at the bottom left: what just happened, with an action while it can be undone.
import { button, el } from './dom.js'

const STAYS_MS = 5000
const bar = document.querySelector('.vh')
let timer = 0

/** Say something; `action`: {label, act, ms} offers a button for that long. */
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
