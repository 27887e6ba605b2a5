// Changes the form of sync requests and answers, as Gmail may one day: `?shape=` in the page's URL chooses how.

/** One of `moved`, `labels`, `send-label`, `bytes`, `blob`, `coded`, `path`, `responses`; empty for the captured form. */
export const shape = new URLSearchParams(location.search).get('shape') ?? ''

const LABELS = { '^r': '^d', '^r_bt': '^d_bt', '^pfg': '^out', '^scheduled': '^later' }

/** Returns the last part of the endpoint's path. */
export const endpoint = () => (shape === 'path' ? 'w' : 's')

/** Returns the request in the chosen form. */
export const reshaped = (request) => messagesIn(request, (m) => {
  // In 2022, Gmail moved every field by one place (gmail.js#721).
  if (shape === 'moved') return [null, ...m]
  if (shape === 'send-label') return m.with(10, m[10].map((label) => (label === '^pfg' ? '^out' : label)))
  if (shape === 'labels') return m.with(10, m[10].map((label) => LABELS[label] ?? label))
  return m
})

function messagesIn(tree, change) {
  if (!Array.isArray(tree)) return tree
  const isMessage = tree.length > 10 && String(tree[0]).startsWith('msg-a:')
  return isMessage ? change(tree) : tree.map((branch) => messagesIn(branch, change))
}

/** Returns the body to send. */
export function bodyOf(text) {
  if (shape === 'bytes') return new TextEncoder().encode(text)
  if (shape === 'coded') return JSON.stringify(Array.from(text, (letter) => letter.codePointAt(0).toString(36)).join('.'))
  return shape === 'blob' ? new Blob([text], { type: 'application/json' }) : text
}

/** Returns an answer in the captured form; another one has objects with the keys 1, 2, 3 in place of arrays. */
export function answerOf(tree) {
  if (shape !== 'responses' || tree === null || typeof tree !== 'object') return tree
  const list = []
  for (const [place, branch] of Object.entries(tree)) list[place - 1] = answerOf(branch)
  return Array.from(list, (branch) => branch ?? null)
}
