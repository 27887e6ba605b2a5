/** Makes popovers in the browser's top layer, where no element of Gmail can clip them. */
import { setAttribute } from "../../lib/ui/element";
import { keepEventsFromGmail } from "../click";
import { schemeOf } from "../color-scheme";

const GAP = 8;
const NARROWEST_SPACE = 180;

export type Popover = { isOpen(): boolean; place(): void };

/** Makes `root`, which must be in the page, a popover of `opener`. `opened` is called each time it opens. */
export function makePopover(
  root: HTMLElement,
  opener: HTMLButtonElement,
  opened: () => void,
): Popover {
  root.popover = "auto";
  // Not "dialog": Gmail and other extensions would take it for a compose window.
  root.setAttribute("role", "group");
  root.setAttribute("data-testid", "sightline-panel");
  root.tabIndex = -1;
  const isOpen = (): boolean => root.matches(":popover-open");
  const place = (): void => placeAbove(root, opener);
  keepEventsFromGmail(opener);
  keepEventsFromGmail(root);
  // The browser closes the popover at a press outside, which includes a press on the opener.
  let wasOpen = false;
  opener.addEventListener("pointerdown", () => {
    wasOpen = isOpen();
  });
  opener.addEventListener("click", () => {
    if (!wasOpen && !isOpen()) open(root, opener, opened, place);
    else if (isOpen()) root.hidePopover();
    wasOpen = false;
  });
  root.addEventListener("toggle", () => setAttribute(opener, "aria-expanded", String(isOpen())));
  // Escape would also close Gmail's compose window.
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !isOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    root.hidePopover();
    opener.focus();
  };
  for (const node of [root, opener]) node.addEventListener("keydown", onEscape);
  return { isOpen, place };
}

function open(root: HTMLElement, opener: HTMLElement, opened: () => void, place: () => void): void {
  root.dataset.scheme = schemeOf(opener);
  root.showPopover();
  opened();
  place();
  (root.querySelector<HTMLElement>("input:enabled, button:not([hidden])") ?? root).focus();
}

function placeAbove(root: HTMLElement, opener: HTMLElement): void {
  if (!root.matches(":popover-open")) return;
  const { top, bottom, left } = opener.getBoundingClientRect();
  const above = top - 2 * GAP;
  const below = window.innerHeight - bottom - 2 * GAP;
  const up = above >= NARROWEST_SPACE || above >= below;
  const { style } = root;
  style.maxHeight = `${Math.max(up ? above : below, 0)}px`;
  style.top = up ? "auto" : `${bottom + GAP}px`;
  style.bottom = up ? `${window.innerHeight - top + GAP}px` : "auto";
  const widest = document.documentElement.clientWidth - root.offsetWidth - GAP;
  style.left = `${Math.max(GAP, Math.min(left - 2 * GAP, widest))}px`;
}
