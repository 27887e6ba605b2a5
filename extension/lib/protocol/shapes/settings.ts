/** What a person sets in the options. */
import type { LinkRules } from "./page";

/** Which native notices come. Quiet hours as "22:00" on the person's own clock, null: none. */
export type NotifySettings = {
  readonly on: boolean;
  /** Only the first open and the first click of each mail. */
  readonly first_only: boolean;
  readonly clicks: boolean;
  readonly quiet_from: string | null;
  readonly quiet_to: string | null;
};

export const NOTIFY_FIRST: NotifySettings = {
  on: true,
  first_only: true,
  clicks: true,
  quiet_from: null,
  quiet_to: null,
};

export type Settings = LinkRules & {
  readonly tracking: boolean;
  readonly links: boolean;
  /** A hidden link in each mail whose links are tracked: whoever follows it is a machine. */
  readonly decoy: boolean;
  /** Off unless somebody wants it: a second picture tells how long a mail is read, in some programs. */
  readonly reading_time: boolean;
  readonly notify: NotifySettings;
  /** One of the packaged languages; null: the browser's. */
  readonly language: string | null;
};

/** One language's table, as it crosses from the worker to a content script. */
export type Texts = { readonly language: string; readonly texts: Readonly<Record<string, string>> };
