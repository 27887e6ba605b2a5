// Builds the editor for a mail's body: a contenteditable, with links that are typed or inserted in a form.
import { button, el, showHtml } from './dom.js'

const TYPED_LINK = /(?:^|\s)(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])$/

const FIRST_LETTER = /\p{L}/u
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Builds the editor. Its `parts()` returns the text as [type, text]; its `plain(flag)` switches to plain text and
 * back. `changed` is called after each edit. */
export function bodyEditor(start, changed) {
  const body = el('div', {
    class: 'Am Al editable LW-avf', g_editable: 'true', role: 'textbox', contenteditable: 'true',
    'aria-label': 'Message Body', 'aria-multiline': 'true', tabindex: '1', hidefocus: 'true',
  })
  showHtml(body, start.html ?? '')
  body.addEventListener('beforeinput', (event) => {
    if (event.data === ' ' || event.inputType === 'insertParagraph') linkTyped()
  })
  body.addEventListener('input', changed)
  // The plain-text field comes first and has the same label, as in Gmail.
  const words = el('textarea', { class: 'Ak', 'aria-label': 'Message Body', hidden: '', tabindex: '-1', oninput: changed })
  const field = el('div', { class: 'Ap' }, words, body)
  const plain = (flag) => {
    if (flag === !words.hidden) return
    if (flag) words.value = body.innerText
    else body.innerText = words.value
    words.hidden = !flag
    body.hidden = flag
  }
  if (start.plain != null) plain(true), (words.value = start.plain)
  const append = (html) => {
    const rest = el('div')
    showHtml(rest, html)
    body.append(...rest.childNodes)
  }
  const isPlain = () => !words.hidden
  const html = () => `<div dir="${direction(body.textContent)}">${body.innerHTML}</div>`
  return { field, body, append, plain, isPlain, parts: () => [[0, isPlain() ? words.value : html()]] }
}

/** Returns the direction of a text, which its first letter determines, as in Gmail. */
const direction = (text) => (RIGHT_TO_LEFT.test(FIRST_LETTER.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr')

function linkTyped() {
  const { anchorNode: node, anchorOffset: offset, isCollapsed } = getSelection()
  if (!isCollapsed || node?.nodeType !== Node.TEXT_NODE || node.parentElement.closest('a')) return
  const url = node.data.slice(0, offset).match(TYPED_LINK)?.[1]
  if (!url) return
  const words = node.splitText(offset - url.length)
  const rest = words.splitText(url.length)
  const link = el('a', { href: url })
  words.replaceWith(link)
  link.append(words)
  getSelection().collapse(rest, 0)
}

/** Builds the "Insert link" button and its form for text and address. */
export function linkTool(body, changed) {
  const text = el('input', { type: 'text', placeholder: 'Text', 'aria-label': 'Link text', name: 'link-text' })
  const url = el('input', { type: 'url', placeholder: 'https://…', 'aria-label': 'Link address', name: 'link-url' })
  let place = null
  const form = el('form', { class: 'link-form', hidden: '' }, text, url, el('button', {}, 'Insert'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!url.value) return
    insert(body, place, el('a', { href: url.value }, text.value || url.value))
    form.reset()
    form.hidden = true
    changed()
  })
  const open = () => {
    const selection = getSelection()
    place = selection.rangeCount && body.contains(selection.anchorNode) ? selection.getRangeAt(0) : null
    text.value = place?.toString() ?? ''
    form.hidden = !form.hidden
    if (!form.hidden) (text.value ? url : text).focus()
  }
  // Pressing the button must not move the caret out of the body.
  const keepCaret = (event) => event.preventDefault()
  const attributes = { class: 'wG J-Z-I', 'aria-label': 'Insert link', 'data-tool': 'link', onmousedown: keepCaret }
  return [button(attributes, 'Link', open), form]
}

function insert(body, place, node) {
  if (place) {
    place.deleteContents()
    place.insertNode(node)
  } else body.append(node)
  getSelection().collapse(node.parentNode, [...node.parentNode.childNodes].indexOf(node) + 1)
  body.focus()
}
