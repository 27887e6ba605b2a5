/** The word to the open Gmail tabs that there is something new for them. */
import { type NEWS, POKE } from "../lib/protocol/messages";

export const GMAIL = "https://mail.google.com";

/** Tabs without our content script do not answer; that is no error. */
export async function pokePages(name: typeof POKE | typeof NEWS = POKE): Promise<void> {
  const tabs = await chrome.tabs.query({ url: `${GMAIL}/*` }).catch(() => []);
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [chrome.tabs.sendMessage(id, { name })])),
  );
}
