// Builds more controls of a compose window: plain text, confidential mode, inline pictures, the sender.
import { button, el } from './dom.js'
import { account } from './transport.js'

/** Builds the choice of the sender's address; its `from()` returns the one chosen. Hidden if there is only one. */
export function fromField(start, changed) {
  const { address, name, aliases } = account.person
  const choices = [{ address, name }, ...aliases]
  const chosen = choices.find((one) => one.address === start?.address) ?? choices[0]
  const input = el('input', { type: 'hidden', name: 'from', value: chosen.address })
  const pick = el('select', { class: 'az2', 'aria-label': 'From', onchange: () => {
    input.value = pick.value
    changed()
  } }, ...choices.map((one) => el('option', { value: one.address }, `${one.name} <${one.address}>`)))
  pick.value = chosen.address
  const field = el('div', { class: 'anm', name: 'from' }, el('span', { class: 'aHn' }, 'From'), pick, input)
  field.classList.toggle('only', choices.length === 1)
  return { field, from: () => choices.find((one) => one.address === input.value) }
}

/** Builds the menu for plain text and confidential mode. `on`: {plain(flag), confidential(flag)}. */
export function moreOptions(start, on) {
  const item = (name, label, act) => {
    const node = button({ class: 'J-N', role: 'menuitemcheckbox', 'aria-checked': 'false', 'data-option': name }, label, () => {
      const now = node.getAttribute('aria-checked') !== 'true'
      node.setAttribute('aria-checked', String(now))
      menu.hidden = true
      act(now)
    })
    return node
  }
  const menu = el('div', { class: 'J-M more', role: 'menu', hidden: '' },
    item('plain', 'Plain text mode', on.plain), item('confidential', 'Confidential mode', on.confidential))
  if (start.plain != null) menu.firstChild.setAttribute('aria-checked', 'true')
  const open = button({ class: 'wG J-Z-I', 'aria-label': 'More options', 'data-tool': 'more' }, '⋮', () => (menu.hidden = !menu.hidden))
  return [open, menu]
}

/** Builds the "Insert photo" button, which inserts the picture into the text as a `data:` URL. */
export function pictureTool(body, changed) {
  const file = el('input', { type: 'file', accept: 'image/*', multiple: '', name: 'picture', hidden: '' })
  file.addEventListener('change', async () => {
    for (const one of file.files) body.append(el('img', { src: await asData(one), alt: one.name }))
    file.value = ''
    changed()
  })
  const keepCaret = (event) => event.preventDefault()
  const attributes = { class: 'wG J-Z-I', 'aria-label': 'Insert photo', 'data-tool': 'picture', onmousedown: keepCaret }
  return [button(attributes, 'Photo', () => file.click()), file]
}

function asData(file) {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result)
    reader.readAsDataURL(file)
  })
}
