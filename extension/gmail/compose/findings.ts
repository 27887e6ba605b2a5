/** What is worth saying about a mail before it goes out: its links, its length, its recipients. Pure. */

import { type Link, type LinkCase, type Why, whyLeft } from "../../lib/links/rules";
import { CLIPPED_BYTES, GMAIL_CLIPS_KB } from "../../lib/mail/clipping";

export type LinkDecision = {
  readonly link: Link;
  /** Null if it is tracked, were links on. */
  readonly why: Why | null;
};

export type Clip = { readonly kb: number; readonly clipped: boolean };

/** The guards' reasons; the others are plain to see. */
const GUARDED: ReadonlySet<Why> = new Set([
  "password-reset",
  "sign-in-link",
  "one-time-code",
  "calendar-answer",
  "address-as-text",
]);
const NEAR = 0.85;
/** A tracked address holds the old one in base64, and about this many letters more. */
const LONGER_BY = 200;

export function decideLinks(links: readonly Link[], given: LinkCase): LinkDecision[] {
  return links.map((link) => ({ link, why: whyLeft(link, given) }));
}

export function isGuarded({ why }: LinkDecision): boolean {
  return why !== null && GUARDED.has(why);
}

/** Whether a person can take this link out of the tracking, or back in. */
export function isOpen({ why }: LinkDecision): boolean {
  return why === null || why === "opted-out";
}

/** How near the mail is to the length at which Gmail clips it; null while it is far from that. */
export function clipOf(bytes: number, decisions: readonly LinkDecision[]): Clip | null {
  const tracked = decisions.filter(({ why }) => why === null);
  const growth = tracked.reduce((sum, { link }) => sum + LONGER_BY + link.url.length / 3, 0);
  const whole = bytes + growth;
  if (whole < NEAR * CLIPPED_BYTES) return null;
  const clipped = whole > CLIPPED_BYTES;
  const kb = Math.round(whole / 1024);
  return { kb: clipped ? Math.max(kb, GMAIL_CLIPS_KB) : kb, clipped };
}
