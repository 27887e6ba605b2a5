/** The word to the open Gmail tabs that there is something new for them. */
import { type ACTIVITY_CHANGED, STATE_CHANGED } from "../lib/protocol/messages";

export const GMAIL = "https://mail.google.com";

/** Tabs without our content script do not answer; that is no error. */
export async function notifyTabs(
  name: typeof STATE_CHANGED | typeof ACTIVITY_CHANGED = STATE_CHANGED,
): Promise<void> {
  const tabs = await chrome.tabs.query({ url: `${GMAIL}/*` }).catch(() => []);
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [chrome.tabs.sendMessage(id, { name })])),
  );
}
