/**
 * Feature: shows a status icon for each thread with tracked mails in Gmail's lists, and restores the icons after
 * Gmail has redrawn a list.
 */

import { isLegacyId } from "../../lib/protocol/guards/activity";
import { ask } from "../../lib/protocol/messages";
import type { ThreadStatus, ThreadStatuses } from "../../lib/protocol/shapes/activity";
import { setAttribute } from "../../lib/ui/element";
import { schemeOf } from "../color-scheme";
import { ROW, ROW_ICONS, ROW_SUBJECT, ROW_THREAD, WRITTEN } from "../selectors";
import type { Tab } from "../tab";
import { statusIcon } from "./thread-status";
import { showWhilePaired, type View } from "./while-paired";

const AT_ONCE = 500;
const RETRY_MS = 30_000;
const KNOWN_KEPT = 3000;

type Put = { readonly status: ThreadStatus; readonly icon: HTMLElement };

export function init(tab: Tab, signal: AbortSignal): void {
  showWhilePaired(tab, signal, new List((threads) => ask("page/thread-statuses", { threads })));
}

class List implements View {
  /** Null: the server knows no tracked mail in that thread. */
  private readonly known = new Map<string, ThreadStatus | null>();
  private readonly put = new WeakMap<Element, Put>();
  /**
   * Gmail's colour scheme. It is read at most once per update, because reading it costs a style computation.
   */
  private scheme: string | null = null;
  private asking = false;
  private again = false;
  private resting = 0;

  constructor(private readonly ask: (threads: string[]) => Promise<ThreadStatuses>) {}

  /** Updates the status icons of all rows, and asks for all unknown statuses in one request. */
  look(): void {
    const unknown = new Set<string>();
    this.scheme = null;
    for (const [row, thread] of rows()) {
      const status = this.known.get(thread);
      if (status === undefined) unknown.add(thread);
      this.tend(row, status ?? null);
    }
    if (unknown.size > 0) void this.fetch([...unknown]);
  }

  front(): void {
    this.look();
  }

  /**
   * Called when something has changed on the server. Asks again for the rows in view, and replaces their icons
   * after the answer.
   */
  renew(): void {
    this.resting = 0;
    const shown = new Set([...rows()].map(([, thread]) => thread));
    for (const thread of this.known.keys()) if (!shown.has(thread)) this.known.delete(thread);
    if (shown.size > 0) void this.fetch([...shown]);
  }

  /** Adapts the icons to Gmail's theme, which may have become dark or light. */
  recolour(): void {
    const icons = [...rows()].flatMap(([row]) => this.put.get(row)?.icon ?? []);
    const [scheme] = [...rows()].slice(0, 1).map(([row]) => schemeOf(row));
    if (scheme !== undefined) for (const icon of icons) setAttribute(icon, "data-scheme", scheme);
  }

  /** Removes all icons: without a pairing there is nothing to show. */
  clear(): void {
    this.known.clear();
    for (const [row] of rows()) this.remove(row);
  }

  private tend(row: Element, status: ThreadStatus | null): void {
    const before = this.put.get(row);
    if (before === undefined && status === null) return;
    if (before !== undefined && before.status === status && row.contains(before.icon)) return;
    this.remove(row);
    if (status === null) return;
    this.scheme ??= schemeOf(row);
    const icon = statusIcon(status, this.scheme);
    if (place(row, icon)) this.put.set(row, { status, icon });
  }

  private remove(row: Element): void {
    this.put.get(row)?.icon.remove();
    this.put.delete(row);
  }

  private async fetch(threads: string[]): Promise<void> {
    if (performance.now() < this.resting) return;
    this.again ||= this.asking;
    if (this.asking) return;
    this.asking = true;
    const asked = threads.slice(0, AT_ONCE);
    const statuses = await this.ask(asked).catch(() => null);
    this.asking = false;
    this.take(asked, statuses);
    if (this.again) {
      this.again = false;
      this.renew();
    }
  }

  private take(asked: readonly string[], statuses: ThreadStatuses | null): void {
    if (statuses === null || !asked.every((thread) => statuses[thread] !== undefined))
      this.resting = performance.now() + RETRY_MS;
    for (const thread of asked) {
      const status = statuses?.[thread];
      if (status !== undefined) this.remember(thread, status);
    }
    if (statuses !== null) this.look();
  }

  private remember(thread: string, status: ThreadStatus | null): void {
    // An unchanged status stays the same object, so its row is not redrawn.
    const before = this.known.get(thread);
    if (before === undefined || JSON.stringify(before) !== JSON.stringify(status))
      this.known.set(thread, status);
    const oldest = this.known.keys().next().value;
    if (this.known.size > KNOWN_KEPT && oldest !== undefined) this.known.delete(oldest);
  }
}

/** Yields each row with its thread. Skips elements inside a mail that imitate a row. */
function* rows(): Generator<[Element, string]> {
  for (const row of document.querySelectorAll(ROW)) {
    const thread = row.querySelector(ROW_THREAD)?.getAttribute("data-legacy-thread-id");
    if (isLegacyId(thread) && row.closest(WRITTEN) === null) yield [row, thread];
  }
}

function place(row: Element, node: Element): boolean {
  const icons = row.querySelector(ROW_ICONS);
  if (icons !== null) icons.append(node);
  else row.querySelector(ROW_SUBJECT)?.prepend(node);
  return node.isConnected;
}
