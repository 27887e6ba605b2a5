// Builds the recipient fields: inputs that turn addresses into chips.
import { el } from './dom.js'
import { account } from './transport.js'

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/

/** Builds one field (`to`, `cc` or `bcc`). Its `people()` first makes a chip of text that was typed, then returns the recipients. */
export function recipientField(name, label, start, changed) {
  const list = el('div', { class: 'aoD az9', role: 'listbox', 'aria-orientation': 'horizontal' })
  const input = el('input', {
    class: 'agP aFw', type: 'text', role: 'combobox', 'aria-label': `${label} recipients`, autocomplete: 'off',
    'aria-expanded': 'false', list: 'sandbox-people', peoplekit: name,
  })
  const take = () => {
    const people = parse(input.value)
    if (!people.length) return
    list.append(...people.map((person) => chip(person, changed)))
    input.value = ''
    changed()
  }
  input.addEventListener('keydown', (event) => {
    if (['Enter', ',', ';', 'Tab'].includes(event.key) && input.value.trim()) {
      if (event.key !== 'Tab') event.preventDefault()
      take()
    } else if (event.key === 'Backspace' && !input.value && list.lastChild) {
      list.lastChild.remove()
      changed()
    }
  })
  input.addEventListener('blur', take)
  list.append(...start.map((person) => chip(person, changed)))
  const field = el('div', { class: 'anm', name }, el('span', { class: 'aHn' }, label), list, input)
  const people = () => {
    take()
    return [...list.children].map(({ dataset }) => ({ address: dataset.hovercardId, name: dataset.name }))
  }
  return { field, input, people, leftOver: () => input.value.trim() }
}

function chip({ address, name }, changed) {
  const node = el('div', {
    class: 'afp', role: 'option', 'data-name': name || address, 'data-hovercard-id': address, tabindex: '-1',
  }, el('span', { class: 'afq' }, name || address))
  const away = () => {
    node.remove()
    changed()
  }
  node.append(el('span', { class: 'afr', role: 'button', 'aria-label': `Remove ${address}`, onclick: away }, '×'))
  return node
}

function parse(text) {
  const known = (address) => account.people.find((p) => p.address === address.toLowerCase())?.name
  return text.split(/[,;]/).flatMap((piece) => {
    const [, name, inner] = piece.match(/^\s*(.*?)\s*<([^<>]+)>\s*$/) ?? [null, '', piece.trim()]
    return ADDRESS.test(inner) ? [{ address: inner, name: name || known(inner) || '' }] : []
  })
}
