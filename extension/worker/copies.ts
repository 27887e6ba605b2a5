/** Individual copies: handed to the server, let go in a second step, asked about, stopped. */

import { isCopies, isCopyWish, isPermit } from "../lib/protocol/guards/copies";
import type { AskName, Asks } from "../lib/protocol/messages";
import type { Copies, CopyWish, Sending } from "../lib/protocol/shapes/copies";
import { ApiError, call, checked } from "./api";
import { throughDoor } from "./connection";
import { change, type Kept, type Pairing, read } from "./store";

type Fields = Record<string, unknown>;
type Name = Extract<AskName, `page/copies${string}`>;

/** The server asks Gmail for the draft meanwhile, with all that is attached to it. */
const HOLD_MS = 30_000;
const DRAFTS_KEPT = 200;
const AGAIN_MS = [0, 1000, 4000];

export const copies: { [N in Name]: (fields: Fields) => Promise<Asks[N]["answer"]> } = {
  "page/copies": ({ wish }) => send(wish),
  "page/copies/drafts": () => read("copied").then(({ copied }) => copied),
  "page/copies/permit": () =>
    throughDoor(async ({ server, token }) =>
      checked(await call(server, "GET", "copies/permit", { token }), isPermit),
    ),
  "page/copies/state": ({ id }) =>
    throughDoor(async ({ server, token }) =>
      checked(await call(server, "GET", `copies/${segment(id)}`, { token }), isCopies),
    ),
  "page/copies/stop": ({ draft }) => stop(String(draft)),
};

/** Asked again for a while: what is not stopped leaves. Null: it is not known whether it was. */
async function stop(draft: string): Promise<Copies | null> {
  const body = { draft_id: draft };
  for (const pause of AGAIN_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const stopped = await throughDoor(async ({ server, token }) => {
      const answer = call(server, "POST", "copies/stops", { token, body });
      return checked(await answer.catch(noneIfAbsent), isCopies);
    });
    if (stopped !== null) return stopped;
  }
  return null;
}

/** What was held and never let go, the server forgets. */
function noneIfAbsent(error: unknown): Copies {
  if (error instanceof ApiError && error.code === "not_found")
    return { id: "", state: "stopped", copies: [] };
  throw error;
}

/** Until the second step nothing leaves: whatever happens to the first, nothing has happened. */
async function send(wish: unknown): Promise<Sending> {
  if (!isCopyWish(wish)) throw new Error("malformed copies");
  const { pairing, settings } = await read("pairing", "settings");
  if (pairing === null) return { kind: "refused", code: "away" };
  try {
    const held = await hold(pairing, wish, settings);
    // Before anything leaves: the tab may be closed, and its draft is then still among the drafts.
    await remember(wish.draft, true);
    if (held.state === "released") return { kind: "taken", copies: held };
    const sending = await release(pairing, held.id);
    if (sending.kind === "refused") await remember(wish.draft, false);
    return sending;
  } catch (error) {
    return { kind: "refused", code: codeOf(error) };
  }
}

async function hold(
  { server, token }: Pairing,
  wish: CopyWish,
  settings: Kept["settings"],
): Promise<Copies> {
  const { exclusions, phishing_guard, sensitive_guard, decoy, reading_time } = settings;
  const body = {
    draft_id: wish.draft,
    gmail_message_id: wish.message,
    subject: wish.subject,
    readers: wish.readers,
    words: wish.words,
    links: wish.links,
    without: wish.without,
    exclusions,
    phishing_guard,
    sensitive_guard,
    decoy,
    reading_time,
  };
  const answer = await call(server, "POST", "copies", { token, body, patience: HOLD_MS });
  return checked(answer, isCopies);
}

async function release({ server, token }: Pairing, id: string): Promise<Sending> {
  for (const pause of AGAIN_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      const answer = await call(server, "PUT", `copies/${segment(id)}/release`, { token });
      return { kind: "taken", copies: checked(answer, isCopies) };
    } catch (error) {
      // A refusal by something in front of the server says nothing: an earlier try may have arrived.
      if (codeOf(error) !== "away" && !codeOf(error).startsWith("http_"))
        return { kind: "refused", code: codeOf(error) };
    }
  }
  return { kind: "unknown" };
}

function remember(draft: string, left: boolean): Promise<void> {
  return change(["copied"], ({ copied }) => {
    const others = copied.filter((one) => one !== draft);
    return { copied: left ? [...others, draft].slice(-DRAFTS_KEPT) : others };
  });
}

function codeOf(error: unknown): string {
  return error instanceof ApiError && error.kind === "refused" ? error.code : "away";
}

function segment(id: unknown): string {
  return encodeURIComponent(String(id));
}
