/** Keeps in memory the page's leases, the drafts that used them, and the choices. No I/O. */
import type { Change, Lease, MailIds, Report, UntrackedSend } from "../../lib/protocol/shapes/mail";
import type { Choice, PageState } from "../../lib/protocol/shapes/page";
import { type MailChoice, type Rewritten, rewrite, type Send, type Settings } from "./rewrite";
import type { Save } from "./saved-drafts";

/**
 * A lease must be valid for this much longer, or opens would stop counting while people still read the mail.
 */
const SHORTEST_LIFE_S = 7 * 24 * 3600;

type Used = { readonly lease: Lease; readonly undone: boolean };

export type Outcome = {
  readonly body: string;
  readonly changes: readonly Change[];
  readonly untracked: readonly UntrackedSend[];
  /** Ids of the drafts that are sent, tracked or not. */
  readonly left: readonly string[];
  readonly saves: readonly Save[];
  /** Ids of the drafts in a form that is not known, and of those that are neither saved nor sent. */
  readonly strange: readonly string[];
  readonly unlabelled: readonly string[];
  readonly empty: boolean;
};

export class PageMemory {
  private epoch = "";
  private ahead = 0;
  private free: Lease[] = [];
  private readonly used = new Map<string, Used>();
  private readonly spent = new Set<string>();
  /** Choices by draft id, from the send until the draft is saved again. */
  private readonly earlier = new Map<string, MailChoice>();
  private settings: Settings = {
    paired: false,
    tracking: false,
    links: false,
    decoy: false,
    view_time: false,
    exclusions: [],
    phishing_guard: true,
    sensitive_guard: true,
    own: [],
    choices: [],
  };

  /** Takes the state that the worker sent: adds its leases and past sends, and replaces the settings. */
  receive(state: PageState): void {
    if (state.epoch !== this.epoch) this.free = [];
    this.epoch = state.epoch;
    const {
      epoch: _,
      leases: __,
      used: ___,
      limited: ____,
      trouble: _____,
      ahead,
      ...settings
    } = state;
    this.ahead = ahead ?? 0;
    this.settings = { ...this.settings, ...settings };
    for (const lease of state.leases) if (!this.holds(lease.id)) this.free.push(lease);
    for (const { draft, lease, undone } of state.used) {
      // What this page knows about a draft is newer than the worker's state.
      if (!this.used.has(draft)) this.used.set(draft, { lease, undone });
      this.spend(lease.id);
    }
  }

  choose(choices: readonly Choice[]): void {
    this.settings = { ...this.settings, choices };
  }

  /**
   * Drops all leases. A page that returns from the back/forward cache may have leases that other pages have
   * received since.
   */
  empty(): void {
    this.free = [];
  }

  get leaseCount(): number {
    return this.free.length;
  }

  /** Returns the time by the server's clock, which dates leases and reports. */
  serverTime(now: number): number {
    return now - this.ahead;
  }

  /**
   * Rewrites one request body and remembers the sends in it. `here` is this computer's time. Throws, and changes
   * nothing, if the body is not JSON.
   */
  handle(text: string, here: number): Outcome {
    const now = this.serverTime(here);
    const free = this.free.filter((lease) => lease.expires_at > now / 1000 + SHORTEST_LIFE_S);
    const used = new Map([...this.used].map(([draft, { lease }]) => [draft, lease]));
    const done = rewrite(text, { free, used }, { ...this.settings, earlier: this.earlier });
    return { body: done.body, ...this.remember(done, new Date(now).toISOString()) };
  }

  /** Returns the id of the lease with which this or another page has sent a draft; null if none has. */
  leaseOf(draft: string): string | null {
    return this.used.get(draft)?.lease.id ?? null;
  }

  private remember(done: Rewritten, at: string): Omit<Outcome, "body"> {
    for (const { draft } of done.saves) this.earlier.delete(draft.id);
    for (const { draft, choice } of done.sends) this.earlier.set(draft.id, choice);
    const undone = done.saves.flatMap(({ draft }) => this.undo(draft.id, at));
    const sent = done.sends.flatMap((send) => this.send(send, at));
    const untracked = done.sends.flatMap(({ draft, why }) =>
      why === null ? [] : [{ subject: draft.subject, why, at }],
    );
    const left = done.sends.map(({ draft }) => draft.id);
    const { saves, strange, unlabelled, empty } = done;
    return { changes: [...undone, ...sent], untracked, left, saves, strange, unlabelled, empty };
  }

  private send(send: Send, at: string): Change[] {
    if (send.lease === null) return [];
    this.used.set(send.draft.id, { lease: send.lease, undone: false });
    this.spend(send.lease.id);
    return [{ kind: "sent", report: reportOf(send, send.lease, at) }];
  }

  /** Notes an undone send: Gmail saves a sent draft again only if the person has undone the send. */
  private undo(draft: string, at: string): Change[] {
    const used = this.used.get(draft);
    if (used === undefined || used.undone) return [];
    this.used.set(draft, { ...used, undone: true });
    return [{ kind: "undone", lease: used.lease.id, at }];
  }

  private holds(id: string): boolean {
    return this.spent.has(id) || this.free.some((lease) => lease.id === id);
  }

  private spend(id: string): void {
    this.spent.add(id);
    this.free = this.free.filter((lease) => lease.id !== id);
  }
}

const NO_IDS: MailIds = { gmail_message_id: null, gmail_thread_id: null, rfc822_message_id: null };

function reportOf({ draft, links, view_time }: Send, lease: Lease, at: string): Report {
  const { subject, from, to, cc, bcc } = draft;
  const state = draft.scheduled ? "scheduled" : "sent";
  return {
    ...NO_IDS,
    lease: lease.id,
    pixel_token: lease.pixel_token,
    state,
    draft_id: draft.id,
    subject,
    from,
    to,
    cc,
    bcc,
    links,
    view_time,
    sent_at: at,
    observed_at: at,
  };
}
