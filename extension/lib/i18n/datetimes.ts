/** Moments as short dates and times, in the language of the texts. */
import { locale } from "./words";

/** The time today, the date otherwise. */
export function day(iso: string): string {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  return today ? clock(iso) : date.toLocaleDateString(locale(), { month: "short", day: "numeric" });
}

/** With its year. */
export function date(iso: string): string {
  return new Date(iso).toLocaleDateString(locale(), { dateStyle: "medium" });
}

export function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString(locale(), { hour: "numeric", minute: "2-digit" });
}
