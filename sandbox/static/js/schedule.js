// Builds the menu next to the Send button, which schedules a mail.
import { button, el } from './dom.js'

const MINUTE_MS = 60_000

function tomorrowMorning() {
  const then = new Date(Date.now() + 1440 * MINUTE_MS)
  return then.setHours(8, 0, 0, 0)
}

/** Builds the menu; `pick(dueMs)` is called with the time that was chosen. */
export function scheduleMenu(pick) {
  const at = el('input', { type: 'datetime-local', name: 'schedule-at', 'aria-label': 'Send at' })
  const go = (due) => {
    menu.hidden = true
    pick(due)
  }
  const menu = el('div', { class: 'J-M', role: 'menu', hidden: '' },
    el('p', {}, 'Schedule send'),
    button({ class: 'J-N', role: 'menuitem', 'data-due': 'minute' }, 'In one minute', () => go(Date.now() + MINUTE_MS)),
    button({ class: 'J-N', role: 'menuitem', 'data-due': 'morning' }, 'Tomorrow morning', () => go(tomorrowMorning())),
    el('form', {
      class: 'J-N-at',
      onsubmit: (event) => {
        event.preventDefault()
        if (at.value) go(new Date(at.value).getTime())
      },
    }, at, el('button', {}, 'Schedule')))
  return menu
}
