/** Keeps a pool of leases, filled from the server in advance; each lease goes to one page only. */
import type { Lease } from "../lib/protocol/shapes/mail";
import { fetchLeases } from "./api";
import { withConnection } from "./connection";
import { change, read, type StoredState } from "./store";
import { notifyTabs } from "./tabs";

const FULL = 50;
const LOW = 30;
const PER_PAGE = 4;
/** The leases of 250 pages: the report of a page that stays open for weeks must still be accepted. */
const HANDED_KEPT = 1000;
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

async function fill(): Promise<void> {
  const { leases } = await read("leases");
  const good = leases.filter(isLongLived);
  if (good.length >= LOW) return;
  await withConnection(async (pairing) => {
    const fresh = await fetchLeases(pairing, FULL - good.length);
    await change(["leases", "pairing", "quota"], (kept) =>
      kept.pairing?.epoch === pairing.epoch
        ? { leases: [...kept.leases.filter(isLongLived), ...fresh], quota: over(kept.quota) }
        : null,
    );
  });
  if (good.length < PER_PAGE) await notifyTabs();
}

/** Ends the time in which nothing was tracked, but remembers it: the popup says why mails of that time were not. */
function over(quota: StoredState["quota"]): StoredState["quota"] {
  if (quota === null || Date.parse(quota.until) <= Date.now()) return quota;
  return { ...quota, until: new Date().toISOString() };
}

function isLongLived({ expires_at }: Lease): boolean {
  return expires_at > Date.now() / 1000 + SHORTEST_LIFE_S;
}
