/** Validates what the server sends about an account and its browsers. */

import type { Account, PairedBrowser, Quota } from "../shapes/account";
import { count, flag, isFields, listOf, maybe, perhaps, shape, text, webAddress } from "./check";

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
  address: perhaps(text),
  place: perhaps(text),
  ends_at: perhaps(text),
  this: flag,
});

const quota = shape({
  limit: count,
  until: (value) => text(value) && Number.isFinite(Date.parse(value as string)),
});

export const isAccount = (value: unknown): value is Account => account(value);

export const isQuota = (value: unknown): value is Quota => quota(value);
export const isBrowsers = (value: unknown): value is { browsers: readonly PairedBrowser[] } =>
  isFields(value) && listOf(pairedBrowser)(value.browsers);
