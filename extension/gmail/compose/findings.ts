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
/**
 * SpamAssassin's points for a picture in short HTML: the first for HTML of at most 400 characters, the next for
 * 800, and so on (HTML_IMAGE_ONLY_04 to _32 of 4.0; the highest of its four sets of scores). Longer HTML costs
 * nothing.
 */
const PICTURE_POINTS = [1.799, 1.845, 2.059, 1.969, 2.109, 2.799, 2.799, 2.196];
const STEP = 400;
/** About the characters of the pixel's tag. */
const PIXEL_LENGTH = 200;
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
  const whole = bytes + growthOf(decisions);
  if (whole < NEAR * CLIPPED_BYTES) return null;
  const clipped = whole > CLIPPED_BYTES;
  const kb = Math.round(whole / 1024);
  return { kb: clipped ? Math.max(kb, GMAIL_CLIPS_KB) : kb, clipped };
}

/**
 * Returns the points that SpamAssassin may add for the pixel, where 5 points are spam; null if it adds none.
 * `html` is the length of the HTML; null if it is long or contains a picture, so that the pixel costs nothing.
 */
export function pixelPoints(
  html: number | null,
  decisions: readonly LinkDecision[],
): number | null {
  if (html === null) return null;
  const whole = html + PIXEL_LENGTH + growthOf(decisions);
  return PICTURE_POINTS[Math.ceil(whole / STEP) - 1] ?? null;
}

/** Returns by how many characters tracking makes the links longer. */
function growthOf(decisions: readonly LinkDecision[]): number {
  const tracked = decisions.filter(({ why }) => why === null);
  return tracked.reduce((sum, { link }) => sum + LONGER_BY + link.url.length / 3, 0);
}
