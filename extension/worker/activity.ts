/** Handles requests from Gmail pages about sent mails: thread statuses, timelines, image blocking, corrections. */

import { isCorrection, isLegacyId } from "../lib/protocol/guards/activity";
import type { AskName, Asks } from "../lib/protocol/messages";
import {
  correct,
  type Fragment,
  fetchImageBlocking,
  fetchTimelines,
  setMute,
  tellViewing,
} from "./activity-api";
import { withConnection } from "./connection";
import { rememberMailbox } from "./notifications";
import { change } from "./store";
import { notifyTabs } from "./tabs";
import { forgetThreadStatuses, threadStatuses } from "./thread-statuses";

type Fields = Record<string, unknown>;
type Sender = chrome.runtime.MessageSender;
type Name = Extract<
  AskName,
  | "page/thread-statuses"
  | "page/timelines"
  | "page/viewing"
  | "page/image-blocking"
  | "page/mute"
  | "page/correct"
>;

const THREADS_AT_ONCE = 500;
const MESSAGES_AT_ONCE = 20;
const RECIPIENTS_AT_ONCE = 50;

export const views: {
  [N in Name]: (fields: Fields, sender: Sender) => Promise<Asks[N]["answer"]>;
} = {
  "page/thread-statuses": ({ threads }) => threadStatuses(legacyIds(threads, THREADS_AT_ONCE)),
  "page/timelines": timelines,
  "page/viewing": viewing,
  "page/image-blocking": imageBlocking,
  "page/mute": mute,
  "page/correct": correctEvent,
};

async function timelines({ messages }: Fields): Promise<Asks["page/timelines"]["answer"]> {
  const ids = legacyIds(messages, MESSAGES_AT_ONCE);
  const found = ids.length > 0 && (await withConnection((pairing) => fetchTimelines(pairing, ids)));
  if (!found) throw new Error("the server did not answer");
  return found;
}

async function viewing({ messages, fragment }: Fields, { url }: Sender): Promise<true> {
  const ids = legacyIds(messages, MESSAGES_AT_ONCE);
  const seen: Fragment = fragment === "kept" || fragment === "lost" ? fragment : null;
  await rememberMailbox(url);
  await noteFragment(seen);
  // If the blocking rule matched, this browser fetched no pixel, so somebody else's open at this time must not
  // be taken for an own view.
  if (ids.length > 0 && seen !== "kept")
    await withConnection((pairing) => tellViewing(pairing, ids, seen));
  return true;
}

/** Asks the server which recipients block images; leaves out incomplete addresses. */
async function imageBlocking({
  recipients,
}: Fields): Promise<Asks["page/image-blocking"]["answer"]> {
  if (!Array.isArray(recipients)) throw new Error("malformed question");
  const asked = recipients.filter(isAddress).slice(0, RECIPIENTS_AT_ONCE);
  if (asked.length === 0) return {};
  return (await withConnection((pairing) => fetchImageBlocking(pairing, asked))) ?? {};
}

function isAddress(value: unknown): value is string {
  if (typeof value !== "string" || value.length > 254) return false;
  return /^[\x21-\x3f\x41-\x7e\u00a1-\uffff]+@[\x21-\x3f\x41-\x7e\u00a1-\uffff]+$/.test(value);
}

/** Stores since when Gmail's proxy drops the fragment that the blocking rule needs; null if it is kept again. */
function noteFragment(seen: Fragment): Promise<void> {
  return change(["unblocked"], ({ unblocked }) => {
    if (seen === null || (seen === "lost") === (unblocked !== null)) return null;
    return { unblocked: seen === "lost" ? new Date().toISOString() : null };
  });
}

async function mute({ message, muted }: Fields): Promise<true> {
  await act((pairing) => setMute(pairing, uuid(message), muted === true));
  return true;
}

async function correctEvent({ event, correction }: Fields): Promise<true> {
  if (correction !== null && !isCorrection(correction)) throw new Error("malformed correction");
  await act((pairing) => correct(pairing, uuid(event), correction));
  return true;
}

async function act(action: Parameters<typeof withConnection<void>>[0]): Promise<void> {
  const done = await withConnection((pairing) => action(pairing).then(() => true));
  if (done === null) throw new Error("the server did not take it");
  await announceActivity();
}

/** Tells open tabs that their thread statuses and timelines may be outdated. */
export async function announceActivity(): Promise<void> {
  await forgetThreadStatuses();
  await notifyTabs("sightline-activity-changed");
}

function legacyIds(value: unknown, most: number): string[] {
  if (!Array.isArray(value)) throw new Error("malformed question");
  return value.filter(isLegacyId).slice(0, most);
}

function uuid(value: unknown): string {
  if (typeof value !== "string" || !/^[0-9a-zA-Z-]{1,64}$/.test(value))
    throw new Error("malformed id");
  return value;
}
