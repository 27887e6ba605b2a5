/** Draws the popup's list of mails. Rebuilds a row only when it changes, and keeps the focus. */
import type { FeedItem } from "../lib/protocol/shapes/activity";
import { type Actions, makeRow } from "./row";

export class Rows {
  private drawn = new Map<string, HTMLElement>();

  constructor(
    private readonly list: HTMLElement,
    private readonly actions: Actions,
  ) {}

  draw(items: readonly FeedItem[], now: number): void {
    const next = new Map(items.map((item) => [item.id, this.row(item, now)]));
    const nodes = [...next.values()];
    const same = nodes.every((node, at) => this.list.children[at] === node);
    this.drawn = next;
    if (same && nodes.length === this.list.childElementCount) return;
    const focused = focusIn(this.list);
    this.list.replaceChildren(...nodes);
    if (focused !== null) this.list.querySelector<HTMLElement>(focused)?.focus();
  }

  private row(item: FeedItem, now: number): HTMLElement {
    const before = this.drawn.get(item.id);
    const made = makeRow(item, now, this.actions);
    return before?.isEqualNode(made) ? before : made;
  }
}

/**
 * Returns a selector that finds the focused element of `list` again after a redraw; null if none has the focus.
 */
function focusIn(list: Element): string | null {
  const active = document.activeElement;
  const row = active?.closest("li");
  if (!row || !list.contains(active)) return null;
  const { id } = row.dataset;
  const testid = active?.getAttribute("data-testid");
  return `li[data-id="${CSS.escape(id ?? "")}"] [data-testid="${testid}"]`;
}
