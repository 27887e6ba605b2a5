// Handles a mail that is being written: saves the draft, sends, schedules, and undoes a send.
import { composeView } from './compose_view.js'
import { shortDate } from './dom.js'
import { say } from './notice.js'
import { account, ask, sync } from './transport.js'
import { newId, newSession, receipt, request } from './wire.js'

const SAVE_AFTER_MS = 1000
const DRAFT = ['^all', '^r', '^r_bt']
const CONFIDENTIAL = '^cfm'
const TRY_AGAIN_MS = 3000
const SEND = ['^all', '^pfg', '^f_bt', '^f_btns', '^f_cl']
const SCHEDULED = ['^all', '^scheduled', '^f_bt', '^f_btns', '^f_cl']

/** Opens a compose window in a separate browser window; `query` names its draft. */
export function openPopout(query = '') {
  window.open(`/mail/u/${account.number}/popout${query}`, '_blank', 'popup,width=640,height=620')
}

/** Waits until the browser says that it is online, but only for a moment, because the browser may be wrong. */
function online() {
  return new Promise((resolve) => {
    addEventListener('online', resolve, { once: true })
    setTimeout(resolve, TRY_AGAIN_MS)
  })
}

/** The ids of the drafts that are open in a compose window; a conversation does not show these. */
export const openDrafts = new Set()

/**
 * `start`: {gid, threadGid, saved, from, to, cc, bcc, subject, html, plain, quote, inline, popout, parentGid, inReplyTo,
 * archives}, all optional. `place(node)` must put the window on the page; `left(how)` is called when it was closed.
 */
export class Compose {
  constructor(start, place, left = () => {}) {
    this.start = start
    this.place = place
    this.left = left
    this.gid = start.gid ?? newId('msg')
    this.threadGid = start.threadGid ?? newId('thread')
    this.saved = start.saved ?? false
    this.quote = start.quote ?? null
    this.session = newSession()
    this.saves = 0
    this.edited = false
    this.timer = 0
    this.last = Promise.resolve()
    this.view = composeView(start, {
      changed: () => this.#changed(), send: () => this.send(), schedule: (due) => this.send(due),
      close: () => this.close(), discard: () => this.discard(), expand: () => this.#expand(),
      archive: () => this.send(null, true), popOut: () => this.#popOut(),
    })
    this.window = this.view.node.querySelector('.AD')
    this.#show()
  }

  #show() {
    openDrafts.add(this.gid)
    this.place(this.view.node)
    const { to, editor } = this.view
    if (!this.start.to?.length && !to.people().length) return to.input.focus()
    editor.body.focus()
    if (editor.body.querySelector('.gmail_quote')) return
    getSelection().selectAllChildren(editor.body)
    getSelection().collapseToEnd()
  }

  #hide() {
    openDrafts.delete(this.gid)
    clearTimeout(this.timer)
    this.view.node.remove()
    // A window in full screen is elsewhere in the page; when it is shown again, it must be in its own place.
    const elsewhere = this.window?.closest('.aSs')
    if (!elsewhere) return
    this.view.node.append(this.window)
    elsewhere.remove()
  }

  #changed() {
    this.edited = true
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), SAVE_AFTER_MS)
  }

  #expand() {
    this.view.editor.append(`<br><br>${this.quote}`)
    this.view.dots.remove()
    this.quote = null
    this.#changed()
  }

  /** Returns the mail as it is now; a collapsed quote is a separate part. */
  #mail(labels, due = null, archive = false) {
    const { to, cc, bcc, subject, editor, from } = this.view
    const parts = editor.parts()
    if (this.quote && !editor.isPlain()) parts.push([2, `<br>${this.quote}`])
    return {
      gid: this.gid, threadGid: this.threadGid, parentGid: this.start.parentGid, inReplyTo: this.start.inReplyTo,
      forward: this.start.forward,
      from: from(), to: to.people(), cc: cc.people(), bcc: bcc.people(), subject: subject.value,
      parts, labels, saved: this.saved, saves: ++this.saves, session: this.session, at: Date.now(), due,
      plain: editor.isPlain(), archived: archive ? this.start.archives ?? [] : [],
    }
  }

  /** Sends requests one by one: the form of a send depends on whether the draft was saved before. */
  #post(labels, due, archive) {
    const run = async () => {
      const answer = await sync(request(this.#mail(labels, due, archive)))
      this.saved = true
      this.view.named(this.gid)
      return receipt(answer, this.gid)
    }
    this.last = this.last.then(run, run)
    return this.last
  }

  /** Saves the draft if it was edited. */
  async save() {
    clearTimeout(this.timer)
    if (!this.edited) return
    this.edited = false
    this.view.say('Saving…')
    try {
      await this.#post(DRAFT)
      this.view.say('Draft saved')
    } catch {
      this.edited = true
      this.view.say('Draft not saved')
    }
  }

  /** Sends now, or at `due` (Unix milliseconds). Offers Undo while the send can be undone. */
  async send(due = null, archive = false) {
    const { to, cc, bcc } = this.view
    if (![to, cc, bcc].some((field) => field.people().length)) {
      this.view.say('Add at least one recipient.')
      return
    }
    this.edited = false
    this.#hide()
    const undo = { label: 'Undo', act: () => this.#undo(), ms: account.undoMs || 1 }
    say('Sending…')
    try {
      await this.#sent(due, archive)
      say(due ? `Send scheduled for ${shortDate(due)}` : 'Message sent', undo)
      this.left(archive ? 'archived' : 'sent')
    } catch {
      this.#show()
      say('Message not sent. Try again.')
    }
  }

  /** Tries to send until there is a connection. */
  async #sent(due, archive) {
    for (;;) {
      try {
        return await this.#post(this.#labels(due), due, archive)
      } catch (error) {
        if (!error.offline) throw error
        say('You are offline. The message is sent once you are online again.')
        await online()
      }
    }
  }

  #labels(due) {
    const labels = due ? SCHEDULED : this.#sendLabels()
    return this.view.isConfidential() ? [...labels, CONFIDENTIAL] : labels
  }

  #sendLabels() {
    const { to, cc, bcc } = this.view
    const self = [to, cc, bcc].some((field) => field.people().some((p) => p.address === account.person.address))
    return self ? [...SEND, '^i', '^u'] : SEND
  }

  /** Undoes a send: shows the draft again, under the same id, and saves it immediately. */
  async #undo() {
    this.#show()
    this.edited = true
    await this.save()
    say('Sending undone.')
    this.left('undone')
  }

  /** Closes the window and saves the draft. */
  async close() {
    this.#hide()
    await this.save()
    this.left()
  }

  /** Opens the draft in a separate browser window. */
  async #popOut() {
    this.edited = true
    await this.save()
    this.#hide()
    openPopout(`?draft=${encodeURIComponent(this.gid)}`)
    this.left()
  }

  /** Deletes the draft and closes the window. */
  async discard() {
    this.#hide()
    await this.last.catch(() => {})
    await ask(`drafts/${this.gid}`, 'DELETE')
    say('Draft discarded.')
    this.left()
  }
}
