/** Keeps reports in an outbox, and retries each until the server has answered. */
import type { Change, MailIds, Report } from "../lib/protocol/shapes/mail";
import { type ReportResult, sendReports } from "./api";
import { withConnection } from "./connection";
import {
  change,
  homeOf,
  type LedgerEntry,
  type Pairing,
  read,
  type StoredState,
  type Waiting,
} from "./store";

export const OUTBOX_ALARM = "outbox";
const LEDGER_KEPT = 200;
const OUTBOX_KEPT = 500;
const BATCH = 50;
const LONGEST_WAIT_MS = 30 * 24 * 3600_000;
/** Some days of tries. A clock that is set forward by a year is no month of waiting. */
const FEWEST_TRIES = 200;
const DELAYS_S = [5, 15, 30, 60, 120, 300, 600, 1800];

/**
 * Stores a change that the page in `tab` saw, as a full report. Returns false, and stores nothing, if the lease was
 * not handed out to this tab or has been used for another draft.
 */
export async function keep(seen: Change, now: number, tab?: number): Promise<boolean> {
  let kept = false;
  await change(["pairing", "handed", "ledger", "outbox"], (now_) => {
    const entry = entryAfter(seen, now_, tab);
    if (entry === null) return null;
    kept = true;
    const ledger = [...now_.ledger.filter(({ lease }) => lease.id !== entry.lease.id), entry].slice(
      -LEDGER_KEPT,
    );
    return { ledger, outbox: queued(now_.outbox, entry, now) };
  });
  return kept;
}

type Books = Pick<StoredState, "pairing" | "handed" | "ledger">;

function entryAfter(
  seen: Change,
  { pairing, handed, ledger }: Books,
  tab: number | undefined,
): LedgerEntry | null {
  const id = seen.kind === "sent" ? seen.report.lease : seen.lease;
  const before = ledger.find(({ lease }) => lease.id === id);
  if (before !== undefined) return entryAgain(seen, before);
  const found = handed.find((one) => one.id === id);
  if (found === undefined || pairing === null || seen.kind !== "sent") return null;
  const { tab: owner, ...lease } = found;
  if (owner !== undefined && owner !== tab) return null;
  if (seen.report.pixel_token !== lease.pixel_token) return null;
  return { lease, home: homeOf(pairing), report: seen.report };
}

/** A draft may be sent again, from any tab, after its send was undone; a lease is for one draft only. */
function entryAgain(seen: Change, before: LedgerEntry): LedgerEntry | null {
  if (seen.kind === "sent" && seen.report.draft_id !== before.report.draft_id) return null;
  if (seen.kind === "sent" && seen.report.pixel_token !== before.lease.pixel_token) return null;
  return { ...before, report: reportAfter(seen, before.report) };
}

function reportAfter(seen: Change, before: Report): Report {
  if (seen.kind === "undone") return { ...before, state: "undone", observed_at: seen.at };
  if (seen.kind === "ids") return { ...before, ...known(seen.ids, before), observed_at: seen.at };
  return { ...seen.report, ...known(seen.report, before) };
}

function known(ids: MailIds, before: MailIds): MailIds {
  return {
    gmail_message_id: ids.gmail_message_id ?? before.gmail_message_id,
    gmail_thread_id: ids.gmail_thread_id ?? before.gmail_thread_id,
    rfc822_message_id: ids.rfc822_message_id ?? before.rfc822_message_id,
  };
}

function queued(outbox: readonly Waiting[], { report, home }: LedgerEntry, now: number): Waiting[] {
  const others = outbox.filter((waiting) => waiting.report.lease !== report.lease);
  return [...others, { report, home, tries: 0, due: now, since: now }].slice(-OUTBOX_KEPT);
}

let flushing: Promise<void> | null = null;

/** Sends the reports that are due; with `all`, also those that wait for their next try. One run at a time. */
export function flush(all = false): Promise<void> {
  flushing ??= deliver(all).finally(() => {
    flushing = null;
  });
  return flushing;
}

async function deliver(all: boolean): Promise<void> {
  await withConnectionIfDue(async (pairing) => {
    for (;;) {
      const batch = await due(homeOf(pairing), all);
      if (batch.length === 0) return;
      all = false;
      await postpone(batch);
      await settle(
        batch,
        await sendReports(
          pairing,
          batch.map(({ report }) => report),
        ),
      );
    }
  });
  await scheduleNext();
}

async function withConnectionIfDue(action: (pairing: Pairing) => Promise<void>): Promise<void> {
  const { outbox } = await read("outbox");
  if (outbox.length > 0) await withConnection(action, "POST reports");
}

/**
 * Returns the next batch of reports to send. A report that failed twice is sent separately, so that it cannot
 * make the others fail too.
 */
async function due(home: string, all: boolean): Promise<readonly Waiting[]> {
  const { outbox } = await read("outbox");
  const ready = outbox.filter((waiting) => waiting.home === home && (all || isDue(waiting.due)));
  const young = ready.filter(({ tries }) => tries < 2).slice(0, BATCH);
  return young.length > 0 ? young : ready.slice(0, 1);
}

/** A time further ahead than the longest pause is from before the clock was set back. */
function isDue(due: number): boolean {
  const longest = Math.max(...DELAYS_S) * 1000;
  return due <= Date.now() || due > Date.now() + longest;
}

/** Counts a try before its request, so that it is counted even if the worker is stopped in between. */
function postpone(batch: readonly Waiting[]): Promise<void> {
  return change(["outbox"], ({ outbox }) => ({
    outbox: outbox
      .filter(({ since, tries }) => since > Date.now() - LONGEST_WAIT_MS || tries < FEWEST_TRIES)
      .map((waiting) => (isIn(batch, waiting) ? later(waiting) : waiting)),
  }));
}

/** Returns whether the batch contains exactly this report, rather than an older report of the same mail. */
function isIn(batch: readonly Waiting[], { report }: Waiting): boolean {
  const text = JSON.stringify(report);
  return batch.some(
    (sent) => sent.report.lease === report.lease && JSON.stringify(sent.report) === text,
  );
}

function later(waiting: Waiting): Waiting {
  const delay = DELAYS_S[Math.min(waiting.tries, DELAYS_S.length - 1)] ?? 0;
  return { ...waiting, tries: waiting.tries + 1, due: Date.now() + delay * 1000 };
}

/** Removes the reports that the server has answered. */
function settle(batch: readonly Waiting[], results: readonly ReportResult[]): Promise<void> {
  const answered = new Set(results.map(({ lease }) => lease));
  return change(["outbox"], ({ outbox }) => ({
    outbox: outbox.filter(
      (waiting) => !answered.has(waiting.report.lease) || !isIn(batch, waiting),
    ),
  }));
}

async function scheduleNext(): Promise<void> {
  const { outbox, pairing } = await read("outbox", "pairing");
  const home = pairing === null ? null : homeOf(pairing);
  const times = outbox.filter((waiting) => waiting.home === home).map((waiting) => waiting.due);
  if (times.length > 0)
    await chrome.alarms.create(OUTBOX_ALARM, {
      when: Math.max(Math.min(...times), Date.now() + 1000),
    });
}
