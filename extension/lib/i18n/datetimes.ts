/** Formats dates and times briefly, in the language of the texts. */
import { locale } from "./texts";

/** Returns the time of a moment today, and the date of any other. */
export function day(iso: string): string {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  return today ? clock(iso) : date.toLocaleDateString(locale(), { month: "short", day: "numeric" });
}

/** Returns the date with the year. */
export function date(iso: string): string {
  return new Date(iso).toLocaleDateString(locale(), { dateStyle: "medium" });
}

export function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString(locale(), { hour: "numeric", minute: "2-digit" });
}

let formats: {
  readonly locale: string;
  today: Intl.DateTimeFormat;
  other: Intl.DateTimeFormat;
} | null = null;

/**
 * Returns the time of a moment today, and the date and time of any other; "" for null. The result is absolute
 * ("14:05", not "an hour ago"), so it stays true while it is shown.
 */
export function moment(iso: string | null, now = new Date()): string {
  const at = new Date(iso ?? Number.NaN);
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
