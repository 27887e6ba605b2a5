/** Asks the browser which sites the extension may use: a person can withdraw each of them at any time. */
import { GMAIL_PATTERN, patternOf } from "../lib/access";
import type { Withheld } from "../lib/protocol/shapes/account";
import { read } from "./store";

declare const BROWSER: string;

/** Returns which of the sites that are needed now the browser withholds: Gmail, and the server once it is paired. */
export async function withheldNow(): Promise<Withheld> {
  const { pairing } = await read("pairing");
  const gmail = (await granted(GMAIL_PATTERN)) ? null : GMAIL_PATTERN;
  if (pairing === null || (await mayReach(pairing.server))) return { gmail, server: null };
  return { gmail, server: patternOf(pairing.server, BROWSER) };
}

/** Returns whether the extension may send requests to `server`. */
export function mayReach(server: string): Promise<boolean> {
  return granted(patternOf(server, BROWSER));
}

/** If the browser does not say, the request itself will show it. */
function granted(pattern: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [pattern] }).catch(() => true);
}
