/**
 * Types for one sent mail: the lease that marks it, its report, and the marks found in its copy. Field names
 * with underscores are those of the server's JSON.
 */

/** Marks that the server prepared for a future mail: all that is needed to mark it without another request. */
export type Lease = {
  readonly id: string;
  readonly pixel_url: string;
  readonly pixel_token: string;
  /** A decoy among the tracked links; older servers send none. */
  readonly decoy_url?: string;
  /** URL of the image that measures view time; absent if the server does not measure view times. */
  readonly view_time_url?: string;
  /** `https://host/c/<prefix>/`; a tracked link is this followed by a click token. */
  readonly link_base: string;
  /** base64url of the 38-byte head of this mail's click tokens. */
  readonly link_head: string;
  /** base64url of the 32-byte key that signs the links of this mail only. */
  readonly link_key: string;
  /** Unix seconds. */
  readonly expires_at: number;
};

/** URL prefixes of one person's own pixels and links, without the scheme: `//host/p/<prefix>/`. */
export type Own = {
  readonly host: string;
  readonly pixels: string;
  readonly links: string;
};

export type Person = { readonly address: string; readonly name: string };
export type TrackedLink = { readonly url: string; readonly text: string };

/** A mail as Gmail's request to send or save it describes it. */
export type Draft = {
  readonly id: string;
  readonly subject: string;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly scheduled: boolean;
};

export type MailState = "sent" | "scheduled" | "undone";

/** The three ids that Gmail assigns to a mail once it has accepted it. */
export type MailIds = {
  readonly gmail_message_id: string | null;
  readonly gmail_thread_id: string | null;
  readonly rfc822_message_id: string | null;
};

/** One mail as reported to the server; the lease identifies it. Times are ISO 8601, UTC. */
export type Report = MailIds & {
  readonly lease: string;
  readonly pixel_token: string;
  readonly state: MailState;
  readonly draft_id: string;
  readonly subject: string;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly links: readonly TrackedLink[];
  /** Whether the mail was sent with the image that measures view time; older reports do not contain it. */
  readonly view_time?: boolean;
  /** The address of the Gmail account, if the page has shown it. */
  readonly mailbox?: string;
  readonly sent_at: string;
  readonly observed_at: string;
};

/** A change that the page observed; the worker makes a full report from it. */
export type Change =
  | { readonly kind: "sent"; readonly report: Report }
  | { readonly kind: "ids"; readonly lease: string; readonly ids: MailIds; readonly at: string }
  | { readonly kind: "undone"; readonly lease: string; readonly at: string };

/**
 * Marks found in the displayed copy of a sent mail. `pixel`: whether it is there; `links`: how many signed
 * links; `of`: how many there should be.
 */
export type FoundMarks = {
  readonly lease: string;
  readonly pixel: boolean;
  readonly links: number;
  readonly of: number;
};

/** Marks found in the sent copy, by the server in Gmail or by a browser that displayed it. */
export type Proof = {
  readonly by: "gmail" | "browser";
  readonly pixel: boolean;
  readonly links: number;
  readonly of: number;
  readonly at: string;
};

/** Why a mail was sent without marks. */
export type Untracked =
  | "off"
  | "no lease"
  | "plain text"
  | "sealed"
  | "unpaired"
  /** Gmail's request was not as it used to be, or the draft's saves were not. */
  | "unknown form";

export type UntrackedSend = {
  readonly subject: string;
  readonly why: Untracked;
  readonly at: string;
};
