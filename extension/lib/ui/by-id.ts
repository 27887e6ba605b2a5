/** Returns the element with this id. Throws if there is none, because that is an error in the page. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found as E;
}

export function show(id: string, visible: boolean): void {
  byId(id).hidden = !visible;
}
