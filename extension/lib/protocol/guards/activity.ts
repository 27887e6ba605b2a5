/** Validates what the server sends about the activity of sent mails. */

import type {
  BrowserNotification,
  BrowserNotifications,
  Correction,
  Feed,
  FeedFilter,
  FeedItem,
  ImageBlockingByAddress,
  ThreadStatuses,
  Timelines,
} from "../shapes/activity";
import {
  count,
  flag,
  isFields,
  listOf,
  maybe,
  oneOf,
  perhaps,
  shape,
  tableOf,
  text,
  webAddress,
} from "./check";
import { isProof } from "./mail";

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
  proof: maybe(isProof),
  recipient_count: perhaps(count),
  replied_at: perhaps(maybe(text)),
  bounced_at: perhaps(maybe(text)),
  bounces: perhaps(count),
  through_desk: perhaps(flag),
  url: webAddress,
});

export const isFeedFilter = (value: unknown): value is FeedFilter =>
  oneOf("", "unopened", "opened_today", "clicked")(value);

export const isFeedItem = (value: unknown): value is FeedItem => feedItem(value);

export function isFeed(value: unknown): value is Feed {
  if (!isFields(value) || !maybe(text)(value.searched_to ?? null)) return false;
  return listOf(feedItem)(value.messages) && count(value.unseen) && text(value.now);
}

const status = shape({
  state: oneOf("sent", "opened", "opened_certain", "clicked"),
  id: text,
  recipients: text,
  recipient_count: perhaps(count),
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
  correction: oneOf("sender", "automated", "recipient", null),
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

const imageBlocking = shape({ images: oneOf("on", "usually off", "unknown") });

const notification = shape({
  id: text,
  kind: oneOf("first_open", "open", "click", "reminder"),
  message: text,
  text,
  subject: text,
  recipients: text,
  at: text,
  mailbox: perhaps(maybe(text)),
  gmail_thread_id: maybe(text),
  url: webAddress,
});

export const isThreadStatuses = (value: unknown): value is ThreadStatuses =>
  tableOf(maybe(status))(value);
export const isTimelines = (value: unknown): value is Timelines => tableOf(timeline)(value);
export const isImageBlocking = (value: unknown): value is ImageBlockingByAddress =>
  tableOf(imageBlocking)(value);
export const isBrowserNotification = (value: unknown): value is BrowserNotification =>
  notification(value);
export const isCorrection = (value: unknown): value is Correction =>
  oneOf("sender", "automated", "recipient")(value);

export function isBrowserNotifications(value: unknown): value is BrowserNotifications {
  return isFields(value) && listOf(notification)(value.notifications) && text(value.cursor);
}

/** Returns whether `value` is one of Gmail's legacy ids: hexadecimal, as in the Gmail API. */
export function isLegacyId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{6,20}$/.test(value);
}
