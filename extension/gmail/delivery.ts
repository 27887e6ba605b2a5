/** Carries what the page saw to the worker, in order, and again if the worker was just dying. */
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

/** After an update the old content script stays in the page without an extension behind it. */
export function isStale(): boolean {
  return chrome.runtime?.id === undefined;
}
