/** Decides what to show about a mail's links and size before it is sent. Pure. */

import { type Link, type LinkCase, type Why, whyLeft } from "../../lib/links/rules";
import { CLIPPED_BYTES, GMAIL_CLIPS_KB } from "../../lib/mail/clipping";

export type LinkDecision = {
  readonly link: Link;
  /** Null if the link is tracked while link tracking is on. */
  readonly why: Why | null;
};

export type Clip = { readonly kb: number; readonly clipped: boolean };

/** Reasons that the guards give; the sender would not expect them. */
const GUARDED: ReadonlySet<Why> = new Set([
  "password-reset",
  "sign-in-link",
  "one-time-code",
  "calendar-answer",
  "address-as-text",
]);
const NEAR = 0.85;
/** A tracked URL consists of the original URL in base64 and about this many other characters. */
const LONGER_BY = 200;

export function decideLinks(links: readonly Link[], given: LinkCase): LinkDecision[] {
  return links.map((link) => ({ link, why: whyLeft(link, given) }));
}

export function isGuarded({ why }: LinkDecision): boolean {
  return why !== null && GUARDED.has(why);
}

/** Returns whether the person can turn tracking of this link off and on. */
export function isOpen({ why }: LinkDecision): boolean {
  return why === null || why === "opted-out";
}

/** Returns how close the mail is to the size at which Gmail clips it; null if it is far below. */
export function clipOf(bytes: number, decisions: readonly LinkDecision[]): Clip | null {
  const tracked = decisions.filter(({ why }) => why === null);
  const growth = tracked.reduce((sum, { link }) => sum + LONGER_BY + link.url.length / 3, 0);
  const whole = bytes + growth;
  if (whole < NEAR * CLIPPED_BYTES) return null;
  const clipped = whole > CLIPPED_BYTES;
  const kb = Math.round(whole / 1024);
  return { kb: clipped ? Math.max(kb, GMAIL_CLIPS_KB) : kb, clipped };
}
