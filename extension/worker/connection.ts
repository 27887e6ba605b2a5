/** Calls the paired server, remembers whether it answered, and ends a pairing that it has revoked. */
import type { Link, Quota, Trouble } from "../lib/protocol/shapes/account";
import { serverNow } from "./clock";
import { ApiError } from "./http";
import { change, type Pairing, read } from "./store";
import { notifyTabs } from "./tabs";

const WARNING_COLOUR = "#b45309";

/** The requests that are made by themselves again and again. Only these say for long whether all is well. */
const REGULAR = [
  "GET feed",
  "POST leases",
  "POST reports",
  "GET browser-notifications",
  "POST browser-notifications",
];
/** Troubles between this browser and whatever answers: any answer of the server ends them. */
const OF_THE_WAY = ["unreachable", "permission"];

/**
 * Runs `action` with the current pairing. Returns null if the browser is not paired or the action failed. `route` is
 * the regular request that the action makes.
 */
export async function withConnection<T>(
  action: (pairing: Pairing) => Promise<T>,
  route = "",
): Promise<T | null> {
  const { pairing } = await read("pairing");
  if (pairing === null) return null;
  try {
    const result = await action(pairing);
    await noteAnswer(route);
    return result;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.kind === "revoked") await endRevoked(pairing);
    else if (error.quota !== null) await noteQuota(error.quota, error.route);
    else if (error.trouble === null) await noteAnswer(error.route);
    else await noteTrouble(error.trouble, error.route);
    return null;
  }
}

/** Notes that our server answered the request `route`. Other requests may still fail. */
function noteAnswer(route: string): Promise<void> {
  return note(({ online, trouble }) => {
    const over = !trouble || !isLasting(trouble) || trouble.route === route;
    return online || !over ? null : { online: true, since: null, trouble: null };
  });
}

/** Returns whether only the same request can show that the trouble is over. */
function isLasting({ why, route }: NonNullable<Link["trouble"]>): boolean {
  return !OF_THE_WAY.includes(why) && REGULAR.includes(route);
}

/** Notes a trouble; an older one that lasts stays. */
function noteTrouble(trouble: Trouble, route: string): Promise<void> {
  return note(({ online, since, trouble: known }) => {
    const other = !online && known && isLasting(known) && known.route !== route;
    const same = known?.why === trouble.why && known.status === trouble.status;
    if (other || (!online && same && known?.route === route)) return null;
    const began = online ? new Date().toISOString() : since;
    return { online: false, since: began, trouble: { ...trouble, route } };
  });
}

async function note(next: (link: Link) => Link | null): Promise<void> {
  let changed = false;
  await change(["link"], ({ link }) => {
    const now = next(link);
    changed = now !== null;
    return now === null ? null : { link: now };
  });
  if (changed) await notifyTabs();
}

/** Remembers that the day's quota is used up, so that pages and the popup can say why mails are not tracked. */
async function noteQuota(quota: Quota, route: string): Promise<void> {
  await noteAnswer(route);
  const since = new Date(await serverNow()).toISOString();
  let changed = false;
  await change(["quota"], ({ quota: known }) => {
    changed = known?.until !== quota.until;
    return changed ? { quota: { ...quota, since } } : null;
  });
  if (changed) await notifyTabs();
}

/**
 * Ends a revoked pairing, but keeps the reports: they are delivered if the same account is paired again. The
 * badge asks for attention, because mails now go out without tracking.
 */
async function endRevoked({ epoch }: Pairing): Promise<void> {
  await change(["pairing"], ({ pairing }) =>
    pairing?.epoch === epoch ? { pairing: null, revoked: true, leases: [], feed: null } : null,
  );
  if ((await read("pairing")).pairing !== null) return; // another pairing has begun meanwhile
  await chrome.action.setBadgeBackgroundColor({ color: WARNING_COLOUR });
  await chrome.action.setBadgeText({ text: "!" });
  await notifyTabs();
}
