// Shows a folder: one row for each conversation, which is rebuilt only if it changes.
import { button, el, shortDate } from './dom.js'

let rowNumber = 0x2a

/** Builds the list. Its `show(answer)` updates it; `open(row)` is called when a row is chosen, `turn(by)` for another
 * page. The button above the list rebuilds all rows, as Gmail's does. */
export function threadList(folder, { open, turn, reload }) {
  const body = el('tbody')
  const empty = el('p', { class: 'TC' }, 'Nothing here.')
  const known = new Map()
  const again = () => (body.replaceChildren(), known.clear(), reload())
  const [bar, pages] = toolbar(again, turn)
  const table = el('table', { class: 'F cf zt', role: 'grid' }, body)
  const node = el('div', { class: 'ae4 UI' }, bar, el('div', { class: 'Cp' }, table), empty)
  const show = ({ threads: rows, start, total }) => {
    empty.hidden = rows.length > 0
    pages(start, rows.length, total)
    const shown = rows.map((row) => entryOf(row, known, () => rowNode(folder, row, open, known.get(row.threadId)?.node.id)))
    for (const [id, entry] of known) if (!shown.includes(entry)) entry.node.remove(), known.delete(id)
    shown.forEach(({ node: row }, place) => {
      if (body.children[place] !== row) body.insertBefore(row, body.children[place] ?? null)
    })
  }
  return { node, show }
}

/** Returns the existing row, or a new one if something in it has changed. */
function entryOf(row, known, build) {
  const text = JSON.stringify([row, shortDate(row.at)])
  const before = known.get(row.threadId)
  if (before?.text === text) return before
  const entry = { text, node: build() }
  before?.node.replaceWith(entry.node)
  known.set(row.threadId, entry)
  return entry
}

function toolbar(again, turn) {
  const range = el('span', { class: 'Dj' })
  const step = (label, sign, by) => button({ class: 'T-I J-J5-Ji amD', 'aria-label': label }, sign, () => turn(by))
  const [newer, older] = [step('Newer', '‹', -1), step('Older', '›', 1)]
  const refresh = button({ class: 'T-I J-J5-Ji nu', 'aria-label': 'Refresh' }, '↻', again)
  const pages = (start, count, total) => {
    range.replaceChildren(total ? `${start + 1}–${start + count} of ${total}` : '')
    newer.hidden = start === 0
    older.hidden = start + count >= total
  }
  return [el('div', { class: 'aeH', role: 'toolbar' }, refresh, range, newer, older), pages]
}

function rowNode(folder, row, open, id) {
  const ids = { 'data-thread-id': `#${row.threadGid}`, 'data-legacy-thread-id': row.threadId, 'data-legacy-last-message-id': row.lastId }
  const subject = el('span', { class: 'bog' }, el('span', ids, row.subject || '(no subject)'))
  const words = el('div', { class: 'xS', role: 'link' }, el('div', { class: 'xT' }, labels(row.shown),
    el('div', { class: 'y6' }, subject), el('span', { class: 'y2' }, ` – ${row.snippet}`)))
  const tr = el('tr', { class: `zA ${row.unread ? 'zE' : 'yO'}`, id: id ?? `:${(rowNumber++).toString(36)}`, role: 'row', tabindex: '0' },
    el('td', { class: 'yX xY', role: 'gridcell' }, el('div', { class: 'yW' }, people(folder, row),
      row.count > 1 ? el('span', { class: 'bx0' }, String(row.count)) : '')),
    el('td', { class: 'xY a4W', role: 'gridcell' }, words),
    el('td', { class: 'yf xY' }, ''),
    el('td', { class: 'xW xY', role: 'gridcell' }, shortDate(row.at)))
  tr.addEventListener('click', () => open(row))
  tr.addEventListener('keydown', (event) => event.key === 'Enter' && open(row))
  return tr
}

const people = (folder, row) => el('span', { class: 'bA4' },
  folder === 'inbox' ? row.from.name : `To: ${row.to.map((p) => p.name).join(', ')}`)

const labels = (names) => names.length
  ? el('div', { class: 'yi' }, ...names.map((name) => el('div', { class: 'at', title: name }, el('div', { class: 'av' }, name))))
  : ''
