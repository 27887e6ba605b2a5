/**
 * Decides whether Gmail has changed, for the mail in one compose window. Gmail saves a draft before it sends the
 * mail, in the same form, so a save that is not understood says that the send would not be either. Pure: time passes
 * by ticks, one a second while the page is awake.
 */

export type Canary = {
  /** Whether the person has edited the mail since the last save that was understood. */
  readonly unsaved: boolean;
  /** Ticks that count since the last edit, and since the first one that was not saved; an outage starts them anew. */
  readonly quiet: number;
  readonly overdue: number;
  /** Whether there was a request since then that may have been the save. */
  readonly doubted: boolean;
  /** Ticks online for which an understood save may still be on its way; Gmail sends no other one meanwhile. */
  readonly busy: number;
  readonly changed: boolean;
};

export type Sign =
  /** The person has changed the mail's subject or text. */
  | { readonly kind: "edited" }
  /** Gmail has saved the mail in the known form. */
  | { readonly kind: "saved" }
  /** Gmail has answered the save. */
  | { readonly kind: "answered" }
  /** Gmail has saved the mail in another form. */
  | { readonly kind: "strange" }
  /** Gmail has sent a request that may have been the save. */
  | { readonly kind: "doubted" }
  /** The mail is as it was when it was last saved, or opened. */
  | { readonly kind: "restored" }
  /**
   * A second has passed. `answered`: whether Gmail has answered a request that began after the first edit that is not
   * saved.
   */
  | { readonly kind: "tick"; readonly online: boolean; readonly answered: boolean };

export const START: Canary = {
  unsaved: false,
  quiet: 0,
  overdue: 0,
  doubted: false,
  busy: 0,
  changed: false,
};

/** Gmail saves within three seconds of the last edit. */
export const DOUBT_TICKS = 5;
export const QUIET_TICKS = 15;
/** Gmail also saves while somebody keeps on typing. */
export const OVERDUE_TICKS = 90;
/** The answer to a save can be lost. */
const BUSY_TICKS = 120;

/** Returns what is known after `sign`. */
export function after(canary: Canary, sign: Sign): Canary {
  switch (sign.kind) {
    case "edited":
      return { ...canary, unsaved: true, quiet: 0 };
    case "saved":
      return { ...START, busy: BUSY_TICKS };
    case "answered":
      return { ...canary, busy: 0 };
    case "strange":
      return { ...canary, changed: true };
    case "doubted":
      return { ...canary, doubted: canary.unsaved };
    case "restored":
      return canary.changed ? canary : { ...START, busy: canary.busy };
    case "tick":
      return canary.unsaved ? ticked(canary, sign.online, sign.answered) : canary;
  }
}

/** After an outage, Gmail needs time to try again, so nothing counts that was before. */
function ticked(canary: Canary, online: boolean, answered: boolean): Canary {
  const { quiet, overdue, doubted, busy } = canary;
  if (!online) return { ...canary, quiet: 0, overdue: 0, doubted: false };
  const counts = busy === 0 && (answered || doubted) ? 1 : 0;
  const next = { quiet: quiet + counts, overdue: overdue + counts, busy: Math.max(0, busy - 1) };
  return judged({ ...canary, ...next });
}

/** Requests with a mail's text for spelling or suggestions come while it is typed, so a doubt waits for a pause. */
function judged(canary: Canary): Canary {
  const { quiet, overdue, doubted, changed } = canary;
  const silent = overdue >= OVERDUE_TICKS || quiet >= (doubted ? DOUBT_TICKS : QUIET_TICKS);
  return { ...canary, changed: changed || silent };
}
