/**
 * Pairs with a server by the device flow of RFC 8628: the extension shows a code, and the person types it on the
 * server's page and allows the browser.
 */

import { say } from "../lib/i18n/texts";
import { ownPrefixes } from "../lib/links/own-prefixes";
import type { Account } from "../lib/protocol/shapes/account";
import type { Own } from "../lib/protocol/shapes/mail";
import { troubleWords } from "../lib/ui/trouble";
import { endPairing, fetchAccount, fetchToken, offerPairing } from "./api";
import { withConnection } from "./connection";
import { refreshFeed } from "./feed";
import { ApiError } from "./http";
import { loadChosenTexts } from "./language";
import { refill } from "./leases";
import { flush } from "./outbox";
import { applyRules } from "./own-view-blocking";
import { change, type Pending, read, write } from "./store";
import { notifyTabs } from "./tabs";

export const PAIRING_ALARM = "pairing";
const OWN_KEPT = 5;
const FIRST_INTERVAL_S = 2;

/** Requests a code from `server` and stores it; the popup and the options page show it. */
export async function startPairing(server: string): Promise<void> {
  await loadChosenTexts();
  try {
    const offer = await offerPairing(server, browserName());
    const { device_code, user_code, verify_url } = offer;
    const interval = Math.max(offer.interval, 1);
    const expires_at = Date.now() + offer.expires_in * 1000;
    await write({
      pending: { server, device_code, user_code, verify_url, interval, expires_at },
      problem: null,
      suggestion: null,
    });
    await chrome.alarms.create(PAIRING_ALARM, { periodInMinutes: 0.5 });
  } catch (error) {
    await giveUp(problemOf(error, server), suggestionFor(error, server));
  }
}

/** Asks the server once whether the pairing was approved. The options page and an alarm call this. */
export async function pollPairing(): Promise<void> {
  const { pending } = await read("pending");
  if (pending === null) return stopAlarm();
  await loadChosenTexts();
  if (Date.now() > pending.expires_at) return giveUp(say("pairing_expired"));
  try {
    const { token, account } = await fetchToken(pending.server, pending.device_code);
    await settle(pending, token, account);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    await afterRefusal(error, pending);
  }
}

async function afterRefusal(error: ApiError, pending: Pending): Promise<void> {
  if (error.kind === "lost" || error.code === "authorization_pending") return;
  if (error.code === "slow_down") {
    const slower = { ...pending, interval: pending.interval + FIRST_INTERVAL_S };
    return change(["pending"], (kept) =>
      kept.pending?.device_code === pending.device_code ? { pending: slower } : null,
    );
  }
  await giveUp(say(error.code === "access_denied" ? "pairing_refused" : "pairing_expired"));
}

async function settle(
  { server, device_code }: Pending,
  token: string,
  account: Account,
): Promise<void> {
  const pairing = { server, token, account, epoch: crypto.randomUUID() };
  await change(["pending", "own"], ({ pending, own }) => {
    // The pairing was cancelled, or the other caller (page or alarm) has completed it.
    if (pending?.device_code !== device_code) return null;
    const link = { online: true, since: null, trouble: null };
    const fresh = {
      leases: [],
      suggestion: null,
      feed: null,
      untracked: [],
      quota: null,
      revoked: false,
      problem: null,
    };
    return { ...fresh, pairing, pending: null, link, own: withPlaces(own, account) };
  });
  await stopAlarm();
  await applyRules((await read("own")).own);
  await refill();
  await Promise.all([refreshFeed(), flush(true), notifyTabs()]);
}

/** Adds the account's URL prefixes to the older ones, which are kept because old mails are still quoted. */
function withPlaces(own: readonly Own[], { public_url, prefix }: Account): readonly Own[] {
  const prefixes = ownPrefixes(public_url, prefix);
  if (prefixes === null) return own;
  return [prefixes, ...own.filter(({ pixels }) => pixels !== prefixes.pixels)].slice(0, OWN_KEPT);
}

/** Fetches the account again, because its name or the server's public URL may have changed. */
export async function refreshAccount(): Promise<void> {
  await withConnection(async ({ server, token, epoch }) => {
    const account = await fetchAccount({ server, token });
    await change(["pairing", "own"], ({ pairing, own }) =>
      pairing?.epoch === epoch
        ? { pairing: { ...pairing, account }, own: withPlaces(own, account) }
        : null,
    );
    await applyRules((await read("own")).own);
  });
}

export async function cancelPairing(): Promise<void> {
  await giveUp(null);
}

/** Sends the waiting reports, then ends the pairing in this browser and, if reachable, on the server. */
export async function unpair(): Promise<void> {
  await flush(true);
  const { pairing } = await read("pairing");
  await write({
    pairing: null,
    revoked: false,
    leases: [],
    handed: [],
    feed: null,
    outbox: [],
    untracked: [],
  });
  await chrome.action.setBadgeText({ text: "" });
  await notifyTabs();
  if (pairing !== null) await endPairing(pairing).catch(() => {});
}

async function giveUp(problem: string | null, suggestion: string | null = null): Promise<void> {
  await write({ pending: null, problem, suggestion });
  await stopAlarm();
}

async function stopAlarm(): Promise<void> {
  await chrome.alarms.clear(PAIRING_ALARM);
}

/** Says why no code came. */
function problemOf(error: unknown, server: string): string {
  if (!(error instanceof ApiError)) return say("failed");
  if (error.trouble === null) return error.message || say("failed");
  const { why, status } = error.trouble;
  if (why === "unreachable")
    return say(isPlain(server) ? "pairing_unreachable" : "pairing_no_certificate", server);
  if (why === "redirect") return say("pairing_redirect", server);
  if (why === "stranger")
    return say(status < 300 ? "pairing_page" : "pairing_stranger", server, status);
  return error.code === "too_many_requests" ? error.message : troubleWords(error.trouble, server);
}

/** Returns the same address with https, if what answers at the one with http looks as if it wanted that. */
function suggestionFor(error: unknown, server: string): string | null {
  if (!isPlain(server) || new URL(server).port !== "") return null;
  const trouble = error instanceof ApiError ? error.trouble : null;
  const elsewhere = trouble?.why === "redirect" || trouble?.why === "stranger";
  return elsewhere ? server.replace(/^http:/, "https:") : null;
}

const isPlain = (server: string): boolean => server.startsWith("http:");

function browserName(): string {
  const agent = navigator.userAgent;
  const browser =
    ["Firefox", "Edg", "OPR", "Chrome"].find((name) => agent.includes(name)) ?? "Browser";
  const system = ["Windows", "Mac OS", "CrOS", "Linux"].find((name) => agent.includes(name));
  const shown = { Edg: "Edge", OPR: "Opera", Chrome: "Chromium" }[browser] ?? browser;
  return system === undefined ? shown : `${shown} on ${system}`;
}
