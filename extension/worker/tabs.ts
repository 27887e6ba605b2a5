/** Notifies the open Gmail tabs that there is something new. */
import { type ACTIVITY_CHANGED, STATE_CHANGED } from "../lib/protocol/messages";

export const GMAIL = "https://mail.google.com";

/** Messages all Gmail tabs. Tabs without our content script do not answer, which is not an error. */
export async function notifyTabs(
  name: typeof STATE_CHANGED | typeof ACTIVITY_CHANGED = STATE_CHANGED,
): Promise<void> {
  const tabs = await chrome.tabs.query({ url: `${GMAIL}/*` }).catch(() => []);
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [chrome.tabs.sendMessage(id, { name })])),
  );
}
