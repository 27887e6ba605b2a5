/** What the extension's own windows and content scripts ask the worker, and what they are told. */
import type { Copies, CopyWish, Permit, Sending } from "./copies";
import type { Marks, Outlook, Said, Timelines } from "./reading";
import type {
  Account,
  Change,
  Feed,
  FeedFilter,
  FoundMarks,
  LinkRules,
  PageState,
  PairedBrowser,
  UntrackedSend,
} from "./shapes";
import type { Words } from "./words";

/** Which native notices come. Quiet hours as "22:00" on the person's own clock, null: none. */
export type NotifySettings = {
  readonly on: boolean;
  /** Only the first open and the first click of each mail. */
  readonly first_only: boolean;
  readonly clicks: boolean;
  readonly quiet_from: string | null;
  readonly quiet_to: string | null;
};

import type { KeptWish } from "./wish";

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

/** Whether the server answered last, and since when it has not. */
export type Link = { readonly online: boolean; readonly since: string | null };

export type PendingPairing = {
  readonly server: string;
  readonly user_code: string;
  readonly verify_url: string;
  /** Milliseconds since 1970. */
  readonly expires_at: number;
};

export type Overview = {
  readonly account: Account | null;
  readonly server: string | null;
  /** True after the server has withdrawn the pairing. */
  readonly revoked: boolean;
  readonly link: Link;
  readonly feed: Feed | null;
  /** Reports that the server has not got yet. */
  readonly waiting: number;
  readonly untracked: readonly UntrackedSend[];
  readonly settings: Settings;
  /** Since when own views can no longer be kept from counting in Gmail; null while all is well. */
  readonly unblocked: string | null;
  readonly pending: PendingPairing | null;
  /** Why the last pairing ended without success, as a sentence. */
  readonly problem: string | null;
  /** The address that the downloaded build came from. */
  readonly suggested: string | null;
};

export type Asks = {
  "page/need": { ask: { have: number; epoch: string }; answer: PageState };
  "page/change": { ask: { change: Change }; answer: true };
  "page/untracked": { ask: { send: UntrackedSend }; answer: true };
  "page/words": { ask: object; answer: Words | null };
  "page/proof": { ask: { found: FoundMarks }; answer: true };
  "page/wish": { ask: { wish: KeptWish }; answer: true };
  "page/wishes": { ask: object; answer: readonly KeptWish[] };
  "page/default": { ask: { tracking: boolean; links: boolean }; answer: true };
  "page/marks": { ask: { threads: string[] }; answer: Marks };
  "page/timelines": { ask: { messages: string[] }; answer: Timelines };
  "page/viewing": { ask: Viewing; answer: true };
  "page/outlook": { ask: { recipients: string[] }; answer: Outlook };
  "page/copies": { ask: { wish: CopyWish }; answer: Sending };
  /** Drafts that have gone out as individual copies. */
  "page/copies/drafts": { ask: object; answer: readonly string[] };
  "page/copies/permit": { ask: object; answer: Permit | null };
  "page/copies/state": { ask: { id: string }; answer: Copies | null };
  /** The draft has left by Gmail's own button. */
  "page/copies/stop": { ask: { draft: string }; answer: Copies | null };
  "page/mute": { ask: { message: string; muted: boolean }; answer: true };
  "page/correct": { ask: { event: string; said: Said | null }; answer: true };
  "window/overview": { ask: object; answer: Overview };
  "window/refresh": { ask: object; answer: Overview };
  /** Null: the server did not answer. */
  "window/list": { ask: { q: string; filter: FeedFilter }; answer: Feed | null };
  /** False: the server did not do it. */
  "window/mute": { ask: { message: string; muted: boolean }; answer: boolean };
  "window/remind": { ask: { message: string; days: number | null }; answer: boolean };
  /** Null: the server did not answer. */
  "window/browsers": { ask: object; answer: readonly PairedBrowser[] | null };
  /** False: the server did not do it. */
  "window/disconnect": { ask: { browser: string }; answer: boolean };
  "window/seen": { ask: object; answer: true };
  "window/settings": { ask: { settings: Settings }; answer: Overview };
  "window/pair": { ask: { server: string }; answer: Overview };
  "window/poll": { ask: object; answer: Overview };
  "window/cancel": { ask: object; answer: Overview };
  "window/unpair": { ask: object; answer: Overview };
};

export type AskName = keyof Asks;

/** Own mails (legacy ids) that this page has just shown, and whether their pictures' addresses are whole. */
export type Viewing = { messages: string[]; fragment: "kept" | "lost" | null };

/** Rejects where the worker cannot be reached or could not do it. */
export async function ask<N extends AskName>(
  name: N,
  fields: Asks[N]["ask"],
): Promise<Asks[N]["answer"]> {
  const reply: unknown = await chrome.runtime.sendMessage({ name, ...fields });
  const { answer, problem } = (reply ?? {}) as { answer?: Asks[N]["answer"]; problem?: string };
  if (answer === undefined) throw new Error(problem ?? "no answer");
  return answer;
}

/** The worker's word to content scripts: ask again, something is new. */
export const POKE = "sightline-poke";
/** The worker's word to content scripts: marks and timelines may have changed. */
export const NEWS = "sightline-news";
