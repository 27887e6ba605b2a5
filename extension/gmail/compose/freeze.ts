/** Feature: keeps a compose window still while its mail is handed over; no key and no press reaches it. */
import type { Tab } from "../tab";

const FROZEN = "data-sightline-frozen";
const KINDS = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "click",
  "dblclick",
  "auxclick",
  "keydown",
  "keypress",
  "keyup",
  "beforeinput",
  "paste",
  "drop",
];

/** Call before any script of the page: whoever listens first is asked first. */
export function init(_tab: Tab, signal: AbortSignal): void {
  for (const kind of KINDS) window.addEventListener(kind, stop, { capture: true, signal });
}

export function freeze(root: Element, frozen: boolean): void {
  root.toggleAttribute(FROZEN, frozen);
}

/** Our own panel stays of use: it says what is going on. */
function stop(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest(`[${FROZEN}]`) === null) return;
  if (target.closest(".sightline-panel") !== null) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
