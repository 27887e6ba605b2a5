/**
 * The channel between the page's world and the content script's. Messages to the page are DOM events: they are
 * synchronous, so a choice applies to a send in the same instant. Their name contains a nonce, so that the
 * page's own scripts cannot listen for the leases. Messages from the page are window messages with the nonce,
 * which do not delay a send. The nonce itself crosses in a DOM event at document_start, before any script of
 * the page runs. Only one page's end gets it, so a script that asks later gets nothing.
 */
import { isFields } from "./guards/check";

export type Post = (kind: string, value: unknown) => void;
export type Receive = (kind: string, value: unknown) => void;

const NAME = "sightline";
const HELLO = "sightline-hello";
const ASK = "sightline-ask";

/**
 * Opens the content script's end: creates the nonce, and announces it now and to a page's end that starts
 * later.
 */
export function bridgeToPage(receive: Receive): Post {
  const nonce = crypto.randomUUID();
  /** Announces the nonce; returns false once a page's end has taken it, which cancels the event. */
  const hello = (): boolean =>
    document.dispatchEvent(new CustomEvent(HELLO, { detail: nonce, cancelable: true }));
  window.addEventListener("message", (event) => {
    const { source, origin, data } = event;
    if (source !== window || origin !== window.location.origin) return;
    if (!isFields(data) || data.name !== NAME || data.nonce !== nonce) return;
    event.stopImmediatePropagation();
    if (typeof data.kind === "string" && typeof data.text === "string")
      receive(data.kind, parsed(data.text));
  });
  if (hello()) document.addEventListener(ASK, hello, { once: true });
  // As text in both directions, because Firefox wraps objects that cross between the worlds (Xray
  // vision).
  return (kind, value) => {
    const detail = JSON.stringify({ kind, value });
    document.dispatchEvent(new CustomEvent(NAME + nonce, { detail }));
  };
}

/** Opens the page's end: keeps the first nonce it gets, and drops messages posted before that. */
export function bridgeToContent(receive: Receive): Post {
  let nonce: string | null = null;
  const hear = (event: Event): void => {
    if (nonce !== null || !(event instanceof CustomEvent) || typeof event.detail !== "string")
      return;
    nonce = event.detail;
    event.preventDefault();
    document.addEventListener(NAME + nonce, (event) => take(event, receive));
  };
  document.addEventListener(HELLO, hear);
  document.dispatchEvent(new CustomEvent(ASK));
  return (kind, value) => {
    if (nonce === null) return;
    const text = JSON.stringify(value);
    window.postMessage({ name: NAME, nonce, kind, text }, window.location.origin);
  };
}

function take(event: Event, receive: Receive): void {
  const message = parsed(detailOf(event));
  if (isFields(message) && typeof message.kind === "string") receive(message.kind, message.value);
}

/** Returns undefined for invalid JSON, which no handler accepts. */
function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}

function detailOf(event: Event): string | null {
  const { detail } = event as CustomEvent<unknown>;
  return typeof detail === "string" ? detail : null;
}
