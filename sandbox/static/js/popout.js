// Runs a compose window in a separate browser window, which closes when the mail is sent or closed.
import { Compose } from './compose.js'
import { startOf } from './drafts.js'
import { suggestPeople } from './people.js'
import { account, ask } from './transport.js'

const place = document.querySelector('.AO')
const draft = new URLSearchParams(location.search).get('draft')
const kept = draft ? await ask(`drafts/${draft}`) : null
const start = kept ? startOf(kept.threadGid, kept.message) : {}

suggestPeople()
// After a send, the window stays open for as long as the send can be undone.
let closing = 0
new Compose({ ...start, popout: true }, (node) => (clearTimeout(closing), place.replaceChildren(node)), (how) => {
  if (how !== 'undone') closing = setTimeout(() => window.close(), how === 'sent' ? account.undoMs + 500 : 0)
})
