// Building elements without innerHTML, and the one place where a mail's HTML becomes elements.

/** An element with attributes (null: left out), event handlers (`onclick`…) and children. */
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

/** A Gmail button: a div with a role, worked by click, Enter and Space. */
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

/** Show HTML that the server has made safe, or that came out of our own editor. */
export function showHtml(node, html) {
  node.innerHTML = policy.createHTML(html)
}

export const escapeHtml = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign])

const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' })
const hour = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' })
const full = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' })

/** A list's date: the time for today, the day for older mails. */
export function shortDate(ms) {
  const then = new Date(ms)
  return then.toDateString() === new Date().toDateString() ? hour.format(then) : day.format(then)
}

/** "Tue, Jan 17, 2023 at 11:18 AM", as in Gmail's quotes. */
export const longDate = (ms) => `${full.format(ms)} at ${hour.format(ms)}`
