/**
 * Defines the channel from the hook in the page's own world to the content script (decision 048). Both ends share
 * DOM nodes that are never in the document, so no other script can listen there; whoever has no reference to a
 * node cannot use it. Events on them are synchronous, so a send waits for nothing. Values cross as text, because
 * objects do not cross between the worlds unchanged.
 */

/** On `document`, from the content script: it is there. The hook answers with `HOOK`. */
export const HELLO = "sightline-hello";

/** On `document`, from the hook: `relatedTarget` is the channel. Cancelled by the content script that takes it. */
export const HOOK = "sightline-hook";

/**
 * On the channel: the text node `relatedTarget` holds the body of one of Gmail's requests. The content script
 * replaces the text with the body to send. It cancels the event if it wants Gmail's response.
 */
export const REQUEST = "request";

/**
 * On the channel: `relatedTarget` holds the body of a request that the hook leaves as it is, because it was sent to
 * another endpoint; empty if it is a sync request whose body cannot be read without waiting.
 */
export const NOTED = "noted";

/** On the node of a request: it now holds Gmail's response. */
export const RESPONSE = "response";
