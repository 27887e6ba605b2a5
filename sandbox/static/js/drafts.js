// Makes the start of a compose window from a saved draft, which keeps its ids.
import { el, showHtml } from './dom.js'

/** `message` is from the server. The result has no `quote`, because a saved draft contains its quote. */
export function startOf(threadGid, message) {
  return {
    gid: message.gid, threadGid, saved: true, to: message.to, cc: message.cc, bcc: message.bcc, from: message.from,
    subject: message.subject, inReplyTo: message.inReplyTo, html: inside(message.html), plain: message.plain,
  }
}

/** Returns a draft's HTML without the element that each save puts around the typed part. */
function inside(html) {
  const box = el('div')
  showHtml(box, html)
  const first = box.firstElementChild
  if (first?.matches('div[dir=ltr], div[dir=rtl]')) first.replaceWith(...first.childNodes)
  return box.innerHTML
}
