/** Validates what the worker sends to a page, and the choices that a person made for drafts. */

import type { DraftPreferences, PageState } from "../shapes/page";
import { count, flag, isFields, listOf, maybe, perhaps, shape, text } from "./check";
import { isLease } from "./mail";

const pageState = shape({
  paired: flag,
  limited: perhaps(flag),
  trouble: perhaps(maybe(shape({ why: text, status: count, server: text }))),
  ahead: perhaps(count),
  tracking: flag,
  links: flag,
  decoy: flag,
  view_time: flag,
  epoch: text,
  exclusions: listOf(text),
  phishing_guard: flag,
  sensitive_guard: flag,
  own: listOf(shape({ host: text, pixels: text, links: text })),
  leases: listOf(isLease),
  used: listOf(
    shape({ draft: text, lease: isLease, message: maybe(text), links: count, undone: flag }),
  ),
});

export const isPageState = (value: unknown): value is PageState => pageState(value);

export function isDraftPreferences(value: unknown): value is DraftPreferences {
  if (!isFields(value) || !text(value.draft) || !listOf(text)(value.without)) return false;
  return [value.tracking, value.links].every((choice) => choice === null || flag(choice));
}
