/** Validates what a page and the server send about a mail. */

import type {
  Change,
  FoundMarks,
  Lease,
  MailIds,
  Proof,
  Report,
  UntrackedSend,
} from "../shapes/mail";
import {
  type Check,
  count,
  flag,
  isFields,
  listOf,
  maybe,
  oneOf,
  perhaps,
  shape,
  text,
  webAddress,
} from "./check";

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
  view_time_url: perhaps(webAddress),
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
  view_time: perhaps(flag),
  mailbox: perhaps(text),
  sent_at: text,
  observed_at: text,
});

const change: Record<string, Check> = {
  sent: shape({ report }),
  ids: shape({ lease: text, ids: shape(ids), at: text }),
  undone: shape({ lease: text, at: text }),
};

const untracked = shape({
  subject: text,
  why: oneOf("off", "no lease", "plain text", "sealed", "unpaired", "unknown form"),
  at: text,
});

const foundMarks = shape({ lease: text, pixel: flag, links: count, of: count });

const proof = shape({
  by: oneOf("gmail", "browser"),
  pixel: flag,
  links: count,
  of: count,
  at: text,
});

export const isLease = (value: unknown): value is Lease => lease(value);
export const isReport = (value: unknown): value is Report => report(value);
export const isMailIds = (value: unknown): value is MailIds => shape(ids)(value);
export const isUntracked = (value: unknown): value is UntrackedSend => untracked(value);
export const isFoundMarks = (value: unknown): value is FoundMarks => foundMarks(value);
export const isProof = (value: unknown): value is Proof => proof(value);

export function isChange(value: unknown): value is Change {
  if (!isFields(value) || typeof value.kind !== "string") return false;
  // Without this check, "constructor" would be found, because every object has it.
  if (!Object.hasOwn(change, value.kind)) return false;
  return change[value.kind]?.(value) ?? false;
}
