// Makes the start of a reply or a forwarded mail: recipients, subject, and the quoted mail as it is displayed.
import { escapeHtml, longDate } from './dom.js'
import { account } from './transport.js'

const BORDER = 'margin: 0px 0px 0px 0.8ex; border-left: 1px solid rgb(204, 204, 204); padding-left: 1ex;'

/** Returns the quote of `message` from the HTML on the page: proxied images stay proxied, as in Gmail. */
function quoted(message, html) {
  const { name, address } = message.from
  const said = `On ${longDate(message.at)} ${escapeHtml(name)} &lt;${escapeHtml(address)}&gt; wrote:<br>`
  return `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${said}</div>` +
    `<blockquote class="gmail_quote" style="${BORDER}">${html}</blockquote></div>`
}

/** Returns the account's addresses, with its aliases. */
const mine = () => [account.person, ...account.person.aliases].map((one) => one.address)

/** Returns the start of an inline reply to the sender or to all, from the address to which the mail was sent. */
export function replyTo(thread, message, html, all) {
  const own = mine()
  const others = (people) => people.filter((p) => !own.includes(p.address))
  const sent = own.includes(message.from.address)
  const to = sent ? message.to : all ? [message.from, ...others(message.to)] : [message.from]
  const from = sent ? message.from : [...message.to, ...message.cc].find((p) => own.includes(p.address))
  return {
    ...begun(thread, message), inReplyTo: message.messageId, from, to, cc: all ? others(message.cc) : [],
    subject: prefixed('Re', message.subject), quote: quoted(message, html),
  }
}

/** Returns the start of a forwarded mail: with the quote in the text, and without recipients. */
export function forward(thread, message, html) {
  const people = message.to.map((p) => `${escapeHtml(p.name)} &lt;${escapeHtml(p.address)}&gt;`).join(', ')
  const head = `---------- Forwarded message ---------<br>From: <strong>${escapeHtml(message.from.name)}</strong> ` +
    `&lt;${escapeHtml(message.from.address)}&gt;<br>Date: ${longDate(message.at)}<br>` +
    `Subject: ${escapeHtml(message.subject)}<br>To: ${people}<br>`
  const quote = `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${head}</div><br><br>${html}</div>`
  return { ...begun(thread, message), forward: true, subject: prefixed('Fwd', message.subject), html: `<br><br>${quote}` }
}

const begun = (thread, message) => ({
  inline: true, threadGid: thread.threadGid, parentGid: message.gid,
  archives: thread.messages.filter((m) => m.labels.includes('INBOX')).map((m) => m.gid),
})

const prefixed = (word, subject) => (subject.toLowerCase().startsWith(`${word.toLowerCase()}:`) ? subject : `${word}: ${subject}`)
