/** What a person sees of their own mails while they read: marks in lists, timelines in conversations. */
import { ask } from "../../lib/protocol/messages";
import type { Own } from "../../lib/protocol/shapes/mail";
import { List } from "./list";
import { fragmentOf, sourcesIn } from "./proxy-fragment";
import { Thread } from "./thread";

/** The pairing as far as reading goes; null: none, and nothing is shown or asked. */
export type Reading = { readonly own: readonly Own[] } | null;

export class Reader {
  private reading: Reading = null;

  private readonly list = new List((threads) => ask("page/marks", { threads }));
  private readonly thread = new Thread(
    {
      timelines: (messages) => ask("page/timelines", { messages }),
      mute: (message, muted) => ask("page/mute", { message, muted }),
      correct: (event, said) => ask("page/correct", { event, said }),
      viewing: (viewing) => void ask("page/viewing", viewing).catch(() => {}),
    },
    (contents) => fragmentOf(sourcesIn(contents), this.reading?.own ?? []),
  );

  constructor() {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => this.recolour());
  }

  stand(reading: Reading): void {
    const ended = this.reading !== null && reading === null;
    this.reading = reading;
    if (ended) this.list.clear();
    if (ended) this.thread.clear();
    this.look();
  }

  /** After every change of the page. */
  look(): void {
    if (this.reading === null) return;
    this.list.look();
    this.thread.look();
  }

  /** The worker has heard that something changed. */
  news(): void {
    if (this.reading === null) return;
    this.list.renew();
    this.thread.renew();
  }

  /** The page came to the front. */
  front(): void {
    if (this.reading === null) return;
    this.list.look();
    this.thread.front();
    this.recolour();
  }

  /** Only Gmail's own colours tell; they change with the system's, or by its settings. */
  private recolour(): void {
    this.list.recolour();
    this.thread.recolour();
  }
}
