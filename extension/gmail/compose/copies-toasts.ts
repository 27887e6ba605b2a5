/** Shows toasts about individual copies after the mail was handed over to the server. */

import { type Key, say } from "../../lib/i18n/texts";
import { ask } from "../../lib/protocol/messages";
import type { Copies } from "../../lib/protocol/shapes/copies";
import { briefToast, toast } from "../toast";

const SETTLES_MS = [1000, 2000, 4000];
const LOOKS_MS = [1000, 2000, 2000, 4000, 8000, 15_000, 30_000, 60_000, 120_000, 240_000];
/** How long copies are followed before the sender is told that some wait; a busy Google is not worth a word. */
const TOLD_AFTER_MS = 30_000;

export function toastCopiesStarted({ copies }: Copies): void {
  briefToast(say("copies_started", copies.length));
}

/** Shows why nothing was sent, or that the outcome is unknown, if the panel that would show it was closed. */
export function toastCopiesProblem(problem: Key): void {
  toast(say(problem));
}

/** Says that the draft could not be discarded: Gmail's discard button was not found. */
export function toastDiscardFailed(): void {
  toast(say("copies_discard"));
}

/** Says that copies of this draft have already been sent. */
export function toastCopiesAlreadySent(): void {
  toast(say("copies_again"));
}

/**
 * Says how many copies went out although the mail was sent with Gmail's own button. `stopped` are the copies
 * that were stopped for this reason; null if the server did not answer. Shows nothing if there were no copies.
 */
export async function toastSentTwice(stopped: Copies | null): Promise<void> {
  if (stopped?.copies.length === 0) return;
  const copies = stopped === null ? null : await settled(stopped);
  if (copies === null || countOf(copies, "waiting") > 0) toast(say("copies_both_unknown"));
  else toast(say("copies_both", countOf(copies, "sent"), copies.copies.length));
}

/** Waits, for a limited time, for copies that were already being sent when the others were stopped. */
async function settled(copies: Copies): Promise<Copies> {
  let now = copies;
  for (const pause of SETTLES_MS) {
    if (countOf(now, "waiting") === 0) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
    now = (await ask("page/copies/state", { id: copies.id }).catch(() => null)) ?? now;
  }
  return now;
}

/**
 * Polls for a limited time until the outcome of every copy is known, then shows the outcomes. Says once why
 * copies wait if that takes longer.
 */
export async function followCopies(id: string): Promise<void> {
  let followedMs = 0;
  let told = false;
  for (const pause of LOOKS_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    followedMs += pause;
    const now = await ask("page/copies/state", { id }).catch(() => null);
    if (now === null) continue;
    if (countOf(now, "waiting") === 0) {
      toastCopiesDone(now);
      return;
    }
    if (!told && followedMs >= TOLD_AFTER_MS) told = toastCopiesWait(now);
  }
}

/** Says how many copies wait, and why. Returns false if the server does not say why. */
function toastCopiesWait(now: Copies): boolean {
  const reason = now.copies.find(({ state, failure }) => state === "waiting" && failure)?.failure;
  if (reason === undefined) return false;
  toast(say("copies_wait", countOf(now, "waiting"), now.copies.length, reason));
  return true;
}

function toastCopiesDone(done: Copies): void {
  const failed = done.copies.filter(({ state }) => state === "failed");
  const [first] = failed;
  const all = done.copies.length;
  if (first === undefined) {
    if (done.state !== "stopped") briefToast(say("copies_done", all));
    return;
  }
  const names = failed.map(({ name, address }) => name || address).join(", ");
  toast(say("copies_some", countOf(done, "sent"), all, names, first.failure));
}

function countOf({ copies }: Copies, wanted: Copies["copies"][number]["state"]): number {
  return copies.filter(({ state }) => state === wanted).length;
}
