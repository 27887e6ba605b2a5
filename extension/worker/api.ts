/** Calls the part of the server's API that is about the account, its browsers, leases, reports and the feed. */
import { isAccount, isBrowsers } from "../lib/protocol/guards/account";
import { isFeed } from "../lib/protocol/guards/activity";
import { isFields } from "../lib/protocol/guards/check";
import { isLease } from "../lib/protocol/guards/mail";
import type { Account, PairedBrowser } from "../lib/protocol/shapes/account";
import type { Feed, FeedFilter } from "../lib/protocol/shapes/activity";
import type { FoundMarks, Lease, Report } from "../lib/protocol/shapes/mail";
import { ApiError, ask, type Connection, change, orOlder, tell } from "./http";

export type PairingOffer = {
  readonly device_code: string;
  readonly user_code: string;
  readonly verify_url: string;
  readonly expires_in: number;
  readonly interval: number;
};
export type ReportResult = {
  readonly lease: string;
  readonly status: "stored" | "known" | "refused";
};

export function offerPairing(server: string, browser: string): Promise<PairingOffer> {
  return ask(server, "POST", "pairings", { body: { browser } }, isOffer);
}

export function fetchToken(
  server: string,
  deviceCode: string,
): Promise<{ token: string; account: Account }> {
  const body = { device_code: deviceCode };
  return ask(server, "POST", "pairings/token", { body }, isTokenAnswer);
}

export function fetchAccount({ server, token }: Connection): Promise<Account> {
  return ask(server, "GET", "account", { token }, isAccount);
}

export function endPairing(connection: Connection): Promise<void> {
  const older = { method: "DELETE", path: "pairing" } as const;
  return change(connection, "pairing/revocation", {}, older);
}

export async function fetchBrowsers({
  server,
  token,
}: Connection): Promise<readonly PairedBrowser[]> {
  return (await ask(server, "GET", "browsers", { token }, isBrowsers)).browsers;
}

/** Ends another browser's pairing. Returns true even if the pairing had ended before. */
export async function endBrowser(connection: Connection, id: string): Promise<true> {
  const older = { method: "DELETE", path: `browsers/${id}` } as const;
  await change(connection, `browsers/${id}/revocation`, {}, older).catch((error: unknown) => {
    if (!(error instanceof ApiError && error.code === "not_found")) throw error;
  });
  return true;
}

export async function fetchLeases(
  { server, token }: Connection,
  count: number,
): Promise<readonly Lease[]> {
  const body = { count };
  return (await ask(server, "POST", "leases", { token, body }, isLeaseAnswer)).leases;
}

export async function sendReports(
  { server, token }: Connection,
  reports: readonly Report[],
): Promise<readonly ReportResult[]> {
  const body = { reports };
  return (await ask(server, "POST", "reports", { token, body }, isReportAnswer)).results;
}

/** Sends a proof, which the server refuses until it has the report of the mail. */
export function sendProof({ server, token }: Connection, found: FoundMarks): Promise<void> {
  return tell(server, "POST", "proofs", { token, body: found });
}

export function fetchFeed(
  { server, token }: Connection,
  q = "",
  filter: FeedFilter = "",
): Promise<Feed> {
  const query = new URLSearchParams({ limit: "30" });
  if (q !== "") query.set("q", q);
  if (filter !== "") query.set("filter", filter);
  return ask(server, "GET", `feed?${query}`, { token }, isFeed);
}

export function markSeen({ server, token }: Connection, until: string): Promise<void> {
  return tell(server, "POST", "seen", { token, body: { until } });
}

/** Sets a reminder for a message; `days` = null removes it. */
export async function setReminder(
  connection: Connection,
  id: string,
  days: number | null,
): Promise<void> {
  const { server, token } = connection;
  const path = `messages/${encodeURIComponent(id)}/reminder`;
  const body = { days };
  await orOlder<unknown>(
    () => ask(server, "POST", path, { token, body }, isReminder),
    () =>
      days === null
        ? tell(server, "DELETE", path, { token })
        : ask(server, "PUT", path, { token, body }, isReminder),
  );
}

function isReminder(value: unknown): value is { remind_at: string | null } {
  return isFields(value) && (value.remind_at === null || typeof value.remind_at === "string");
}

function isOffer(value: unknown): value is PairingOffer {
  if (!isFields(value) || typeof value.verify_url !== "string") return false;
  const texts = [value.device_code, value.user_code].every((text) => typeof text === "string");
  const numbers = [value.expires_in, value.interval].every((number) => Number.isFinite(number));
  return texts && numbers && /^https?:\/\//.test(value.verify_url);
}

function isTokenAnswer(value: unknown): value is { token: string; account: Account } {
  return isFields(value) && typeof value.token === "string" && isAccount(value.account);
}

function isLeaseAnswer(value: unknown): value is { leases: Lease[] } {
  return isFields(value) && Array.isArray(value.leases) && value.leases.every(isLease);
}

function isReportAnswer(value: unknown): value is { results: ReportResult[] } {
  return isFields(value) && Array.isArray(value.results) && value.results.every(isResult);
}

function isResult(value: unknown): value is ReportResult {
  if (!isFields(value) || typeof value.lease !== "string") return false;
  return value.status === "stored" || value.status === "known" || value.status === "refused";
}
