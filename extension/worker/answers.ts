/**
 * Judges an HTTP answer: is it our server's word, and which? Proxies, firewalls, sign-in pages and other sites answer
 * in the server's place, with any status and any body (decision 075). Pure.
 */
import { isFields } from "../lib/protocol/guards/check";
import type { Trouble } from "../lib/protocol/shapes/account";

const PROBLEM = "urn:sightline:problem:";
const PROBLEM_TYPE = "application/problem+json";

/** An answer as it arrived. `mark` and `type` are the headers `Sightline-Api` and `Content-Type`; "" if absent. */
export type Raw = {
  readonly status: number;
  readonly mark: string;
  readonly type: string;
  readonly text: string;
};

/**
 * `value`: a success, whose shape must still be checked. `done`: a success without a body. `problem`: our server
 * refused. `trouble`: nobody knows whether the server got the request.
 */
export type Judged =
  | { readonly is: "value"; readonly value: unknown; readonly marked: boolean }
  | { readonly is: "done"; readonly marked: boolean }
  | {
      readonly is: "problem";
      readonly status: number;
      readonly code: string;
      readonly words: string;
      readonly fields: Readonly<Record<string, unknown>>;
      readonly marked: boolean;
    }
  | { readonly is: "trouble"; readonly trouble: Trouble };

export function judge(raw: Raw): Judged {
  const { status } = raw;
  const marked = versionOf(raw.mark) !== null;
  const body = parsed(raw.text);
  if (status >= 200 && status < 300) return success(raw, body, marked);
  const known = marked || isPlainProblem(body, raw);
  if (status === 421 && known) return trouble("address", status);
  // 511: a network wants the person to sign in to it.
  if (status >= 500 && status !== 511) return trouble("failing", status);
  return refusalIn(body, status, marked) ?? trouble(known ? "failing" : "stranger", status);
}

/** Returns the refusal in the body, if it is one that only our server makes. */
function refusalIn(body: unknown, status: number, marked: boolean): Judged | null {
  if (!isFields(body) || typeof body.type !== "string") return null;
  const named = body.type.startsWith(PROBLEM);
  if (!named && !(marked && body.type === "about:blank")) return null;
  const code = named ? body.type.slice(PROBLEM.length) : `http_${status}`;
  const words = typeof body.detail === "string" ? body.detail : "";
  return { is: "problem", status, code, words, fields: body, marked };
}

function success({ status, text, type }: Raw, value: unknown, marked: boolean): Judged {
  if (status === 204 && text === "") return { is: "done", marked };
  const isJson = /[/+]json\b/i.test(type);
  if (isJson && value !== undefined) return { is: "value", value, marked };
  return trouble(marked ? "garbage" : "stranger", status);
}

/** Returns the trouble of a success whose value is not what was asked for. */
export function misshapen(status: number, marked: boolean): Trouble {
  return { why: marked ? "garbage" : "stranger", status };
}

function trouble(why: Trouble["why"], status: number): Judged {
  return { is: "trouble", trouble: { why, status } };
}

/**
 * Returns whether the body is a problem without a code of ours, as a server from before the mark makes them. Others
 * make such problems too, so it is never final.
 */
function isPlainProblem(body: unknown, { type, status }: Raw): boolean {
  if (!isFields(body) || !type.toLowerCase().startsWith(PROBLEM_TYPE)) return false;
  return body.type === "about:blank" && body.status === status && "detail" in body;
}

/** Returns the version in the mark of our server; null if there is none. */
function versionOf(mark: string): number | null {
  const found = /^(\d{1,4})(?:;|$)/.exec(mark);
  return found === null ? null : Number(found[1]);
}

/**
 * Returns what the server's clock says, in milliseconds: from the mark or, from an older server, from the header
 * `Date`, which has the form of RFC 9110. Null if neither says.
 */
export function clockIn(mark: string, date: string): number | null {
  const now = /;now=(\d{9,11})(?:;|$)/.exec(mark)?.[1];
  if (now !== undefined) return Number(now) * 1000;
  const read = /GMT$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isFinite(read) ? read : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
