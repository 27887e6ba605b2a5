/** Builds and changes elements without parsing HTML. */

type Given = { class?: string; text?: string; attributes?: Record<string, string> };

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  given: Given = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (given.class !== undefined) made.className = given.class;
  if (given.text !== undefined) made.textContent = given.text;
  for (const [key, value] of Object.entries(given.attributes ?? {})) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Sets the text only if it changes: in Gmail, each write would trigger the mutation observer. */
export function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

export function setAttribute(node: HTMLElement, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
