/** What the writer is told right after a send. */

import { type Key, say, sayCount } from "../lib/i18n/words";
import type { FoundMarks, UntrackedSend } from "../lib/protocol/shapes/mail";
import { briefToast, toast } from "./toast";

const TOASTS: Partial<Record<UntrackedSend["why"], Key>> = {
  "no lease": "notice_no_lease",
  "plain text": "notice_plain_text",
  sealed: "notice_sealed",
};

/** Somebody who switched tracking off, or never connected a server, knows already. */
export function toastUntracked({ why }: UntrackedSend): void {
  const key = TOASTS[why];
  if (key !== undefined) toast(say(key));
}

/** Gmail has taken the mail. What left with it counts only once it was seen in the sent copy. */
export function toastSent(links: number): void {
  briefToast(links === 0 ? say("proof_left") : sayCount("proof_left_links", links));
}

export function toastUnconfirmed(subject: string): void {
  toast(say("proof_unconfirmed", named(subject)));
}

/** Sent from a window that said “tracked”, and past the hook. */
export function toastMissedSend(subject: string): void {
  toast(say("notice_unseen", named(subject)));
}

export function toastProof({ pixel, links, of }: FoundMarks, subject: string): void {
  if (!pixel) toast(say("proof_no_mark", named(subject)));
  else if (links < of) toast(say("proof_no_links", named(subject), links, of));
  else briefToast(of === 0 ? say("proof_marked") : sayCount("proof_marked_links", of));
}

function named(subject: string): string {
  return subject === "" ? say("no_subject") : subject;
}
