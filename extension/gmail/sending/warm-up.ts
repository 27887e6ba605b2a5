/**
 * Rewrites a mail that is never sent, so that the JavaScript engine has compiled the code before the first real
 * send.
 */
import type { Lease } from "../../lib/protocol/shapes/mail";
import { rewrite } from "./rewrite";

const ROUNDS = 3;
const LINE =
  '<p class="x">Words, <b>more</b> &amp; a <a href="https://example.com/?a=1&amp;b=2">link</a></p>';

/** Runs the rewrite a few times with `lease`, which stays unused because the rewrite is pure. */
export function warmUp(lease: Lease): void {
  const body = [
    null,
    [
      [0, LINE.repeat(10)],
      [2, LINE.repeat(50)],
    ],
  ];
  const message = ["msg-a:r0", null, null, null, null, null, 0, "", body, null, ["^pfg"]];
  const text = JSON.stringify([message]);
  const rules = { exclusions: [], phishing_guard: true, sensitive_guard: true };
  const on = { paired: true, tracking: true, links: true, decoy: true, view_time: true };
  const settings = { ...on, own: [], choices: [], ...rules };
  for (let round = 0; round < ROUNDS; round++) {
    rewrite(text, { free: [lease], used: new Map() }, settings);
  }
}
