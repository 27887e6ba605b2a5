/** Types of the settings on the options page. */
import type { LinkRules } from "./page";

/** Which desktop notifications are shown. Quiet hours are local times such as "22:00"; null for none. */
export type NotifySettings = {
  readonly on: boolean;
  /** Whether only the first open and the first click of each mail are shown. */
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
  /** Adds a hidden link to each mail with tracked links; only a machine follows that link. */
  readonly decoy: boolean;
  /** Adds a second image, which measures view time in some mail clients; off by default. */
  readonly view_time: boolean;
  readonly notify: NotifySettings;
  /** One of the packaged languages; null for the browser's language. */
  readonly language: string | null;
};

/** The texts of one language, as the worker sends them to content scripts. */
export type Texts = { readonly language: string; readonly texts: Readonly<Record<string, string>> };
