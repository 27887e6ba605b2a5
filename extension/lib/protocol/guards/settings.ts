/** Validates the settings that the options page sends. */

import type { Settings } from "../shapes/settings";
import { flag, listOf, maybe, shape, text } from "./check";

const settings = shape({
  language: maybe(text),
  tracking: flag,
  links: flag,
  decoy: flag,
  view_time: flag,
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

export const isSettings = (value: unknown): value is Settings => settings(value);
