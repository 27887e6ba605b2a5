/**
 * Sends requests to the server's HTTP API. Only our own server's word counts (answers.ts). It sends errors as problem
 * details (RFC 9457); each becomes an ApiError of one of four kinds, which say what to do next.
 */
import { isQuota } from "../lib/protocol/guards/account";
import type { Quota, Trouble } from "../lib/protocol/shapes/account";
import { mayReach } from "./access";
import { clockIn, type Judged, judge, misshapen } from "./answers";
import { noteClock } from "./clock";
import { wantedLanguage } from "./language";
import { marksAnswers, noteMarks } from "./marking";

const TIMEOUT_MS = 15_000;

/**
 * `lost`: there was no valid answer of our server, so try again later; `trouble` says why. `revoked`: the token is no
 * longer valid. `refused`: the server understood the request and refused it; `code` says why. `limited`: the day's
 * quota is used up.
 */
export class ApiError extends Error {
  constructor(
    readonly kind: "lost" | "revoked" | "refused" | "limited",
    readonly code: string,
    message: string,
    /** The quota, if it is used up. */
    readonly quota: Quota | null = null,
    readonly trouble: Trouble | null = null,
    /** The method and the first part of the path of the request. */
    readonly route = "",
  ) {
    super(message);
  }
}

export type Connection = { readonly server: string; readonly token: string };
/** Options of a call; `timeout` is in milliseconds. */
type Given = { token?: string; body?: unknown; timeout?: number };

/** Asks for a value of the form that `is` accepts. */
export async function ask<T>(
  server: string,
  method: string,
  path: string,
  given: Given,
  is: (value: unknown) => value is T,
): Promise<T> {
  const { judged, status, route } = await call(server, method, path, given);
  if (judged.is === "value" && is(judged.value)) {
    await noteMarks(server, judged.marked);
    return judged.value;
  }
  throw lost(misshapen(status, judged.marked), route);
}

/**
 * Tells the server something, whose success has no body. Anybody could have sent an empty answer, so without the mark
 * it counts only if this server's answers have none.
 */
export async function tell(
  server: string,
  method: string,
  path: string,
  given: Given,
): Promise<void> {
  const { judged, status, route } = await call(server, method, path, given);
  const proven = judged.marked || (judged.is === "done" && !(await marksAnswers(server)));
  if (!proven) throw lost(misshapen(status, judged.marked), route);
}

type Older = { readonly method: "PUT" | "DELETE"; readonly path: string; readonly body?: unknown };

/**
 * Makes a change by POST, because firewalls often refuse other methods. A server from before this route says that
 * there is none; then the older form of the request is tried.
 */
export async function change(
  { server, token }: Connection,
  path: string,
  body: unknown,
  older: Older,
): Promise<void> {
  await orOlder(
    () => tell(server, "POST", path, { token, body }),
    () => tell(server, older.method, older.path, { token, body: older.body }),
  );
}

export async function orOlder<T>(newer: () => Promise<T>, older: () => Promise<T>): Promise<T> {
  try {
    return await newer();
  } catch (error) {
    if (!(error instanceof ApiError) || !isUnknownRoute(error)) throw error;
    // Somebody else may have answered the first request, and then probably answers the second one.
    return await older().catch((later: unknown) => {
      throw error.trouble?.why === "stranger" && later instanceof ApiError && later.kind === "lost"
        ? error
        : later;
    });
  }
}

function isUnknownRoute({ code, trouble }: ApiError): boolean {
  const status = trouble?.status ?? Number(/^http_(\d+)$/.exec(code)?.[1]);
  return status === 404 || status === 405;
}

type Success = Extract<Judged, { is: "value" | "done" }>;

async function call(
  server: string,
  method: string,
  path: string,
  { token, body, timeout = TIMEOUT_MS }: Given,
): Promise<{ judged: Success; status: number; route: string }> {
  const route = `${method} ${path.split(/[/?]/)[0]}`;
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
    // A redirect is never ours, and must not take the token along.
    redirect: "manual",
    signal: AbortSignal.timeout(timeout),
  };
  if (body !== undefined) request.body = JSON.stringify(body);
  const answer = await fetch(`${server}/api/extension/${path}`, request).catch(() => null);
  if (answer === null) throw lost(await whyUnreachable(server), route);
  if (answer.type === "opaqueredirect" || (answer.status >= 300 && answer.status < 400))
    throw lost({ why: "redirect", status: answer.status }, route);
  return { ...(await read(answer, token !== undefined, server, route)), route };
}

async function whyUnreachable(server: string): Promise<Trouble> {
  return { why: (await mayReach(server)) ? "unreachable" : "permission", status: 0 };
}

async function read(
  answer: Response,
  signed: boolean,
  server: string,
  route: string,
): Promise<{ judged: Success; status: number }> {
  const { status, headers } = answer;
  const text = await answer.text().catch(() => null);
  if (text === null) throw lost({ why: "unreachable", status }, route); // it broke off
  const mark = headers.get("Sightline-Api") ?? "";
  const judged = judge({ status, mark, type: headers.get("Content-Type") ?? "", text });
  if (judged.is === "trouble") throw lost(judged.trouble, route);
  await noteClock(clockIn(mark, headers.get("Date") ?? ""));
  if (judged.is !== "problem") return { judged, status };
  await noteMarks(server, judged.marked);
  throw refusal(judged, signed, route);
}

function refusal(
  { status, code, words, fields }: Extract<Judged, { is: "problem" }>,
  signed: boolean,
  route: string,
): ApiError {
  const { limit, until } = fields;
  if (status === 401 && signed && code === "revoked")
    return new ApiError("revoked", code, words, null, null, route);
  if (status === 429 && code === "quota_reached" && isQuota({ limit, until }))
    return new ApiError("limited", code, words, { limit, until } as Quota, null, route);
  const passing = [401, 408, 425, 429].includes(status);
  if (!passing) return new ApiError("refused", code, words, null, null, route);
  return new ApiError("lost", code, words, null, { why: "failing", status }, route);
}

function lost(trouble: Trouble, route: string): ApiError {
  const { why, status } = trouble;
  return new ApiError("lost", status === 0 ? why : `http_${status}`, why, null, trouble, route);
}
