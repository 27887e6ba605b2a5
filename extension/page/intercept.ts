/**
 * Hooks into Gmail's own requests. The hook is synchronous and fails open: after an error in it, the request
 * goes out as Gmail made it, immediately and exactly once.
 */
import { isShort, readBody } from "./bodies";
import type { Channel } from "./channel";
import {
  apply,
  asJson,
  asText,
  baseUrl,
  decode,
  endsWith,
  here,
  includes,
  NativeUrl,
  origin,
  PrivateSet,
  plain,
  request,
  response,
  upperCase,
  urlOrigin,
  urlPath,
  whenDone,
  xhr,
} from "./natives";

type Open = typeof XMLHttpRequest.prototype.open;
type Hear = (response: string) => void;

/**
 * Patches XMLHttpRequest and fetch. Call this before any script of the page can keep a reference to the
 * original functions.
 */
export function interceptRequests(channel: Channel): void {
  interceptXhr(channel);
  interceptFetch(channel);
}

function interceptXhr(channel: Channel): void {
  const { open, send } = XMLHttpRequest.prototype;
  const watched = new PrivateSet();
  const others = new PrivateSet();

  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    attempt(() => {
      const kind = kindOf(given[0], given[1]);
      if (kind === "sync") watched.add(this);
      else watched.delete(this);
      if (kind === "other") others.add(this);
      else others.delete(this);
    });
    return apply(open, this, given as Parameters<Open>);
  } as Open;

  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
    let leaving: unknown = body;
    attempt(() => {
      if (others.has(this)) noteOther(body, channel);
      if (!watched.has(this)) return;
      const { body: rewritten, hear } = passed(body, channel);
      // Right after the rewrite: an error in between would send a mail that differs from its report.
      leaving = rewritten;
      if (hear === null) return;
      const read = (): void => attempt(() => readResponse(this, hear));
      xhr.listen(this, "load", read, plain({ once: true }));
    });
    return apply(send, this, [leaving as XMLHttpRequestBodyInit]);
  };
}

/** Asks the content script about a body of Gmail's sync request. Returns the body to send. */
function passed(body: unknown, { exchange, note }: Channel): { body: unknown; hear: Hear | null } {
  const found = readBody(body);
  if (found === "unreadable") note("");
  if (found === null || found === "unreadable") return { body, hear: null };
  const { text, made } = found;
  const done = exchange(text);
  return { body: done.body === text ? body : made(done.body), hear: done.hear };
}

/** Tells the content script of a mail in a request that is not a sync request. Such a request is never changed. */
function noteOther(body: unknown, { note }: Channel): void {
  const found = isShort(body) ? readBody(body) : null;
  if (found === null || found === "unreadable") return;
  const { text } = found;
  if (includes(text, "msg-")) note(text);
}

function readResponse(sent: XMLHttpRequest, hear: Hear): void {
  const status = xhr.status(sent);
  if (status < 200 || status > 299) return;
  const type = xhr.type(sent);
  const found = xhr.response(sent);
  if (type === "" || type === "text") hear(found as string);
  else if (type === "json") hear(asJson(found));
  else if (type === "arraybuffer") hear(decode(found as ArrayBuffer));
}

function interceptFetch(channel: Channel): void {
  const original = window.fetch;

  window.fetch = function (this: unknown, ...given: Parameters<typeof fetch>) {
    let hear: Hear | null = null;
    let leaving = given;
    attempt(() => {
      const target = given[0];
      const init = given[1];
      const body = bodyOf(target, init);
      const kind = kindOf(init?.method ?? methodOf(target), target);
      if (kind === "other") noteOther(body, channel);
      if (kind !== "sync") return;
      const done = passed(body, channel);
      hear = done.hear;
      if (done.body !== body) leaving = [target, { ...init, body: done.body as BodyInit }];
    });
    const answer = apply(original, this as typeof globalThis, leaving);
    if (hear !== null) readFetched(answer, hear);
    return answer;
  };
}

/** Returns the body of a fetch; a Request stands for its own, which cannot be read without waiting. */
function bodyOf(target: unknown, init: RequestInit | undefined): unknown {
  return init?.body ?? (ofRequest(target, request.url) === null ? null : target);
}

/** Reads a clone, so Gmail gets its own response untouched. */
function readFetched(answer: Promise<Response>, hear: Hear): void {
  whenDone(answer, (found) => {
    if (response.ok(found)) whenDone(response.text(response.clone(found)), hear);
  });
}

function methodOf(target: unknown): string {
  return ofRequest(target, request.method) ?? "GET";
}

/** Reads a field of a Request; null for a URL. */
function ofRequest(target: unknown, read: (self: unknown) => string): string | null {
  if (typeof target !== "object") return null;
  try {
    return read(target);
  } catch {
    return null;
  }
}

/**
 * Returns what kind of request to Gmail this is: "sync" for one to the sync endpoint, `/sync/…/i/s`; null for one to
 * another server, or without a body.
 */
function kindOf(given: unknown, target: unknown): "sync" | "other" | null {
  const method = upperCase(asText(given));
  if (method === "GET" || method === "HEAD") return null;
  const url = new NativeUrl(ofRequest(target, request.url) ?? asText(target), baseUrl(here));
  if (urlOrigin(url) !== origin) return null;
  const path = urlPath(url);
  const sync = includes(path, "/sync/") && (endsWith(path, "/i/s") || endsWith(path, "/i/s/"));
  return sync && method === "POST" ? "sync" : "other";
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Fail open: the caller continues with the body that Gmail passed.
  }
}
