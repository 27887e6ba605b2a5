/** Feature: freezes a compose window while its mail is handed over, so that no key or click reaches it. */
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

/** Call this before any script of the page runs, because listeners run in the order of registration. */
export function init(_tab: Tab, signal: AbortSignal): void {
  for (const kind of KINDS) window.addEventListener(kind, stop, { capture: true, signal });
}

export function freeze(root: Element, frozen: boolean): void {
  root.toggleAttribute(FROZEN, frozen);
}

/** Blocks an event in a frozen window, except in our panel, which shows the progress. */
function stop(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest(`[${FROZEN}]`) === null) return;
  if (target.closest(".sightline-panel") !== null) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
