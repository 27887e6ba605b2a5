/** What the server tells of own mails that Gmail is showing: marks in lists, timelines, notices. */
import {
  type Check,
  count,
  flag,
  isFields,
  isProof,
  listOf,
  maybe,
  oneOf,
  perhaps,
  shape,
  text,
  webAddress,
} from "./guards";
import type { Proof } from "./shapes";

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
export type Said = "me" | "machine" | "them";

/** One open or click, or that the hidden link was followed; `text` and `why` are sentences. */
export type Entry = {
  readonly event: string;
  readonly kind: "open" | "click" | "decoy";
  readonly at: string;
  readonly text: string;
  readonly why: string;
  readonly verdict: string;
  readonly said: Said | null;
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
export type Outlook = Readonly<
  Record<string, { readonly images: "on" | "usually off" | "unknown" }>
>;

export type Notice = {
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

export type Notices = { readonly notices: readonly Notice[]; readonly cursor: string };

const mark = shape({
  state: oneOf("sent", "opened", "opened_certain", "clicked"),
  id: text,
  recipients: text,
  readers: perhaps(count),
  certainty: perhaps(oneOf("person", "likely_person", null)),
  opens: count,
  clicks: count,
  sent_at: text,
  first_open_at: maybe(text),
  last_open_at: maybe(text),
  last_click_at: maybe(text),
  muted: flag,
  url: webAddress,
});

const entry = shape({
  event: text,
  kind: oneOf("open", "click", "decoy"),
  at: text,
  text,
  why: text,
  verdict: text,
  said: oneOf("me", "machine", "them", null),
});

const returned = shape({ kind: text, at: text, text, why: text });

const timeline = shape({
  id: text,
  url: webAddress,
  opens: count,
  clicks: count,
  muted: flag,
  proof: maybe(isProof),
  entries: listOf(entry),
  returns: perhaps(listOf(returned)),
  replied_at: perhaps(maybe(text)),
  bounced_at: perhaps(maybe(text)),
  more: count,
});

const prospect = shape({ images: oneOf("on", "usually off", "unknown") });

const notice = shape({
  id: text,
  kind: oneOf("first_open", "open", "click", "reminder"),
  message: text,
  text,
  subject: text,
  recipients: text,
  at: text,
  gmail_thread_id: maybe(text),
  url: webAddress,
});

const tableOf =
  (check: Check): Check =>
  (value) =>
    isFields(value) && Object.values(value).every(check);

export const isMarks = (value: unknown): value is Marks => tableOf(maybe(mark))(value);
export const isTimelines = (value: unknown): value is Timelines => tableOf(timeline)(value);
export const isOutlook = (value: unknown): value is Outlook => tableOf(prospect)(value);
export const isNotice = (value: unknown): value is Notice => notice(value);
export const isSaid = (value: unknown): value is Said => oneOf("me", "machine", "them")(value);

export function isNotices(value: unknown): value is Notices {
  return isFields(value) && listOf(notice)(value.notices) && text(value.cursor);
}

/** Gmail's legacy ids: hexadecimal, as the Gmail API uses them. */
export function isLegacyId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{6,20}$/.test(value);
}
