/** Shows toasts at the bottom of Gmail. */

import { type Key, say } from "../lib/i18n/texts";
import { element } from "../lib/ui/element";

const SHOWN_MS = 10_000;
const BRIEF_MS = 5000;

/** Shows `text` for ten seconds, or until it is dismissed. */
export function toast(text: string): void {
  const box = boxWith(text, "dismiss", (shown) => shown.remove());
  setTimeout(() => box.remove(), SHOWN_MS);
}

/** Shows good news for five seconds, or until the next toast. */
export function briefToast(text: string): void {
  const box = boxWith(text, "dismiss", (shown) => shown.remove());
  box.dataset.quiet = "true";
  setTimeout(() => box.remove(), BRIEF_MS);
}

/** Shows a toast that asks the person to reload the tab. It stays until the reload. */
export function reloadToast(): void {
  if (document.querySelector(".sightline-toast[data-reload]") !== null) return;
  const box = boxWith(say("stale_hint"), "stale_reload", () => location.reload());
  box.dataset.reload = "true";
}

function boxWith(text: string, action: Key, act: (box: HTMLElement) => void): HTMLElement {
  const button = element("button", {
    class: "sightline-close",
    text: say(action),
    attributes: { type: "button", "data-testid": `sightline-${action.replace("stale_", "")}` },
  });
  const attributes = { role: "status", "data-testid": "sightline-toast" };
  const box = element("div", { class: "sightline-toast", attributes });
  box.append(element("span", { text }), button);
  button.addEventListener("click", () => act(box));
  for (const quiet of place().querySelectorAll("[data-quiet]")) quiet.remove();
  place().append(box);
  return box;
}

/** Returns the stack of toasts, creating it on first use. */
function place(): HTMLElement {
  const known = document.querySelector<HTMLElement>("body > .sightline-toasts");
  if (known !== null) return known;
  const made = element("div", { class: "sightline-toasts" });
  document.body.append(made);
  return made;
}
