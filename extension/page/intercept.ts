/**
 * Hooks into Gmail's own requests. The hook is synchronous and fails open: after an error in it, the request
 * goes out as Gmail made it, immediately and exactly once.
 */

/** Returns the body to send, and a function `done` that is called with Gmail's response, or null. */
export type Rewriter = (body: string) => { body: string; done: ((answer: string) => void) | null };

type Open = typeof XMLHttpRequest.prototype.open;

const SYNC = /\/sync\/(?:[^?#]*\/)?i\/s$/;

/**
 * Patches XMLHttpRequest and fetch. Call this before any script of the page can keep a reference to the
 * original functions.
 */
export function interceptRequests(rewriter: Rewriter): void {
  interceptXhr(rewriter);
  interceptFetch(rewriter);
}

function interceptXhr(rewriter: Rewriter): void {
  const { open, send } = XMLHttpRequest.prototype;
  const watched = new WeakSet<XMLHttpRequest>();

  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    attempt(() => {
      if (isSync(given[0], given[1])) watched.add(this);
      else watched.delete(this);
    });
    return open.apply(this, given as Parameters<Open>);
  } as Open;

  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
    let leaving = body;
    attempt(() => {
      if (!watched.has(this) || typeof body !== "string") return;
      const { body: rewritten, done } = rewriter(body);
      // Right after the rewrite: an error in between would send a mail that differs from its report.
      leaving = rewritten;
      if (done !== null)
        this.addEventListener("load", () => attempt(() => readAnswer(this, done)), { once: true });
    });
    return send.call(this, leaving);
  };
}

function readAnswer(request: XMLHttpRequest, done: (answer: string) => void): void {
  if (request.status < 200 || request.status > 299) return;
  const { responseType, response } = request;
  if (responseType === "" || responseType === "text") done(request.responseText);
  else if (responseType === "json") done(JSON.stringify(response));
  else if (responseType === "arraybuffer") done(new TextDecoder().decode(response));
}

function interceptFetch(rewriter: Rewriter): void {
  const original = window.fetch;

  window.fetch = function (this: unknown, ...given: Parameters<typeof fetch>) {
    let done: ((answer: string) => void) | null = null;
    let leaving = given;
    attempt(() => {
      const [target, init] = given;
      if (typeof init?.body !== "string" || !isSync(init.method ?? methodOf(target), target))
        return;
      const rewritten = rewriter(init.body);
      done = rewritten.done;
      if (rewritten.body !== init.body) leaving = [target, { ...init, body: rewritten.body }];
    });
    const answer = original.apply(this as typeof globalThis, leaving);
    if (done !== null) readFetched(answer, done);
    return answer;
  };
}

/** Reads a clone, so Gmail gets its own response untouched. */
function readFetched(answer: Promise<Response>, done: (answer: string) => void): void {
  answer
    .then((response) => (response.ok ? response.clone().text() : null))
    .then((text) => text !== null && done(text))
    .catch(() => {});
}

function methodOf(target: unknown): string {
  return target instanceof Request ? target.method : "GET";
}

function isSync(method: unknown, target: unknown): boolean {
  if (String(method).toUpperCase() !== "POST") return false;
  const url = new URL(target instanceof Request ? target.url : String(target), document.baseURI);
  return url.origin === window.location.origin && SYNC.test(url.pathname);
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Fail open: the caller continues with the body that Gmail passed.
  }
}
