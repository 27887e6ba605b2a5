/** Lists and disconnects the account's paired browsers, for the options page. */
import type { AskName, Asks } from "../lib/protocol/messages";
import { endBrowser, fetchBrowsers } from "./api";
import { withConnection } from "./connection";

type Fields = Record<string, unknown>;
type Name = Extract<AskName, "window/browsers" | "window/disconnect">;

export const browsers: { [N in Name]: (fields: Fields) => Promise<Asks[N]["answer"]> } = {
  "window/browsers": () => withConnection(fetchBrowsers),
  "window/disconnect": disconnect,
};

async function disconnect({ browser }: Fields): Promise<boolean> {
  if (typeof browser !== "string" || !/^\d{1,19}$/.test(browser)) throw new Error("malformed id");
  return (await withConnection((pairing) => endBrowser(pairing, browser))) === true;
}
