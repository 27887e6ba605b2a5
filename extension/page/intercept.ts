/**
 * Hooks into Gmail's own requests. The hook is synchronous and fails open: after an error in it, the request
 * goes out as Gmail made it, immediately and exactly once.
 */
import type { Exchange } from "./channel";
import {
  addListener,
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
export function interceptRequests(exchange: Exchange): void {
  interceptXhr(exchange);
  interceptFetch(exchange);
}

function interceptXhr(exchange: Exchange): void {
  const { open, send } = XMLHttpRequest.prototype;
  const watched = new PrivateSet();

  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    attempt(() => {
      if (isSync(given[0], given[1])) watched.add(this);
      else watched.delete(this);
    });
    return apply(open, this, given as Parameters<Open>);
  } as Open;

  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
    let leaving = body;
    attempt(() => {
      if (!watched.has(this) || typeof body !== "string") return;
      const { body: rewritten, hear } = exchange(body);
      // Right after the rewrite: an error in between would send a mail that differs from its report.
      leaving = rewritten;
      if (hear === null) return;
      const read = (): void => attempt(() => readResponse(this, hear));
      addListener(this, "load", read, plain({ once: true }));
    });
    return apply(send, this, [leaving]);
  };
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

function interceptFetch(exchange: Exchange): void {
  const original = window.fetch;

  window.fetch = function (this: unknown, ...given: Parameters<typeof fetch>) {
    let hear: Hear | null = null;
    let leaving = given;
    attempt(() => {
      const target = given[0];
      const init = given[1];
      const body = init?.body;
      if (typeof body !== "string" || !isSync(init?.method ?? methodOf(target), target)) return;
      const done = exchange(body);
      hear = done.hear;
      if (done.body !== body) leaving = [target, { ...init, body: done.body }];
    });
    const answer = apply(original, this as typeof globalThis, leaving);
    if (hear !== null) readFetched(answer, hear);
    return answer;
  };
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

/** Returns whether this is a request to Gmail's sync endpoint: `/sync/…/i/s`. */
function isSync(method: unknown, target: unknown): boolean {
  if (upperCase(asText(method)) !== "POST") return false;
  const url = new NativeUrl(ofRequest(target, request.url) ?? asText(target), baseUrl(here));
  const path = urlPath(url);
  return urlOrigin(url) === origin && includes(path, "/sync/") && endsWith(path, "/i/s");
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Fail open: the caller continues with the body that Gmail passed.
  }
}
