/** Shape checks for what comes over a border: other worlds of the page, other windows, the network. */
import type { Settings } from "./messages";
import type {
  Account,
  Change,
  Choice,
  Feed,
  FeedFilter,
  FeedItem,
  FoundMarks,
  Lease,
  MailIds,
  PageState,
  PairedBrowser,
  Proof,
  Report,
  UntrackedSend,
} from "./shapes";

export type Check = (value: unknown) => boolean;
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const text: Check = (value) => typeof value === "string";
export const flag: Check = (value) => typeof value === "boolean";
export const count: Check = (value) => Number.isSafeInteger(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const maybe =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const perhaps =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const oneOf =
  (...names: unknown[]): Check =>
  (value) =>
    names.includes(value);
export const webAddress: Check = (value) =>
  typeof value === "string" && /^https?:\/\/[^\s"'<>]+$/.test(value);

export function shape(fields: Record<string, Check>): Check {
  const checks = Object.entries(fields);
  return (value) => isFields(value) && checks.every(([name, check]) => check(value[name]));
}

const person = shape({ address: text, name: text });
const ids = {
  gmail_message_id: maybe(text),
  gmail_thread_id: maybe(text),
  rfc822_message_id: maybe(text),
};

const lease = shape({
  id: text,
  pixel_url: webAddress,
  pixel_token: text,
  decoy_url: perhaps(webAddress),
  reading_url: perhaps(webAddress),
  link_base: webAddress,
  link_head: text,
  link_key: text,
  expires_at: count,
});

const report = shape({
  ...ids,
  lease: text,
  pixel_token: text,
  state: oneOf("sent", "scheduled", "undone"),
  draft_id: text,
  subject: text,
  from: person,
  to: listOf(person),
  cc: listOf(person),
  bcc: listOf(person),
  links: listOf(shape({ url: text, text })),
  reading_time: perhaps(flag),
  sent_at: text,
  observed_at: text,
});

const change: Record<string, Check> = {
  sent: shape({ report }),
  ids: shape({ lease: text, ids: shape(ids), at: text }),
  undone: shape({ lease: text, at: text }),
};

const pageState = shape({
  paired: flag,
  tracking: flag,
  links: flag,
  decoy: flag,
  reading_time: flag,
  epoch: text,
  exclusions: listOf(text),
  phishing_guard: flag,
  sensitive_guard: flag,
  own: listOf(shape({ host: text, pixels: text, links: text })),
  leases: listOf(lease),
  used: listOf(shape({ draft: text, lease, message: maybe(text), links: count, undone: flag })),
});

const settings = shape({
  language: maybe(text),
  tracking: flag,
  links: flag,
  decoy: flag,
  reading_time: flag,
  exclusions: listOf(text),
  phishing_guard: flag,
  sensitive_guard: flag,
  notify: shape({
    on: flag,
    first_only: flag,
    clicks: flag,
    quiet_from: maybe(text),
    quiet_to: maybe(text),
  }),
});

const choice = shape({
  key: text,
  draft: maybe(text),
  subject: text,
  tracking: flag,
  links: flag,
  without: listOf(text),
  active: flag,
});

const untracked = shape({
  subject: text,
  why: oneOf("off", "no lease", "plain text", "sealed", "unpaired"),
  at: text,
});

const foundMarks = shape({ lease: text, pixel: flag, links: count, of: count });

const account = shape({
  name: text,
  email: text,
  prefix: (value) => typeof value === "string" && /^[a-z0-9]{8}$/.test(value),
  public_url: webAddress,
  dashboard_url: webAddress,
});

const pairedBrowser = shape({
  id: text,
  name: text,
  paired_at: text,
  seen_at: maybe(text),
  this: flag,
});

const proof = shape({
  by: oneOf("gmail", "browser"),
  pixel: flag,
  links: count,
  of: count,
  at: text,
});

const feedItem = shape({
  id: text,
  subject: text,
  recipients: text,
  sent_at: text,
  state: oneOf("sent", "scheduled", "undone", "unreported"),
  opens: count,
  clicks: count,
  first_open_at: maybe(text),
  last_open_at: maybe(text),
  last_activity_at: maybe(text),
  certainty: oneOf("person", "likely_person", null),
  unseen: flag,
  muted: flag,
  remind_at: maybe(text),
  proof: maybe(proof),
  readers: perhaps(count),
  replied_at: perhaps(maybe(text)),
  bounced_at: perhaps(maybe(text)),
  bounces: perhaps(count),
  url: webAddress,
});

export const isLease = (value: unknown): value is Lease => lease(value);
export const isReport = (value: unknown): value is Report => report(value);
export const isMailIds = (value: unknown): value is MailIds => shape(ids)(value);
export const isPageState = (value: unknown): value is PageState => pageState(value);
export const isSettings = (value: unknown): value is Settings => settings(value);
export const isChoices = (value: unknown): value is Choice[] => listOf(choice)(value);
export const isUntracked = (value: unknown): value is UntrackedSend => untracked(value);
export const isFoundMarks = (value: unknown): value is FoundMarks => foundMarks(value);
export const isAccount = (value: unknown): value is Account => account(value);
export const isBrowsers = (value: unknown): value is { browsers: readonly PairedBrowser[] } =>
  isFields(value) && listOf(pairedBrowser)(value.browsers);
export const isFeedFilter = (value: unknown): value is FeedFilter =>
  oneOf("", "unopened", "opened_today", "clicked")(value);
export const isProof = (value: unknown): value is Proof => proof(value);
export const isFeedItem = (value: unknown): value is FeedItem => feedItem(value);

export function isChange(value: unknown): value is Change {
  if (!isFields(value) || typeof value.kind !== "string") return false;
  // Every object has a "constructor".
  if (!Object.hasOwn(change, value.kind)) return false;
  return change[value.kind]?.(value) ?? false;
}

export function isFeed(value: unknown): value is Feed {
  if (!isFields(value) || !maybe(text)(value.looked_to ?? null)) return false;
  return listOf(feedItem)(value.messages) && count(value.unseen) && text(value.now);
}
