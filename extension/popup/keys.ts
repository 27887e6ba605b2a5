/**
 * Adds the popup's keyboard shortcuts: arrow keys move in the list, "/" focuses the search field, M and R press
 * the buttons of a row.
 */
import { byId } from "../lib/ui/by-id";

export function drawKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = targetOf(event);
    if (target === null) return;
    event.preventDefault();
    target.focus();
    if (target instanceof HTMLButtonElement) target.click();
  });
}

function targetOf({ key, target }: KeyboardEvent): HTMLElement | null {
  if (key === "ArrowDown") return neighbour(target, 1);
  if (key === "ArrowUp") return neighbour(target, -1);
  if (target instanceof HTMLInputElement) return null;
  if (key === "/") return byId("search");
  const known = key === "m" || key === "r";
  return known ? (rowOf(target)?.querySelector<HTMLElement>(`[data-key=${key}]`) ?? null) : null;
}

/** Returns the link of the row `step` rows away from `from`; above the first row, the search field. */
function neighbour(from: EventTarget | null, step: number): HTMLElement | null {
  const links = [...document.querySelectorAll<HTMLElement>("a.message")];
  const at = links.findIndex((link) => rowOf(from)?.contains(link));
  if (at === -1 && step < 0) return null;
  return links[at + step] ?? (at === 0 && step < 0 ? byId("search") : null);
}

function rowOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("li") : null;
}
