// A compose as a window of the browser's own: it ends with the mail.
import { Compose } from './compose.js'
import { startOf } from './drafts.js'
import { suggestPeople } from './people.js'
import { account, ask } from './transport.js'

const place = document.querySelector('.AO')
const draft = new URLSearchParams(location.search).get('draft')
const kept = draft ? await ask(`drafts/${draft}`) : null
const start = kept ? startOf(kept.threadGid, kept.message) : {}

suggestPeople()
// After a send there is still time to undo it; then the window has done its work.
let closing = 0
new Compose({ ...start, popout: true }, (node) => (clearTimeout(closing), place.replaceChildren(node)), (how) => {
  if (how !== 'undone') closing = setTimeout(() => window.close(), how === 'sent' ? account.undoMs + 500 : 0)
})
