/** What the writer is told right after a send. */

import { type Key, say, sayCount } from "../../lib/i18n/words";
import type { FoundMarks, UntrackedSend } from "../../lib/protocol/shapes/mail";
import { notice, quietNotice } from "../toast";

const NOTICES: Partial<Record<UntrackedSend["why"], Key>> = {
  "no lease": "notice_no_lease",
  "plain text": "notice_plain_text",
  sealed: "notice_sealed",
};

/** Somebody who switched tracking off, or never connected a server, knows already. */
export function tellUntracked({ why }: UntrackedSend): void {
  const key = NOTICES[why];
  if (key !== undefined) notice(say(key));
}

/** Gmail has taken the mail. What left with it counts only once it was seen in the sent copy. */
export function tellLeft(links: number): void {
  quietNotice(links === 0 ? say("proof_left") : sayCount("proof_left_links", links));
}

export function tellUnconfirmed(subject: string): void {
  notice(say("proof_unconfirmed", named(subject)));
}

/** Sent from a window that said “tracked”, and past the hook. */
export function tellUnseen(subject: string): void {
  notice(say("notice_unseen", named(subject)));
}

export function tellProof({ pixel, links, of }: FoundMarks, subject: string): void {
  if (!pixel) notice(say("proof_no_mark", named(subject)));
  else if (links < of) notice(say("proof_no_links", named(subject), links, of));
  else quietNotice(of === 0 ? say("proof_marked") : sayCount("proof_marked_links", of));
}

function named(subject: string): string {
  return subject === "" ? say("no_subject") : subject;
}
