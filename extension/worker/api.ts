/**
 * Calls the server's HTTP API. The server sends errors as problem details (RFC 9457); each becomes an ApiError
 * of one of four kinds, which say what to do next.
 */
import { isAccount, isBrowsers, isQuota } from "../lib/protocol/guards/account";
import { isFeed } from "../lib/protocol/guards/activity";
import { isFields } from "../lib/protocol/guards/check";
import { isLease } from "../lib/protocol/guards/mail";
import type { Account, PairedBrowser, Quota } from "../lib/protocol/shapes/account";
import type { Feed, FeedFilter } from "../lib/protocol/shapes/activity";
import type { FoundMarks, Lease, Report } from "../lib/protocol/shapes/mail";
import { wantedLanguage } from "./language";

const TIMEOUT_MS = 15_000;
const PROBLEM = "urn:sightline:problem:";

/**
 * `lost`: there was no valid answer, so try again later. `revoked`: the token is no longer valid. `refused`:
 * the server understood the request and refused it; `code` says why. `limited`: the day's quota is used up.
 */
export class ApiError extends Error {
  constructor(
    readonly kind: "lost" | "revoked" | "refused" | "limited",
    readonly code: string,
    message: string,
    /** The quota, if it is used up. */
    readonly quota: Quota | null = null,
  ) {
    super(message);
  }
}

export type Connection = { readonly server: string; readonly token: string };
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

export async function offerPairing(server: string, browser: string): Promise<PairingOffer> {
  const answer = await call(server, "POST", "pairings", { body: { browser } });
  return checked(answer, isOffer);
}

export async function fetchToken(
  server: string,
  deviceCode: string,
): Promise<{ token: string; account: Account }> {
  const answer = await call(server, "POST", "pairings/token", {
    body: { device_code: deviceCode },
  });
  return checked(answer, isTokenAnswer);
}

export async function fetchAccount({ server, token }: Connection): Promise<Account> {
  return checked(await call(server, "GET", "account", { token }), isAccount);
}

export async function endPairing({ server, token }: Connection): Promise<void> {
  await call(server, "DELETE", "pairing", { token });
}

export async function fetchBrowsers({
  server,
  token,
}: Connection): Promise<readonly PairedBrowser[]> {
  return checked(await call(server, "GET", "browsers", { token }), isBrowsers).browsers;
}

/** Ends another browser's pairing. Returns true even if the pairing had ended before. */
export async function endBrowser({ server, token }: Connection, id: string): Promise<true> {
  await call(server, "DELETE", `browsers/${id}`, { token }).catch((error: unknown) => {
    if (!(error instanceof ApiError && error.code === "not_found")) throw error;
  });
  return true;
}

export async function fetchLeases(
  { server, token }: Connection,
  count: number,
): Promise<readonly Lease[]> {
  const answer = await call(server, "POST", "leases", { token, body: { count } });
  return checked(answer, isLeaseAnswer).leases;
}

export async function sendReports(
  { server, token }: Connection,
  reports: readonly Report[],
): Promise<readonly ReportResult[]> {
  const answer = await call(server, "POST", "reports", { token, body: { reports } });
  return checked(answer, isReportAnswer).results;
}

/** Sends a proof, which the server refuses until it has the report of the mail. */
export async function sendProof({ server, token }: Connection, found: FoundMarks): Promise<void> {
  await call(server, "POST", "proofs", { token, body: found });
}

export async function fetchFeed(
  { server, token }: Connection,
  q = "",
  filter: FeedFilter = "",
): Promise<Feed> {
  const query = new URLSearchParams({ limit: "30" });
  if (q !== "") query.set("q", q);
  if (filter !== "") query.set("filter", filter);
  return checked(await call(server, "GET", `feed?${query}`, { token }), isFeed);
}

export async function markSeen({ server, token }: Connection, until: string): Promise<void> {
  await call(server, "POST", "seen", { token, body: { until } });
}

/** Sets a reminder for a message; `days` = null removes it. */
export async function setReminder(
  { server, token }: Connection,
  id: string,
  days: number | null,
): Promise<void> {
  const path = `messages/${encodeURIComponent(id)}/reminder`;
  if (days === null) await call(server, "DELETE", path, { token });
  else await call(server, "PUT", path, { token, body: { days } });
}

/** Options of a call; `timeout` is in milliseconds. */
type Given = { token?: string; body?: unknown; timeout?: number };

export async function call(
  server: string,
  method: string,
  path: string,
  { token, body, timeout = TIMEOUT_MS }: Given,
): Promise<unknown> {
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Accept-Language": await wantedLanguage(),
  };
  if (token !== undefined) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const request: RequestInit = {
    method,
    headers,
    credentials: "omit",
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout(timeout),
  };
  if (body !== undefined) request.body = JSON.stringify(body);
  const answer = await fetch(`${server}/api/extension/${path}`, request).catch(() => null);
  if (answer === null) throw new ApiError("lost", "unreachable", "The server isn’t responding.");
  return read(answer, token !== undefined);
}

async function read(answer: Response, signed: boolean): Promise<unknown> {
  const text = await answer.text().catch(() => "");
  const value = answer.status === 204 ? null : parsed(text);
  if (answer.ok) return value;
  const { type, detail, limit, until } = isFields(value) ? value : {};
  const named = typeof type === "string" && type.startsWith(PROBLEM);
  const code = named ? type.slice(PROBLEM.length) : `http_${answer.status}`;
  const words =
    typeof detail === "string" ? detail : `The server answered with status ${answer.status}.`;
  // Only a 401 with our server's code ends a pairing, because a proxy in front of it may answer 401 too.
  if (answer.status === 401 && signed && code === "revoked")
    throw new ApiError("revoked", code, words);
  if (answer.status === 429 && code === "quota_reached" && isQuota({ limit, until }))
    throw new ApiError("limited", code, words, { limit, until } as Quota);
  // 421: the server's settings don't name this address yet, which its owner can change.
  const passing = [401, 408, 421, 429].includes(answer.status);
  const final = answer.status >= 400 && answer.status < 500 && !passing;
  throw new ApiError(final ? "refused" : "lost", code, words);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function checked<T>(answer: unknown, is: (value: unknown) => value is T): T {
  if (!is(answer))
    throw new ApiError("lost", "garbage", "The server’s response had an unexpected format.");
  return answer;
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
