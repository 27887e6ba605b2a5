/** Delivers messages to the worker in order, with retries because the worker may just be stopping. */
import { type AskName, type Asks, ask } from "../lib/protocol/messages";

const PAUSES_MS = [0, 300, 1000, 3000, 10_000];

let last: Promise<void> = Promise.resolve();

export function deliver<N extends AskName>(name: N, fields: Asks[N]["ask"]): void {
  last = last.then(() => withRetries(name, fields));
}

async function withRetries<N extends AskName>(name: N, fields: Asks[N]["ask"]): Promise<void> {
  for (const pause of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (isStale()) return;
    const delivered = await ask(name, fields).then(
      () => true,
      () => false,
    );
    if (delivered) return;
  }
}

/** Returns whether this content script was orphaned by an update of the extension. */
export function isStale(): boolean {
  return chrome.runtime?.id === undefined;
}
