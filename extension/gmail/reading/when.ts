/** A moment as the person's calendar and clock say it; such words do not grow old while they are shown. */
import { locale } from "../../lib/i18n/words";

let formats: {
  readonly locale: string;
  today: Intl.DateTimeFormat;
  other: Intl.DateTimeFormat;
} | null = null;

/** `moment` is ISO 8601; today's are told by the time alone. Empty for none. */
export function when(moment: string | null, now = new Date()): string {
  const at = new Date(moment ?? Number.NaN);
  if (Number.isNaN(at.getTime())) return "";
  const { today, other } = formatsOf(locale());
  return (at.toDateString() === now.toDateString() ? today : other).format(at);
}

function formatsOf(language: string): NonNullable<typeof formats> {
  if (formats?.locale === language) return formats;
  const clock = { hour: "numeric", minute: "2-digit" } as const;
  formats = {
    locale: language,
    today: new Intl.DateTimeFormat(language, clock),
    other: new Intl.DateTimeFormat(language, { day: "numeric", month: "short", ...clock }),
  };
  return formats;
}
