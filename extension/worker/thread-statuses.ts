/** Fetches thread statuses for Gmail's lists, many in one request, and caches them. */
import type { ThreadStatus, ThreadStatuses } from "../lib/protocol/shapes/activity";
import { fetchThreadStatuses } from "./activity-api";
import { withConnection } from "./connection";
import { read } from "./store";

const LIFE_MS = 5 * 60_000;
const BATCH = 100;
const KEPT = 2000;
const KEY = "thread-statuses";

type Known = { readonly status: ThreadStatus | null; readonly at: number };
/** The cache is in session storage, which is kept when the worker stops but not when the browser does. */
type Cache = { readonly epoch: string; readonly known: Readonly<Record<string, Known>> };

let last: Promise<unknown> = Promise.resolve();

/** Returns the statuses of `threads`. Calls run one by one, so a second tab finds the same threads cached. */
export function threadStatuses(threads: readonly string[]): Promise<ThreadStatuses> {
  const turn = last.then(() => look([...new Set(threads)]));
  last = turn.catch(() => {});
  return turn;
}

/** Clears the cache after a change on the server. */
export function forgetThreadStatuses(): Promise<void> {
  const turn = last.then(() => chrome.storage.session.remove(KEY));
  last = turn.catch(() => {});
  return turn;
}

async function look(threads: string[]): Promise<ThreadStatuses> {
  const { pairing } = await read("pairing");
  if (pairing === null) return {};
  const cache = await cached(pairing.epoch);
  const now = Date.now();
  const isFresh = (at: number): boolean => at > now - LIFE_MS && at <= now;
  const unknown = threads.filter((thread) => !isFresh(cache[thread]?.at ?? 0));
  const fresh = await fetched(unknown);
  const known = { ...cache, ...fresh };
  if (Object.keys(fresh).length > 0) await keep(pairing.epoch, known);
  return Object.fromEntries(threads.flatMap((thread) => pair(thread, known[thread])));
}

function pair(thread: string, found: Known | undefined): [string, ThreadStatus | null][] {
  return found === undefined ? [] : [[thread, found.status]];
}

async function fetched(threads: readonly string[]): Promise<Record<string, Known>> {
  const found: Record<string, Known> = {};
  for (let at = 0; at < threads.length; at += BATCH) {
    const batch = threads.slice(at, at + BATCH);
    const statuses = await withConnection((pairing) => fetchThreadStatuses(pairing, batch));
    if (statuses === null) break;
    for (const thread of batch)
      found[thread] = { status: statuses[thread] ?? null, at: Date.now() };
  }
  return found;
}

async function cached(epoch: string): Promise<Cache["known"]> {
  const { [KEY]: cache } = (await chrome.storage.session.get(KEY)) as { [KEY]?: Cache };
  return cache?.epoch === epoch ? cache.known : {};
}

async function keep(epoch: string, known: Record<string, Known>): Promise<void> {
  const newest = Object.entries(known)
    .sort(([, one], [, other]) => other.at - one.at)
    .slice(0, KEPT);
  await chrome.storage.session.set({ [KEY]: { epoch, known: Object.fromEntries(newest) } });
}
