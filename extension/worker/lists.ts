/** Answers the popup's requests for a filtered list, and for changes to one mail. */
import { isFeedFilter } from "../lib/protocol/guards/activity";
import type { AskName, Asks } from "../lib/protocol/messages";
import { setMute } from "./activity-api";
import { fetchFeed, setReminder } from "./api";
import { withConnection } from "./connection";
import { refreshFeed } from "./feed";
import type { Connection } from "./http";

type Fields = Record<string, unknown>;
type Name = Extract<AskName, "window/list" | "window/mute" | "window/remind">;

export const lists: { [N in Name]: (fields: Fields) => Promise<Asks[N]["answer"]> } = {
  "window/list": list,
  "window/mute": ({ message, muted }) =>
    changed(message, (connection, id) => setMute(connection, id, muted === true)),
  "window/remind": ({ message, days }) =>
    changed(message, (connection, id) => setReminder(connection, id, isDays(days) ? days : null)),
};

function list({ q, filter }: Fields): Promise<Asks["window/list"]["answer"]> {
  if (typeof q !== "string" || !isFeedFilter(filter)) throw new Error("malformed search");
  return withConnection((pairing) => fetchFeed(pairing, q, filter));
}

async function changed(
  message: unknown,
  change: (connection: Connection, id: string) => Promise<void>,
): Promise<boolean> {
  if (typeof message !== "string") throw new Error("malformed message id");
  const done = await withConnection(async (pairing) => {
    await change(pairing, message);
    return true;
  });
  if (done === true) await refreshFeed();
  return done === true;
}

const isDays = (value: unknown): value is number => Number.isSafeInteger(value);
