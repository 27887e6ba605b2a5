/** Keeps own views out of the counts: in Gmail, requests for the sender's own pixels get an empty image. */
import type { Own } from "../lib/protocol/shapes/mail";

declare const BROWSER: string;

const EMPTY_GIF = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
/** Firefox accepts no `data:` URL here, only a web-accessible file of the extension. */
const EMPTY = BROWSER === "firefox" ? { extensionPath: "/icons/empty.gif" } : { url: EMPTY_GIF };

/**
 * Returns a rule for each URL prefix of the sender's pixels. A rule is not anchored at the host (`||host`),
 * because Gmail loads images through its proxy, in whose URLs the prefix is after a `#`. A rule redirects
 * instead of blocking, because a blocked image is drawn as a broken one.
 */
export function rulesFor(own: readonly Own[]): chrome.declarativeNetRequest.Rule[] {
  return own.map(({ pixels }, at) => ({
    id: at + 1,
    priority: 1,
    action: { type: "redirect", redirect: EMPTY },
    condition: {
      urlFilter: pixels,
      initiatorDomains: ["mail.google.com"],
      resourceTypes: ["image"],
    },
  }));
}

export async function applyRules(own: readonly Own[]): Promise<void> {
  const present = await chrome.declarativeNetRequest.getDynamicRules();
  const rules = rulesFor(own);
  await chrome.declarativeNetRequest.updateDynamicRules({
    removeRuleIds: present.map(({ id }) => id),
    addRules: rules,
  });
}
