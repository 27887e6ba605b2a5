// Suggests people while a recipient is typed.
import { el } from './dom.js'
import { account } from './transport.js'

/** Adds the suggestions to the page. Call this once. */
export function suggestPeople() {
  document.body.append(el('datalist', { id: 'sandbox-people' },
    ...account.people.map((p) => el('option', { value: p.address }, p.name))))
}
