// A kept draft, as the start of a compose: the same mail under the same ids.
import { el, showHtml } from './dom.js'

/** `message` as the server tells it; `quote` is where an answer's quote would go, but a kept draft has it inside. */
export function startOf(threadGid, message) {
  return {
    gid: message.gid, threadGid, saved: true, to: message.to, cc: message.cc, bcc: message.bcc, from: message.from,
    subject: message.subject, inReplyTo: message.inReplyTo, html: inside(message.html), plain: message.plain,
  }
}

/** A draft's HTML without the wrapper that every save puts around the typed part. */
function inside(html) {
  const box = el('div')
  showHtml(box, html)
  const first = box.firstElementChild
  if (first?.matches('div[dir=ltr], div[dir=rtl]')) first.replaceWith(...first.childNodes)
  return box.innerHTML
}
