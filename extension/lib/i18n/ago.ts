/** Formats how long ago something was, in the person's language. */
import { locale, say } from "./texts";

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["week", 7 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
];

/**
 * Returns how long before `now` (milliseconds) `then` (ISO 8601) was: "just now" for less than a minute, and
 * for a time in the future, which happens when clocks differ.
 */
export function ago(then: string, now: number): string {
  const seconds = Math.floor((now - Date.parse(then)) / 1000);
  const step = STEPS.find(([, length]) => seconds >= length);
  if (step === undefined) return say("just_now");
  const [unit, length] = step;
  return new Intl.RelativeTimeFormat(locale(), { numeric: "always" }).format(
    -Math.floor(seconds / length),
    unit,
  );
}
