/** Tells the open Gmail tabs that something has changed. */
import { type ACTIVITY_CHANGED, STATE_CHANGED } from "../lib/protocol/messages";

export const GMAIL = "https://mail.google.com";

/** Sends a message to all Gmail tabs. It is not an error if a tab has no content script and does not answer. */
export async function notifyTabs(
  name: typeof STATE_CHANGED | typeof ACTIVITY_CHANGED = STATE_CHANGED,
): Promise<void> {
  const tabs = await chrome.tabs.query({ url: `${GMAIL}/*` }).catch(() => []);
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [chrome.tabs.sendMessage(id, { name })])),
  );
}
