/**
 * Rewrites a mail that is never sent, so that the JavaScript engine has compiled the code before the first real
 * send.
 */
import type { Lease } from "../../lib/protocol/shapes/mail";
import { rewrite } from "./rewrite";

const ROUNDS = 3;
const TYPED = 10;
const LINE =
  '<p class="x">Words, <b>more</b> &amp; a <a href="https://example.com/?a=1&amp;b=2">link</a></p>';

/** Rewrites the mail a few times with `lease`, which stays unused. Returns how many links were signed. */
export function warmUp(lease: Lease): number {
  const parts = [
    [0, LINE.repeat(TYPED)],
    [2, LINE.repeat(50)],
  ];
  const body = [null, parts, null, null, null, null, 1];
  const [from, to] = [person("alice@example.com"), [person("bob@example.com")]];
  const message = ["msg-a:r0", from, to, null, null, null, 0, "", body, null, ["^pfg"]];
  const text = JSON.stringify([message]);
  const rules = { exclusions: [], phishing_guard: true, sensitive_guard: true };
  const on = { paired: true, tracking: true, links: true, decoy: true, view_time: true };
  const settings = { ...on, own: [], choices: [], ...rules };
  let signed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { sends } = rewrite(text, { free: [lease], used: new Map() }, settings);
    signed += sends[0]?.links.length ?? 0;
  }
  return signed;
}

function person(address: string): [number, string] {
  return [1, address];
}
