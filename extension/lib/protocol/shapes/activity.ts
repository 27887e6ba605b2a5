/** What the server tells of mails that were sent: the popup's list, marks, timelines, notices. */
import type { MailState, Proof } from "./mail";

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

export type MarkState = "sent" | "opened" | "opened_certain" | "clicked";

/** A thread with tracked mails of one's own; the counts are of the whole thread, times ISO 8601. */
export type Mark = {
  readonly state: MarkState;
  readonly id: string;
  readonly recipients: string;
  /** How many got it, and how sure an open is; a server of before does not say. */
  readonly readers?: number;
  readonly certainty?: "person" | "likely_person" | null;
  readonly opens: number;
  readonly clicks: number;
  readonly sent_at: string;
  readonly first_open_at: string | null;
  readonly last_open_at: string | null;
  readonly last_click_at: string | null;
  readonly muted: boolean;
  readonly url: string;
};

/** By legacy thread id; null: the server knows of no tracked mail in that thread. */
export type Marks = Readonly<Record<string, Mark | null>>;

/** What the person said about an event: it was me, a machine, or really them. */
export type Correction = "me" | "machine" | "them";

/** One open or click, or that the hidden link was followed; `text` and `why` are sentences. */
export type Entry = {
  readonly event: string;
  readonly kind: "open" | "click" | "decoy";
  readonly at: string;
  readonly text: string;
  readonly why: string;
  readonly verdict: string;
  readonly said: Correction | null;
};

/** Something that came back: an answer, an automatic one, word that it was not delivered. */
export type Returned = {
  readonly kind: string;
  readonly at: string;
  readonly text: string;
  readonly why: string;
};

/** What became of one own mail, newest first; `more` counts the entries left off. */
export type Timeline = {
  readonly id: string;
  readonly url: string;
  readonly opens: number;
  readonly clicks: number;
  readonly muted: boolean;
  readonly proof: Proof | null;
  readonly entries: readonly Entry[];
  /** A server of before does not say. */
  readonly returns?: readonly Returned[];
  readonly replied_at?: string | null;
  readonly bounced_at?: string | null;
  readonly more: number;
};

/** By legacy message id. */
export type Timelines = Readonly<Record<string, Timeline>>;

/** By address: whether pictures are usually loaded there. */
export type ImageBlockingByAddress = Readonly<
  Record<string, { readonly images: "on" | "usually off" | "unknown" }>
>;

export type BrowserNotification = {
  readonly id: string;
  readonly kind: "first_open" | "open" | "click" | "reminder";
  readonly message: string;
  readonly text: string;
  readonly subject: string;
  readonly recipients: string;
  readonly at: string;
  readonly gmail_thread_id: string | null;
  readonly url: string;
};

export type BrowserNotifications = {
  readonly notices: readonly BrowserNotification[];
  readonly cursor: string;
};
