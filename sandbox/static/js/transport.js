// Sends the page's requests. This file keeps the prototypes' functions when it runs, so a script that wants to see
// the requests must have patched the prototypes at document_start, as in Gmail.

import { answerOf, bodyOf, endpoint, reshaped, shape } from './shapes.js'

const boot = JSON.parse(document.body.dataset.boot)
const { open, send, setRequestHeader } = XMLHttpRequest.prototype
const fetchNow = window.fetch
const transport = new URLSearchParams(location.search).get('transport') === 'fetch' ? 'fetch' : 'xhr'
let requests = 0

/** The account that the page belongs to: {number, undoMs, person, people}. */
export const account = boot

const root = `/mail/u/${boot.number}`

/** Requests JSON from the sandbox's own endpoints. */
export async function ask(path, method = 'GET') {
  const answer = await fetchNow.call(window, `${root}/${path}`, { method })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`)
  return answer.json()
}

/** Sends a sync request, with a body in Gmail's form, and returns the parsed answer. */
export async function sync(request) {
  const query = `hl=en&c=${requests++}&rt=r&pt=ji&transport=${transport}&shape=${shape}`
  const url = `/sync/u/${boot.number}/i/${endpoint()}?${query}`
  const body = bodyOf(JSON.stringify(reshaped(request)))
  return answerOf(JSON.parse(transport === 'fetch' ? await byFetch(url, body) : await byXhr(url, body)))
}

function byXhr(url, body) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    open.call(xhr, 'POST', url, true)
    setRequestHeader.call(xhr, 'Content-Type', 'application/json')
    xhr.onreadystatechange = () => {
      if (xhr.readyState !== XMLHttpRequest.DONE) return
      if (xhr.status === 200) resolve(xhr.responseText)
      else reject(trouble(xhr.status))
    }
    send.call(xhr, body)
  })
}

async function byFetch(url, body) {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetchNow.call(window, url, { method: 'POST', headers, body }).catch(() => ({ ok: false, status: 0 }))
  if (!answer.ok) throw trouble(answer.status)
  return answer.text()
}

/** Makes an error; its `offline` is true if there was no answer at all. */
const trouble = (status) => Object.assign(new Error(`sync: ${status}`), { offline: status === 0 })
