/** Keeps a pool of leases, filled from the server in advance; each lease goes to one page only. */
import type { Lease } from "../lib/protocol/shapes/mail";
import { fetchLeases } from "./api";
import { serverNow } from "./clock";
import { withConnection } from "./connection";
import { change, type Pairing, read, type StoredState } from "./store";
import { notifyTabs } from "./tabs";

const FULL = 50;
const LOW = 30;
const PER_PAGE = 4;
/** The leases of 250 pages: the report of a page that stays open for weeks must still be accepted. */
const HANDED_KEPT = 1000;
const REST_MS = 5000;
const LONGEST_REST_MS = 10 * 60_000;
/** A mail sent with a lease must still count weeks later. */
const SHORTEST_LIFE_S = 30 * 24 * 3600;

/**
 * Returns leases for the page in `tab` that still has `have`; fewer than it needs if the pool is small. These leases
 * never return to the pool: a page that is closed may just have used one.
 */
export async function handOut(
  have: number,
  epoch: string,
  tab?: number,
): Promise<readonly Lease[]> {
  let given: readonly Lease[] = [];
  const isLongLived = await longLived();
  await change(["leases", "handed", "pairing"], ({ leases, handed, pairing }) => {
    if (pairing?.epoch !== epoch) return null;
    const good = leases.filter(isLongLived);
    const count = Math.max(0, Math.min(PER_PAGE - have, Math.ceil(good.length / 4)));
    given = good.slice(0, count);
    const now = given.map((lease) => (tab === undefined ? lease : { ...lease, tab }));
    return { leases: good.slice(count), handed: [...handed, ...now].slice(-HANDED_KEPT) };
  });
  return given;
}

let filling: Promise<void> | null = null;

/** Refills the pool if it is low, with one request at a time. */
export function refill(): Promise<void> {
  filling ??= fill().finally(() => {
    filling = null;
  });
  return filling;
}

/**
 * When the pool may be filled again, by a clock that nobody can set. Without rests, pages that lack leases and a server
 * that gives none that help would keep each other busy.
 */
let rest = { until: 0, pause: 0, epoch: "", online: true };

function isResting({ pairing, link }: Pick<StoredState, "pairing" | "link">): boolean {
  const elsewhere = rest.epoch !== pairing?.epoch || (link.online && !rest.online);
  return !elsewhere && performance.now() < rest.until;
}

/** Rests, longer after each attempt that helped nobody. */
function note({ pairing, link }: Pick<StoredState, "pairing" | "link">, helped: boolean): void {
  const pause = helped ? 0 : Math.min(Math.max(rest.pause * 2, REST_MS), LONGEST_REST_MS);
  const until = performance.now() + pause;
  rest = { until, pause, epoch: pairing?.epoch ?? "", online: link.online };
}

async function fill(): Promise<void> {
  const { leases, ...before } = await read("leases", "pairing", "link");
  const known = leases.filter(await longLived()).length;
  if (known >= LOW || isResting(before)) return;
  const added = await withConnection((pairing) => add(pairing, FULL - known), "POST leases");
  note(await read("pairing", "link"), (added ?? 0) > 0 || (await isLimited()));
  if (known < PER_PAGE && (added ?? 0) > 0) await notifyTabs();
}

/** The server has said until when it gives none. */
async function isLimited(): Promise<boolean> {
  const { quota } = await read("quota");
  return quota !== null && Date.parse(quota.until) > (await serverNow());
}

/** Returns how many leases were added that can be used. */
async function add(pairing: Pairing, count: number): Promise<number> {
  const fresh = await fetchLeases(pairing, count);
  const isLongLived = await longLived(); // only now, because the answer says what the server's clock says
  const now = await serverNow();
  const good = fresh.filter(isLongLived);
  await change(["leases", "pairing", "quota"], (kept) =>
    kept.pairing?.epoch === pairing.epoch
      ? { leases: [...kept.leases.filter(isLongLived), ...good], quota: over(kept.quota, now) }
      : null,
  );
  return good.length;
}

/** Ends the time in which nothing was tracked, but remembers it: the popup says why mails of that time were not. */
function over(quota: StoredState["quota"], now: number): StoredState["quota"] {
  if (quota === null || Date.parse(quota.until) <= now) return quota;
  return { ...quota, until: new Date(now).toISOString() };
}

async function longLived(): Promise<(lease: Lease) => boolean> {
  const now = await serverNow();
  return ({ expires_at }) => expires_at > now / 1000 + SHORTEST_LIFE_S;
}
