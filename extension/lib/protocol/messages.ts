/** Defines the messages that content scripts, popup and options page send to the worker, with the answers. */
import type { Account, PairedBrowser, PendingPairing, Quota, Standing } from "./shapes/account";
import type {
  Correction,
  Feed,
  FeedFilter,
  ImageBlockingByAddress,
  ThreadStatuses,
  Timelines,
} from "./shapes/activity";
import type { Copies, CopyRequest, Permit, Sending } from "./shapes/copies";
import type { Change, FoundMarks, UntrackedSend } from "./shapes/mail";
import type { DraftPreferences, PageState, Viewing } from "./shapes/page";
import type { Settings, Texts } from "./shapes/settings";

export type Overview = Standing & {
  readonly account: Account | null;
  /** True after the server has revoked the pairing. */
  readonly revoked: boolean;
  readonly feed: Feed | null;
  readonly untracked: readonly UntrackedSend[];
  /** The daily quota that was used up last, and since when. */
  readonly quota: (Quota & { readonly since: string }) | null;
  readonly settings: Settings;
  /** Since when own views in Gmail can no longer be kept out of the counts; null while they can. */
  readonly unblocked: string | null;
  /** Since when Gmail saves or sends in a form that is not known, in a tab that is open; null while it is understood. */
  readonly changed: string | null;
  readonly pending: PendingPairing | null;
  /** Why the last pairing failed, as a sentence. */
  readonly problem: string | null;
  /** Another address of the server to try after a failed pairing; null if none is known. */
  readonly suggestion: string | null;
  /** The server that this build was downloaded from; null if unknown. */
  readonly suggested: string | null;
};

export type Asks = {
  "page/need": { ask: { have: number; epoch: string }; answer: PageState };
  "page/change": { ask: { change: Change }; answer: true };
  "page/untracked": { ask: { send: UntrackedSend }; answer: true };
  /** Whether Gmail's form is known in this tab, as far as its saves and sends say. A new page begins with true. */
  "page/form": { ask: { understood: boolean }; answer: true };
  /** The address of the Gmail account that the tab shows. */
  "page/mailbox": { ask: { mailbox: string }; answer: true };
  "page/texts": { ask: object; answer: Texts | null };
  "page/proof": { ask: { found: FoundMarks }; answer: true };
  "page/preferences": { ask: { preferences: DraftPreferences }; answer: true };
  "page/preferences/all": { ask: object; answer: readonly DraftPreferences[] };
  "page/default": { ask: { tracking: boolean; links: boolean }; answer: true };
  "page/thread-statuses": { ask: { threads: string[] }; answer: ThreadStatuses };
  "page/timelines": { ask: { messages: string[] }; answer: Timelines };
  "page/viewing": { ask: Viewing; answer: true };
  "page/image-blocking": { ask: { recipients: string[] }; answer: ImageBlockingByAddress };
  "page/copies": { ask: { request: CopyRequest }; answer: Sending };
  /** Drafts that were sent as individual copies. */
  "page/copies/drafts": { ask: object; answer: readonly string[] };
  "page/copies/permit": { ask: object; answer: Permit | null };
  "page/copies/state": { ask: { id: string }; answer: Copies | null };
  /** Stops the copies of a draft that was sent with Gmail's own button. */
  "page/copies/stop": { ask: { draft: string }; answer: Copies | null };
  "page/mute": { ask: { message: string; muted: boolean }; answer: true };
  "page/correct": { ask: { event: string; correction: Correction | null }; answer: true };
  "window/overview": { ask: object; answer: Overview };
  "window/refresh": { ask: object; answer: Overview };
  /** Null if the server did not answer. */
  "window/list": { ask: { q: string; filter: FeedFilter }; answer: Feed | null };
  /** False if the server did not make the change. */
  "window/mute": { ask: { message: string; muted: boolean }; answer: boolean };
  "window/remind": { ask: { message: string; days: number | null }; answer: boolean };
  /** Null if the server did not answer. */
  "window/browsers": { ask: object; answer: readonly PairedBrowser[] | null };
  /** False if the server did not disconnect the browser. */
  "window/disconnect": { ask: { browser: string }; answer: boolean };
  "window/seen": { ask: object; answer: true };
  "window/settings": { ask: { settings: Settings }; answer: Overview };
  "window/pair": { ask: { server: string }; answer: Overview };
  "window/poll": { ask: object; answer: Overview };
  "window/cancel": { ask: object; answer: Overview };
  "window/unpair": { ask: object; answer: Overview };
};

export type AskName = keyof Asks;

/** Sends a message to the worker. Rejects if the worker cannot be reached or fails. */
export async function ask<N extends AskName>(
  name: N,
  fields: Asks[N]["ask"],
): Promise<Asks[N]["answer"]> {
  const reply: unknown = await chrome.runtime.sendMessage({ name, ...fields });
  const { answer, problem } = (reply ?? {}) as { answer?: Asks[N]["answer"]; problem?: string };
  if (answer === undefined) throw new Error(problem ?? "no answer");
  return answer;
}

/** The worker's message to content scripts: leases, settings or texts have changed, so fetch them again. */
export const STATE_CHANGED = "sightline-state-changed";

/** The worker's message to content scripts: thread statuses and timelines may have changed. */
export const ACTIVITY_CHANGED = "sightline-activity-changed";
