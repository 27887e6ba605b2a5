/**
 * Opens the channel between the page's world and the content script's. Messages to the page are DOM events:
 * they are synchronous, so a choice applies to a send immediately after it. The events' name contains a nonce,
 * so that the page's other scripts cannot listen for the leases. Messages from the page are window messages
 * that contain the nonce; posting them does not delay a send. The page's end receives the nonce in a DOM event
 * at document_start, before any script of the page runs. The nonce is given out once, so a script that asks
 * later gets nothing.
 */
import { isFields } from "./guards/check";

export type Post = (kind: string, value: unknown) => void;
export type Receive = (kind: string, value: unknown) => void;

const NAME = "sightline";
const HELLO = "sightline-hello";
const ASK = "sightline-ask";

/**
 * Opens the content script's end: creates the nonce and announces it, now or when the page's end has started
 * and asks for it.
 */
export function bridgeToPage(receive: Receive): Post {
  const nonce = crypto.randomUUID();
  /** Announces the nonce; returns false once a page's end has taken it, which cancels the event. */
  const hello = (): boolean =>
    document.dispatchEvent(new CustomEvent(HELLO, { detail: nonce, cancelable: true }));
  // nosemgrep: insufficient-postmessage-origin-validation - it is compared, but not in the form that the rule knows
  window.addEventListener("message", (event) => {
    const { source, origin, data } = event;
    if (source !== window || origin !== window.location.origin) return;
    if (!isFields(data) || data.name !== NAME || data.nonce !== nonce) return;
    event.stopImmediatePropagation();
    if (typeof data.kind === "string" && typeof data.text === "string")
      receive(data.kind, parsed(data.text));
  });
  if (hello()) document.addEventListener(ASK, hello, { once: true });
  // Values cross as text in both directions, because Firefox wraps objects that cross between the worlds
  // (Xray vision).
  return (kind, value) => {
    const detail = JSON.stringify({ kind, value });
    document.dispatchEvent(new CustomEvent(NAME + nonce, { detail }));
  };
}

/** Opens the page's end: keeps the first nonce that it receives, and drops messages posted before that. */
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

/** Returns the parsed JSON, or undefined if it is invalid; no handler accepts undefined. */
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
