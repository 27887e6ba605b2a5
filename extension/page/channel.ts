/** The hook's end of the channel to the content script. */
import { HELLO, HOOK, NOTED, REQUEST, RESPONSE } from "../lib/protocol/bridge";
import {
  addListener,
  dispatch,
  here,
  NativeEvent,
  NativeFocusEvent,
  plain,
  removeListener,
  setText,
  textNode,
  textOf,
} from "./natives";

/**
 * Asks the content script about one request. Returns the body to send, and a function that takes Gmail's response;
 * null if nobody wants it. Without a content script, the body stays as it is.
 */
export type Exchange = (body: string) => {
  body: string;
  hear: ((response: string) => void) | null;
};

export type Channel = {
  readonly exchange: Exchange;
  /** Tells the content script of a request that stays as it is: its body, or "" for a sync request's unreadable one. */
  readonly note: (body: string) => void;
};

/**
 * Opens the channel. Call this at document_start: the page's scripts cannot listen for the handshake then. The two
 * ends may start in either order.
 */
export function openChannel(): Channel {
  const channel = textNode(here, "");
  const announce = (): void => {
    const taken = !dispatch(here, related(HOOK, channel));
    if (taken) removeListener(here, HELLO, announce);
  };
  addListener(here, HELLO, announce);
  announce();
  return {
    exchange: (body) => exchange(channel, body),
    note: (body) => void dispatch(channel, related(NOTED, textNode(here, body))),
  };
}

function exchange(channel: Text, body: string): ReturnType<Exchange> {
  const node = textNode(here, body);
  const wanted = !dispatch(channel, related(REQUEST, node));
  const leaving = textOf(node);
  if (!wanted) return { body: leaving, hear: null };
  const hear = (response: string): void => {
    setText(node, response);
    dispatch(node, new NativeEvent(RESPONSE));
  };
  return { body: leaving, hear };
}

function related(name: string, relatedTarget: EventTarget): FocusEvent {
  return new NativeFocusEvent(name, plain({ relatedTarget, cancelable: true }));
}
