/**
 * The vocabulary that the page, the content script, the worker and the windows share.
 * Field names with underscores are those of the server's JSON and are passed on as they are.
 */

/** A message that the server has prepared: enough to mark one mail without asking anybody. */
export type Lease = {
  readonly id: string;
  readonly pixel_url: string;
  readonly pixel_token: string;
  /** Leads nowhere, in the place of links; a lease of an older server has none. */
  readonly decoy_url?: string;
  /** Of the picture that measures how long the mail is read; absent where the server measures nothing. */
  readonly reading_url?: string;
  /** `https://host/c/<prefix>/`; a tracked link is this and a click token. */
  readonly link_base: string;
  /** base64url of the 38 byte head of this mail's click tokens. */
  readonly link_head: string;
  /** base64url of the 32 byte key that signs this mail's links and no other's. */
  readonly link_key: string;
  /** Unix seconds. */
  readonly expires_at: number;
};

/** Where one person's own pixels and links live, without the scheme: `//host/p/<prefix>/`. */
export type Own = {
  readonly host: string;
  readonly pixels: string;
  readonly links: string;
};

export type Person = { readonly address: string; readonly name: string };
export type TrackedLink = { readonly url: string; readonly text: string };

/** What the send request itself says about the mail. */
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

/** The three ids that Gmail gives a mail once it has taken it. */
export type MailIds = {
  readonly gmail_message_id: string | null;
  readonly gmail_thread_id: string | null;
  readonly rfc822_message_id: string | null;
};

/** One mail as told to the server; the lease is its identity. Times are ISO 8601, UTC. */
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
  /** Whether it left with the picture that measures reading time; a report of before does not say. */
  readonly reading_time?: boolean;
  readonly sent_at: string;
  readonly observed_at: string;
};

/** What the page saw; the worker completes it to a report. */
export type Change =
  | { readonly kind: "sent"; readonly report: Report }
  | { readonly kind: "ids"; readonly lease: string; readonly ids: MailIds; readonly at: string }
  | { readonly kind: "undone"; readonly lease: string; readonly at: string };

/** Marks found in the shown copy of a sent mail: the pixel, and `links` of the `of` that were signed. */
export type FoundMarks = {
  readonly lease: string;
  readonly pixel: boolean;
  readonly links: number;
  readonly of: number;
};

/** Why a mail went out without marks. */
export type Untracked = "off" | "no lease" | "plain text" | "sealed" | "unpaired";

export type UntrackedSend = {
  readonly subject: string;
  readonly why: Untracked;
  readonly at: string;
};

/** Which links the person wants left alone. */
export type LinkRules = {
  /** Domains, or domains with a path: `example.com`, `example.com/private`. */
  readonly exclusions: readonly string[];
  readonly phishing_guard: boolean;
  readonly sensitive_guard: boolean;
};

/** Everything the page holds in memory so that a send waits for nothing. */
export type PageState = LinkRules & {
  readonly paired: boolean;
  readonly tracking: boolean;
  readonly links: boolean;
  readonly decoy: boolean;
  readonly reading_time: boolean;
  /** Changes with every pairing: leases of an older one are dropped. */
  readonly epoch: string;
  readonly own: readonly Own[];
  /** Given to this page alone. */
  readonly leases: readonly Lease[];
  /** Sends of other pages and earlier hours, for undo and for cancelled schedules. */
  readonly used: readonly UsedLease[];
};

export type UsedLease = {
  readonly draft: string;
  readonly lease: Lease;
  /** Gmail's id of the sent mail, and how many of its links are tracked. */
  readonly message: string | null;
  readonly links: number;
  readonly undone: boolean;
};

/** What one compose window says of its mail. */
export type Choice = {
  readonly key: string;
  readonly draft: string | null;
  readonly subject: string;
  readonly tracking: boolean;
  readonly links: boolean;
  /** Addresses of links that stay as they are. */
  readonly without: readonly string[];
  /** The compose window that had the focus last. */
  readonly active: boolean;
};

export type Account = {
  readonly name: string;
  readonly email: string;
  readonly prefix: string;
  readonly public_url: string;
  readonly dashboard_url: string;
};

/** A browser that may act for the person; `seen_at`: null before it has asked for anything. */
export type PairedBrowser = {
  readonly id: string;
  readonly name: string;
  readonly paired_at: string;
  readonly seen_at: string | null;
  readonly this: boolean;
};

/** What was found of the marks in the sent copy, by the server in Gmail or by a browser that read it back. */
export type Proof = {
  readonly by: "gmail" | "browser";
  readonly pixel: boolean;
  readonly links: number;
  readonly of: number;
  readonly at: string;
};

export type FeedItem = {
  readonly id: string;
  readonly subject: string;
  readonly recipients: string;
  readonly sent_at: string;
  readonly state: MailState | "unreported";
  readonly opens: number;
  readonly clicks: number;
  readonly first_open_at: string | null;
  readonly last_open_at: string | null;
  readonly last_activity_at: string | null;
  readonly certainty: "person" | "likely_person" | null;
  readonly unseen: boolean;
  readonly muted: boolean;
  readonly remind_at: string | null;
  readonly proof: Proof | null;
  /** How many got it; a server of before does not say. */
  readonly readers?: number;
  /** The newest answer by a person; when it had come back from everybody; how many it did not reach. */
  readonly replied_at?: string | null;
  readonly bounced_at?: string | null;
  readonly bounces?: number;
  readonly url: string;
};

/** Which mails a list holds; "" is all of them. */
export type FeedFilter = "" | "unopened" | "opened_today" | "clicked";

export type Feed = {
  readonly messages: readonly FeedItem[];
  readonly unseen: number;
  readonly now: string;
  /** A search ended here; what was sent before was not looked at. */
  readonly looked_to?: string | null;
};

/** The places where an account's marks live; an address that is none gives null. */
export function ownPlaces(publicUrl: string, prefix: string): Own | null {
  if (!/^[a-z0-9]{8}$/.test(prefix) || !URL.canParse(publicUrl)) return null;
  const { host, pathname } = new URL(publicUrl);
  const root = `//${host}${pathname.replace(/\/+$/, "")}`;
  return { host, pixels: `${root}/p/${prefix}/`, links: `${root}/c/${prefix}/` };
}
