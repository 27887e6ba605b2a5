/** Shows toasts right after a send. */

import { type Key, say, sayCount } from "../lib/i18n/texts";
import type { FoundMarks, UntrackedSend } from "../lib/protocol/shapes/mail";
import type { PageState } from "../lib/protocol/shapes/page";
import { troubleWords } from "../lib/ui/trouble";
import { briefToast, toast } from "./toast";

const TOASTS: Partial<Record<UntrackedSend["why"], Key>> = {
  "no lease": "toast_no_lease",
  "plain text": "toast_plain_text",
  sealed: "toast_sealed",
  "unknown form": "toast_unknown_form",
};

/**
 * Says why a mail was sent untracked, unless the sender turned tracking off or is not connected to a server.
 */
export function toastUntracked({ why }: UntrackedSend, trouble: PageState["trouble"]): void {
  const key = TOASTS[why];
  if (key === undefined) return;
  const named = why === "no lease" && trouble && trouble.why !== "unreachable";
  toast(named ? say("toast_trouble", troubleWords(trouble, trouble.server)) : say(key));
}

/** Says that Gmail has accepted the mail; its marks are confirmed only after they are seen in the sent copy. */
export function toastSent(links: number): void {
  briefToast(links === 0 ? say("proof_left") : sayCount("proof_left_links", links));
}

export function toastUnconfirmed(subject: string): void {
  toast(say("proof_unconfirmed", named(subject)));
}

/** Says that a mail from a window that said "tracked" was sent in a way that the hook did not see. */
export function toastMissedSend(subject: string): void {
  toast(say("toast_unseen", named(subject)));
}

export function toastProof({ pixel, links, of }: FoundMarks, subject: string): void {
  if (!pixel) toast(say("proof_no_mark", named(subject)));
  else if (links < of) toast(say("proof_no_links", named(subject), links, of));
  else briefToast(of === 0 ? say("proof_marked") : sayCount("proof_marked_links", of));
}

function named(subject: string): string {
  return subject === "" ? say("no_subject") : subject;
}
