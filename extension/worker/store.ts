/** Stores the extension's state: one typed record in storage.local, changed under a lock. */
import { isFields } from "../lib/protocol/guards/check";
import type { Account, Link, PendingPairing, Quota } from "../lib/protocol/shapes/account";
import type { BrowserNotification, Feed } from "../lib/protocol/shapes/activity";
import type { FoundMarks, Lease, Own, Report, UntrackedSend } from "../lib/protocol/shapes/mail";
import type { DraftPreferences } from "../lib/protocol/shapes/page";
import { NOTIFY_FIRST, type Settings } from "../lib/protocol/shapes/settings";

export type Pairing = {
  readonly server: string;
  readonly token: string;
  readonly account: Account;
  /** Identifies this pairing, so that leases of another pairing are not used. */
  readonly epoch: string;
};

export type Pending = PendingPairing & { readonly device_code: string; readonly interval: number };

/** A queued report. `home` identifies the account that it belongs to; times are in milliseconds. */
export type Waiting = {
  readonly report: Report;
  readonly home: string;
  readonly tries: number;
  readonly due: number;
  readonly since: number;
};

/** A lease that a page has; `tab` is that page's tab, unknown for leases that an older version handed out. */
export type HandedLease = Lease & { readonly tab?: number };

export type LedgerEntry = { readonly lease: Lease; readonly home: string; readonly report: Report };

export type ShownNotification = {
  readonly id: string;
  readonly thread: string | null;
  readonly mailbox?: string | null;
  readonly url: string;
};

/**
 * The state of desktop notifications. `epoch` is the pairing that `cursor` belongs to; `mailbox` is the path of
 * the Gmail account, such as `/mail/u/0/`.
 */
export type NotificationState = {
  readonly epoch: string;
  readonly cursor: string | null;
  readonly mailbox: string | null;
  readonly pending: readonly BrowserNotification[];
  readonly shown: readonly ShownNotification[];
  /** Ids of shown notifications that the server does not know about yet. */
  readonly unreported?: readonly string[];
  /** Messages for which a notification of a click was shown. */
  readonly clicked: readonly string[];
};

export type StoredState = {
  pairing: Pairing | null;
  pending: Pending | null;
  problem: string | null;
  /** Another address to try after a failed pairing. */
  suggestion: string | null;
  revoked: boolean;
  settings: Settings;
  leases: readonly Lease[];
  handed: readonly HandedLease[];
  ledger: readonly LedgerEntry[];
  outbox: readonly Waiting[];
  feed: Feed | null;
  own: readonly Own[];
  link: Link;
  untracked: readonly UntrackedSend[];
  /** The quota that was used up last, and since when. */
  quota: (Quota & { readonly since: string }) | null;
  preferences: readonly DraftPreferences[];
  /** Drafts whose individual copies were, or may have been, released; the newest is last. */
  copied: readonly string[];
  notified: NotificationState;
  proofs: readonly (FoundMarks & { readonly tries: number })[];
  /** Since when Gmail's proxy drops the URL fragment that the blocking rule matches; null while it is kept. */
  unblocked: string | null;
  /** The addresses of the Gmail accounts that tabs show. */
  mailboxes: readonly { readonly tab: number; readonly mailbox: string }[];
  /** Whether the answers of `server` have the mark (marking.ts). */
  marking: { readonly server: string; readonly marked: boolean } | null;
  /** By how many milliseconds this computer's clock is ahead of the server's; 0 if they hardly differ. */
  ahead: number;
  /** The tabs in which Gmail's form is not known, and since when. */
  changedTabs: readonly { readonly tab: number; readonly since: string }[];
};

const EMPTY: StoredState = {
  pairing: null,
  pending: null,
  problem: null,
  suggestion: null,
  revoked: false,
  settings: {
    tracking: true,
    links: true,
    decoy: false,
    view_time: false,
    exclusions: [],
    phishing_guard: true,
    sensitive_guard: true,
    notify: NOTIFY_FIRST,
    language: null,
  },
  leases: [],
  handed: [],
  ledger: [],
  outbox: [],
  feed: null,
  own: [],
  link: { online: true, since: null },
  untracked: [],
  quota: null,
  preferences: [],
  copied: [],
  notified: { epoch: "", cursor: null, mailbox: null, pending: [], shown: [], clicked: [] },
  proofs: [],
  unblocked: null,
  mailboxes: [],
  marking: null,
  ahead: 0,
  changedTabs: [],
};

export async function read<K extends keyof StoredState>(
  ...keys: K[]
): Promise<Pick<StoredState, K>> {
  const found = await chrome.storage.local.get(keys);
  const empty = Object.fromEntries(keys.map((key) => [key, EMPTY[key]]));
  if (isFields(found.settings)) found.settings = filledUp(found.settings);
  return { ...empty, ...found } as Pick<StoredState, K>;
}

/** Fills in settings that an older version did not have. */
function filledUp(stored: Record<string, unknown>): unknown {
  const notify = isFields(stored.notify) ? stored.notify : {};
  return { ...EMPTY.settings, ...stored, notify: { ...EMPTY.settings.notify, ...notify } };
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads `keys`, and writes what `step` returns. Steps run one after another: if two handlers read before either
 * of them writes, both could hand out the same lease.
 */
export function change<K extends keyof StoredState>(
  keys: readonly K[],
  step: (kept: Pick<StoredState, K>) => Partial<StoredState> | null,
): Promise<void> {
  const turn = last.then(async () => {
    const written = step(await read(...keys));
    if (written !== null) await chrome.storage.local.set(written);
  });
  last = turn.catch(() => {});
  return turn;
}

export function write(values: Partial<StoredState>): Promise<void> {
  return change([], () => values);
}

/** Returns what identifies the pairing's account and server. Reports are never sent to another account. */
export function homeOf(pairing: Pairing): string {
  return `${pairing.server} ${pairing.account.prefix}`;
}
