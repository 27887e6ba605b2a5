/** Feature: a live timeline below each tracked message of the open conversation. */

import { say } from "../../lib/i18n/texts";
import { isLegacyId } from "../../lib/protocol/guards/activity";
import { ask } from "../../lib/protocol/messages";
import type { Correction, Timeline, Timelines } from "../../lib/protocol/shapes/activity";
import type { Viewing } from "../../lib/protocol/shapes/page";
import { setAttribute } from "../../lib/ui/element";
import { schemeOf } from "../color-scheme";
import { CONTENT, MESSAGE, WRITTEN } from "../selectors";
import type { Tab } from "../tab";
import { toast } from "../toast";
import { fragmentOf, sourcesIn } from "./proxy-fragment";
import { type TimelineBox, timelineBox } from "./timeline";
import { showWhilePaired, type View } from "./while-paired";

const AT_ONCE = 20;
const LOOK_AGAIN_MS = 10_000;
const RETRY_MS = 30_000;
const KNOWN_KEPT = 500;

type Shown = { readonly id: string; readonly node: Element; readonly content: Element };

type ThreadWorker = {
  readonly timelines: (messages: string[]) => Promise<Timelines>;
  readonly mute: (message: string, muted: boolean) => Promise<unknown>;
  readonly correct: (event: string, correction: Correction | null) => Promise<unknown>;
  readonly viewing: (viewing: Viewing) => void;
};

export function init(tab: Tab, signal: AbortSignal): void {
  const worker: ThreadWorker = {
    timelines: (messages) => ask("page/timelines", { messages }),
    mute: (message, muted) => ask("page/mute", { message, muted }),
    correct: (event, correction) => ask("page/correct", { event, correction }),
    viewing: (viewing) => void ask("page/viewing", viewing).catch(() => {}),
  };
  const thread = new Thread(worker, (contents) =>
    fragmentOf(sourcesIn(contents), tab.state?.own ?? []),
  );
  showWhilePaired(tab, signal, thread);
}

class Thread implements View {
  /** Null: the server knows no tracked mail with that id. */
  private readonly known = new Map<string, Timeline | null>();
  private readonly boxes = new WeakMap<Element, { id: string; box: TimelineBox }>();
  /** Contents of messages that were reported as seen since the page last came to the front. */
  private reported = new WeakSet<Element>();
  private asking = false;
  private resting = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly worker: ThreadWorker,
    private readonly fragment: (contents: readonly Element[]) => Viewing["fragment"],
  ) {}

  look(): void {
    const shown = messages();
    const own = shown.filter(({ id }) => this.known.get(id));
    for (const message of own) this.draw(message);
    this.tellViewing(own);
    this.keepLive(own.length > 0);
    if (shown.some(({ id }) => !this.known.has(id))) void this.fetch(shown);
  }

  /** Asks the server again about the messages shown, because something may have changed there. */
  renew(): void {
    this.resting = 0;
    const shown = messages();
    for (const id of this.known.keys())
      if (!shown.some((message) => message.id === id)) this.known.delete(id);
    if (shown.length > 0) void this.fetch(shown);
  }

  /** Called when the page comes to the front: the messages that it shows count as seen now. */
  front(): void {
    this.reported = new WeakSet();
    this.renew();
  }

  /** Adapts the timelines to Gmail's theme, which may have become dark or light. */
  recolour(): void {
    for (const { node } of messages()) {
      const root = this.boxes.get(node)?.box.root;
      if (root?.isConnected) setAttribute(root, "data-scheme", schemeOf(node));
    }
  }

  /** Removes all timelines: without a pairing there is nothing to show. */
  clear(): void {
    this.known.clear();
    this.keepLive(false);
    for (const { node } of messages()) this.boxes.get(node)?.box.root.remove();
  }

  private draw({ id, node, content }: Shown): void {
    const timeline = this.known.get(id);
    if (!timeline) return;
    const before = this.boxes.get(node);
    const box = before?.id === id ? before.box : timelineBox(this.actions);
    if (before !== undefined && before.id !== id) before.box.root.remove();
    this.boxes.set(node, { id, box });
    box.show(timeline);
    if (content.nextSibling === box.root) return;
    content.after(box.root);
    setAttribute(box.root, "data-scheme", schemeOf(node));
  }

  private readonly actions = {
    mute: (muted: boolean) => this.act(this.muteAll(muted)),
    correct: (event: string, correction: Correction | null) =>
      this.act(this.worker.correct(event, correction)),
  };

  /** Mutes or unmutes all tracked mails of the thread: a person who mutes one of them means the conversation. */
  private muteAll(muted: boolean): Promise<unknown> {
    const own = messages().flatMap(({ id }) => this.known.get(id)?.id ?? []);
    return Promise.all(own.map((message) => this.worker.mute(message, muted)));
  }

  /** Asks the server again after `done`, whether that succeeded or failed, and redraws. */
  private act(done: Promise<unknown>): void {
    void done.catch(() => toast(say("timeline_failed"))).then(() => this.renew());
  }

  private async fetch(shown: readonly Shown[]): Promise<void> {
    if (this.asking || performance.now() < this.resting) return;
    this.asking = true;
    const ids = [...new Set(shown.map(({ id }) => id))].slice(-AT_ONCE);
    const found = await this.worker.timelines(ids).catch(() => null);
    this.asking = false;
    if (found === null) this.resting = performance.now() + RETRY_MS;
    else for (const { id } of shown) this.remember(id, found[id] ?? null);
    this.look();
  }

  private remember(id: string, timeline: Timeline | null): void {
    this.known.delete(id);
    this.known.set(id, timeline);
    const oldest = this.known.keys().next().value;
    if (this.known.size > KNOWN_KEPT && oldest !== undefined) this.known.delete(oldest);
  }

  private tellViewing(own: readonly Shown[]): void {
    if (document.visibilityState !== "visible") return;
    const fresh = own.filter(
      ({ content }) => !this.reported.has(content) && content.getClientRects().length > 0,
    );
    if (fresh.length === 0) return;
    for (const { content } of fresh) this.reported.add(content);
    const fragment = this.fragment(fresh.map(({ content }) => content));
    this.worker.viewing({ messages: fresh.map(({ id }) => id), fragment });
  }

  /** Runs a timer only while one of the person’s own messages is in view. */
  private keepLive(wanted: boolean): void {
    if (!wanted && this.timer !== null) clearTimeout(this.timer);
    if (!wanted) this.timer = null;
    if (!wanted || this.timer !== null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (document.visibilityState === "visible") void this.fetch(messages());
    }, LOOK_AGAIN_MS);
  }
}

/** Returns the messages of the open conversation. Skips elements inside a mail that imitate a message. */
function messages(): Shown[] {
  const found: Shown[] = [];
  for (const node of document.querySelectorAll(MESSAGE)) {
    const id = node.getAttribute("data-legacy-message-id");
    const content = node.querySelector(CONTENT);
    if (isLegacyId(id) && content !== null && node.parentElement?.closest(WRITTEN) === null)
      found.push({ id, node, content });
  }
  return found.slice(-AT_ONCE);
}
