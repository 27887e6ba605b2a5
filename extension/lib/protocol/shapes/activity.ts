/** Types of what the server reports about sent mails: popup list, thread statuses, timelines, notifications. */
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
  /** How many recipients the mail has; older servers do not send this number. */
  readonly recipient_count?: number;
  /**
   * When a person last replied; when the mail had bounced for all recipients; for how many recipients it has
   * bounced.
   */
  readonly replied_at?: string | null;
  readonly bounced_at?: string | null;
  readonly bounces?: number;
  /** Whether people answered only through help desks; older servers do not send this. */
  readonly through_desk?: boolean;
  readonly url: string;
};

/** Which mails a list contains; "" for all. */
export type FeedFilter = "" | "unopened" | "opened_today" | "clicked";

export type Feed = {
  readonly messages: readonly FeedItem[];
  readonly unseen: number;
  readonly now: string;
  /** When set, the search stopped here: mails sent before this time were not searched. */
  readonly searched_to?: string | null;
};

export type ThreadState = "sent" | "opened" | "opened_certain" | "clicked";

/** The status of a thread that contains tracked mails. Counts are for the whole thread; times are ISO 8601. */
export type ThreadStatus = {
  readonly state: ThreadState;
  readonly id: string;
  readonly recipients: string;
  /** How many recipients the mail has, and how certain an open is; older servers do not send these fields. */
  readonly recipient_count?: number;
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

/** Thread statuses by legacy thread id; null if the server knows no tracked mail in the thread. */
export type ThreadStatuses = Readonly<Record<string, ThreadStatus | null>>;

/** The cause of an event according to the sender: the sender, something automated, or a recipient. */
export type Correction = "sender" | "automated" | "recipient";

/** One open, click, or visit to the hidden link; `text` and `why` are sentences. */
export type Entry = {
  readonly event: string;
  readonly kind: "open" | "click" | "decoy";
  readonly at: string;
  readonly text: string;
  readonly why: string;
  readonly verdict: string;
  readonly correction: Correction | null;
};

/** A mail that came back: a reply, one through a help desk ("desk"), an automatic reply, a bounce etc. */
export type Returned = {
  readonly kind: string;
  readonly at: string;
  readonly text: string;
  readonly why: string;
};

/** The timeline of one sent mail, newest first; `more` counts the entries left out. */
export type Timeline = {
  readonly id: string;
  readonly url: string;
  readonly opens: number;
  readonly clicks: number;
  readonly muted: boolean;
  readonly proof: Proof | null;
  readonly entries: readonly Entry[];
  /** Older servers do not send `returns`, `replied_at` or `bounced_at`. */
  readonly returns?: readonly Returned[];
  readonly replied_at?: string | null;
  readonly bounced_at?: string | null;
  readonly more: number;
};

/** Timelines by legacy message id. */
export type Timelines = Readonly<Record<string, Timeline>>;

/** Whether recipients usually load images, by address. */
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
  /** The address of the Gmail account that the mail was sent from; older servers do not send it. */
  readonly mailbox?: string | null;
  readonly gmail_thread_id: string | null;
  readonly url: string;
};

export type BrowserNotifications = {
  readonly notifications: readonly BrowserNotification[];
  readonly cursor: string;
};
