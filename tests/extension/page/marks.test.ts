/** The extension marks a mail exactly as the server does; tests/marks tests the server with the same vectors. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { readIn } from "../../../extension/gmail/sending/saved-drafts";
import { ownPrefixes } from "../../../extension/lib/links/own-prefixes";
import { textDigest } from "../../../extension/lib/mail/digest";
import type { Lease } from "../../../extension/lib/protocol/shapes/mail";
import vectors from "../../vectors/rewrite.json";
import { leases, ON, partsOf, request } from "../samples";

type Case = {
  html: string;
  links: boolean;
  more: boolean;
  out: string;
  tracked: string[][];
  text_digest: string;
  long?: [string, number];
};

const DRAFT = "msg-a:r1";
const { exclusions, without, phishing_guard, sensitive_guard } = vectors.link_rules;
const own = ownPrefixes(vectors.server, vectors.prefix) ?? assert.fail("no places");
const rules = { ...ON, own: [own], exclusions, phishing_guard, sensitive_guard };

describe("The extension gives the HTML, tracked links and digest of tests/vectors/rewrite.json for case", () => {
  for (const [at, { html, links, more, out, tracked, text_digest, long }] of (
    vectors.cases as Case[]
  ).entries())
    it(`${at}: ${JSON.stringify(html.slice(0, 60))}`, () => {
      const [unit, times] = long ?? ["", 0];
      const whole = (text: string): string => text.replace("LONG", unit.repeat(times));
      const choice = { key: "1", draft: DRAFT, subject: "", tracking: true, active: true };
      const settings = {
        ...rules,
        decoy: more,
        view_time: more,
        choices: [{ ...choice, links, without }],
      };
      const body = request({ id: DRAFT, parts: [[0, whole(html)]] });
      const done = rewrite(body, leases(vectors.lease as Lease), settings);
      assert.equal(partsOf(done.body)[0], whole(out));
      assert.deepEqual(
        done.sends[0]?.links.map(({ url, text }) => [url, text]),
        tracked,
      );
      assert.equal(textDigest(readIn(whole(html))), text_digest);
    });
});
