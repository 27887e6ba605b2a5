/**
 * Finds out from the server which recipients usually block images, while a panel is open, and caches the
 * answers.
 */
import type { ImageBlockingByAddress } from "../../lib/protocol/shapes/activity";

const KEPT_MS = 30 * 60_000;
/** How long the recipients must stay unchanged before a request, because somebody may still be typing them. */
const PAUSE_MS = 300;
/** The server's limit per request. */
const MOST = 50;

type Known = { readonly blocking: boolean; readonly until: number };

export class ImageBlocking {
  private readonly known = new Map<string, Known>();
  private wanted: readonly string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ask: (recipients: string[]) => Promise<ImageBlockingByAddress>,
    private readonly learned: () => void,
  ) {}

  /**
   * Returns those of `recipients` that are known to block images. Asks the server about unknown ones, and calls
   * `learned` after the answer.
   */
  blocking(recipients: readonly string[]): string[] {
    const now = Date.now();
    const unknown = recipients.filter((each) => (this.known.get(each)?.until ?? 0) < now);
    if (unknown.length > 0) this.later(unknown.slice(0, MOST));
    return recipients.filter((each) => this.known.get(each)?.blocking === true);
  }

  private later(unknown: readonly string[]): void {
    if (String(unknown) === String(this.wanted)) return;
    this.wanted = unknown;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.learn(unknown), PAUSE_MS);
  }

  /** If the server does not answer, caches that nothing is known, because the answer is only a hint. */
  private async learn(recipients: readonly string[]): Promise<void> {
    const found = await this.ask([...recipients]).catch((): ImageBlockingByAddress => ({}));
    const until = Date.now() + KEPT_MS;
    for (const each of recipients)
      this.known.set(each, { blocking: found[each]?.images === "usually off", until });
    if (this.wanted === recipients) this.wanted = [];
    this.learned();
  }
}
