/** Calls the paired server, remembers whether it answered, and ends a pairing that it has revoked. */
import type { Quota } from "../lib/protocol/shapes/account";
import { ApiError } from "./api";
import { change, type Pairing, read } from "./store";
import { notifyTabs } from "./tabs";

const WARNING_COLOUR = "#b45309";

/** Runs `action` with the current pairing. Returns null if the browser is not paired or the action failed. */
export async function withConnection<T>(
  action: (pairing: Pairing) => Promise<T>,
): Promise<T | null> {
  const { pairing } = await read("pairing");
  if (pairing === null) return null;
  try {
    const result = await action(pairing);
    await note(true);
    return result;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.kind === "revoked") await endRevoked(pairing);
    else if (error.quota !== null) await noteQuota(error.quota);
    else await note(error.kind === "refused");
    return null;
  }
}

async function note(online: boolean): Promise<void> {
  let changed = false;
  await change(["link"], ({ link }) => {
    changed = link.online !== online;
    return changed ? { link: { online, since: online ? null : new Date().toISOString() } } : null;
  });
  if (changed) await notifyTabs();
}

/** Remembers that the day's quota is used up, so that pages and the popup can say why mails are not tracked. */
async function noteQuota(quota: Quota): Promise<void> {
  await note(true);
  let changed = false;
  await change(["quota"], ({ quota: known }) => {
    changed = known?.until !== quota.until;
    return changed ? { quota: { ...quota, since: new Date().toISOString() } } : null;
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
