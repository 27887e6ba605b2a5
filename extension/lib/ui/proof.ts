/** Says in a word or two which marks were found in the sent copy. */

import { say } from "../i18n/texts";
import type { Proof } from "../protocol/shapes/mail";

/** Returns the proof in words; "" if the copy was not read yet. */
export function proofWords(proof: Proof | null): string {
  if (proof === null) return "";
  if (!proof.pixel && proof.links === 0) return say("feed_unmarked");
  if (!proof.pixel || proof.links < proof.of) return say("feed_partly");
  return say("feed_marked");
}
