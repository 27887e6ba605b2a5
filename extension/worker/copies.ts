/**
 * Hands drafts to the server as individual copies, and releases the copies in a second step. Also queries and
 * stops copies.
 */

import { isCopies, isCopyRequest, isPermit } from "../lib/protocol/guards/copies";
import type { AskName, Asks } from "../lib/protocol/messages";
import type { Copies, CopyRequest, Sending } from "../lib/protocol/shapes/copies";
import { withConnection } from "./connection";
import { ApiError, ask, orOlder } from "./http";
import { change, type Pairing, read, type StoredState } from "./store";

type Fields = Record<string, unknown>;
type Name = Extract<AskName, `page/copies${string}`>;

/** The server needs this time to fetch the draft from Gmail with all attachments. */
const HOLD_MS = 30_000;
const DRAFTS_KEPT = 200;
const AGAIN_MS = [0, 1000, 4000];

export const copies: { [N in Name]: (fields: Fields) => Promise<Asks[N]["answer"]> } = {
  "page/copies": ({ request }) => send(request),
  "page/copies/drafts": () => read("copied").then(({ copied }) => copied),
  "page/copies/permit": () =>
    withConnection(({ server, token }) => ask(server, "GET", "copies/permit", { token }, isPermit)),
  "page/copies/state": ({ id }) =>
    withConnection(({ server, token }) =>
      ask(server, "GET", `copies/${segment(id)}`, { token }, isCopies),
    ),
  "page/copies/stop": ({ draft }) => stop(String(draft)),
};

/**
 * Stops the copies of a draft. Retries, because copies that are not stopped will be sent. Null if the outcome
 * is unknown.
 */
async function stop(draft: string): Promise<Copies | null> {
  const body = { draft_id: draft };
  for (const pause of AGAIN_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const stopped = await withConnection(({ server, token }) =>
      ask(server, "POST", "copies/stops", { token, body }, isCopies).catch(noneIfAbsent),
    );
    if (stopped !== null) return stopped;
  }
  return null;
}

/** Treats "not found" as "there are no copies": the server deletes copies that were held and never released. */
function noneIfAbsent(error: unknown): Copies {
  if (error instanceof ApiError && error.code === "not_found")
    return { id: "", state: "stopped", copies: [] };
  throw error;
}

/** Hands over the copies, which the server holds, then releases them. Nothing is sent before the release. */
async function send(request: unknown): Promise<Sending> {
  if (!isCopyRequest(request)) throw new Error("malformed copies");
  const { pairing, settings } = await read("pairing", "settings");
  if (pairing === null) return { kind: "refused", code: "away" };
  try {
    const held = await hold(pairing, request, settings);
    // Before anything is sent, because the draft is not discarded if its tab is closed now.
    await remember(request.draft, true);
    if (held.state === "released") return { kind: "taken", copies: held };
    const sending = await release(pairing, held.id);
    if (sending.kind === "refused") await remember(request.draft, false);
    return sending;
  } catch (error) {
    return { kind: "refused", code: codeOf(error) };
  }
}

async function hold(
  { server, token }: Pairing,
  request: CopyRequest,
  settings: StoredState["settings"],
): Promise<Copies> {
  const { exclusions, phishing_guard, sensitive_guard, decoy, view_time } = settings;
  const body = {
    draft_id: request.draft,
    gmail_message_id: request.message,
    subject: request.subject,
    recipients: request.recipients,
    text_digest: request.textDigest,
    links: request.links,
    without: request.without,
    exclusions,
    phishing_guard,
    sensitive_guard,
    decoy,
    view_time,
  };
  return ask(server, "POST", "copies", { token, body, timeout: HOLD_MS }, isCopies);
}

async function release({ server, token }: Pairing, id: string): Promise<Sending> {
  for (const pause of AGAIN_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      const path = `copies/${segment(id)}/release`;
      const copies = await orOlder(
        () => ask(server, "POST", path, { token }, isCopies),
        () => ask(server, "PUT", path, { token }, isCopies),
      );
      return { kind: "taken", copies };
    } catch (error) {
      // If a proxy in front of the server refuses, an earlier attempt may still have reached the server.
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
