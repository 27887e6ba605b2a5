/** Says how far this computer's clock is from the server's. */
import { say, sayCount } from "../i18n/texts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `ahead`: milliseconds, negative if the clock is behind; null if the clocks hardly differ. */
export function clockWords(ahead: number): string | null {
  if (ahead === 0) return null;
  const span = spanOf(Math.abs(ahead));
  return say(ahead > 0 ? "clock_ahead" : "clock_behind", span);
}

function spanOf(ms: number): string {
  if (ms >= 2 * DAY_MS) return sayCount("span_days", Math.round(ms / DAY_MS));
  if (ms >= 2 * HOUR_MS) return sayCount("span_hours", Math.round(ms / HOUR_MS));
  return sayCount("span_minutes", Math.round(ms / MINUTE_MS));
}
