// Builds elements without innerHTML; only showHtml makes elements from a mail's HTML.

/** Builds an element with attributes (null: left out), event handlers (`onclick`…) and children. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else node.setAttribute(name, value)
  }
  node.append(...children)
  return node
}

/** Builds a button as Gmail does: a div with a role, which reacts to a click, Enter and Space. */
export function button(attributes, label, act) {
  const pressed = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act(event)
  }
  return el('div', { role: 'button', tabindex: '0', onclick: act, onkeydown: pressed, ...attributes }, label)
}

const policy = window.trustedTypes?.createPolicy('stand-in-gmail', { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
}

/** Shows HTML that the server has sanitised, or that is from our own editor. */
export function showHtml(node, html) {
  node.innerHTML = policy.createHTML(html)
}

export const escapeHtml = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign])

const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' })
const hour = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' })
const full = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' })

/** Returns the date for a list: the time of a mail from today, the day of an older mail. */
export function shortDate(ms) {
  const then = new Date(ms)
  return then.toDateString() === new Date().toDateString() ? hour.format(then) : day.format(then)
}

/** Returns a date as in Gmail's quotes: "Tue, Jan 17, 2023 at 11:18 AM". */
export const longDate = (ms) => `${full.format(ms)} at ${hour.format(ms)}`
