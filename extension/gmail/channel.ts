/** The content script's end of the channel from the hook in the page's own world. */
import { HELLO, HOOK, NOTED, REQUEST, RESPONSE } from "../lib/protocol/bridge";

/** Returns the body to send, and a function that is called with Gmail's response, or null. */
export type Rewriter = (body: string) => {
  body: string;
  done: ((response: string) => void) | null;
};

/**
 * Takes the first hook that shows itself, and answers its requests with `rewriter`. `noted` gets the bodies of requests
 * that the hook does not change, "" for one that it could not read. `met` is told whether scripts of the page may have
 * run before the hook.
 */
export function answerHook(
  rewriter: Rewriter,
  noted: (body: string) => void,
  met: (late: boolean) => void,
): void {
  const meet = (event: Event): void => {
    const channel = textIn(event);
    if (channel === null) return;
    event.preventDefault();
    document.removeEventListener(HOOK, meet);
    channel.addEventListener(REQUEST, (asked) => answer(asked, rewriter));
    channel.addEventListener(NOTED, (told) => noted(textIn(told)?.data ?? ""));
    met(isLate());
  };
  document.addEventListener(HOOK, meet);
  document.dispatchEvent(new Event(HELLO));
}

function answer(event: Event, rewriter: Rewriter): void {
  const node = textIn(event);
  if (node === null) return;
  const { body, done } = rewriter(node.data);
  if (body !== node.data) node.data = body;
  if (done === null) return;
  event.preventDefault();
  node.addEventListener(RESPONSE, () => done(node.data), { once: true });
}

function textIn(event: Event): Text | null {
  const node = event instanceof FocusEvent ? event.relatedTarget : null;
  return node instanceof Text && !node.isConnected ? node : null;
}

/**
 * Returns whether Gmail's scripts may have run first and kept the functions that the hook replaces. A browser may
 * load an extension's scripts into a page that was loaded long ago. Gmail's own scripts have a nonce; scripts
 * without one are those of other extensions.
 */
function isLate(): boolean {
  return document.body !== null || [...document.scripts].some(({ nonce }) => Boolean(nonce));
}
