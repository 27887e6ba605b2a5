/** Builds the popup's search field and the filters below it. */

import { type Key, say } from "../lib/i18n/texts";
import type { FeedFilter } from "../lib/protocol/shapes/activity";
import { byId } from "../lib/ui/by-id";
import { element } from "../lib/ui/element";

export type Find = { readonly q: string; readonly filter: FeedFilter };

const TYPING_MS = 200;
const FILTERS: readonly (readonly [FeedFilter, Key, Key])[] = [
  ["", "filter_all", "filter_all_title"],
  ["unopened", "filter_unopened", "filter_unopened_title"],
  ["opened_today", "filter_opened_today", "filter_opened_today_title"],
  ["clicked", "filter_clicked", "filter_clicked_title"],
];

/** Binds the field and builds the filters. `changed` is called shortly after each change. */
export function finder(changed: (find: Find) => void): void {
  let filter: FeedFilter = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const field = byId<HTMLInputElement>("search");
  const tell = (): void => changed({ q: field.value.trim(), filter });
  const buttons = FILTERS.map(([name, label, title]) => {
    const button = filterButton(name, say(label), say(title));
    button.addEventListener("click", () => {
      filter = name;
      for (const other of buttons) other.ariaPressed = String(other === button);
      tell();
    });
    return button;
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tell, TYPING_MS);
  });
  byId("filters").replaceChildren(...buttons);
}

function filterButton(name: FeedFilter, text: string, title: string): HTMLButtonElement {
  return element("button", {
    class: "filter",
    text,
    attributes: {
      type: "button",
      title,
      "aria-pressed": String(name === ""),
      "data-testid": `filter-${name === "" ? "all" : name}`,
    },
  });
}
