/** Decides from the person's settings which notifications are shown. */

import type { BrowserNotification } from "../lib/protocol/shapes/activity";
import type { NotifySettings } from "../lib/protocol/shapes/settings";

/**
 * Returns whether to show the notification. `clicked` are the messages for which a click was shown before;
 * `now` is the person's local time. The server sends no notifications about machines or muted mails.
 */
export function isWanted(
  notification: BrowserNotification,
  rules: NotifySettings,
  clicked: ReadonlySet<string>,
  now: Date,
): boolean {
  if (!rules.on || isQuiet(rules, now)) return false;
  if (notification.kind === "open") return !rules.first_only;
  if (notification.kind !== "click") return true;
  return rules.clicks && !(rules.first_only && clicked.has(notification.message));
}

/**
 * Returns whether `now` is in the quiet hours ("22:00"); if `from` is later than `to`, they include midnight.
 */
export function isQuiet({ quiet_from: from, quiet_to: to }: NotifySettings, now: Date): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  if (start === null || end === null || start === end) return false;
  const minute = now.getHours() * 60 + now.getMinutes();
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}

function minuteOf(time: string | null): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time ?? "");
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}
