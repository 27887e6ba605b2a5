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
 * Takes `then` as ISO 8601 and `now` in milliseconds. Says "just now" below one minute, and when
 * the clocks differ.
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
