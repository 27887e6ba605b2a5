/** A mail with very many links or tags delays its send by little, and four times as many by four times as much. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { warmUp } from "../../../extension/gmail/sending/warm-up";
import { countOf, DECOY, lease, leases, partsOf, request } from "../samples";

const GIVEN = lease();
const LINK = '<p>See <a href="https://example.com/page/#?id=#&amp;x=1">link #</a></p>';
/** What a mail may repeat, `#` being a number. */
const SHAPES: Readonly<Record<string, string>> = {
  "tags that are never closed": "<div>",
  "tags that never end": "<d# ",
  "quotes that are never closed": '<div class="gmail_quote">',
  "quotes, each with a link behind it":
    '<p class="gmail_quote"></p><a href="https://example.com/#">x</a>',
  "links that are never closed": '<a href="https://example.com/#">x',
  "areas of an image map": '<area href="https://example.com/#">x',
  "hidden links of an earlier mail": `<a href="${GIVEN.decoy_url}"><b>`,
  "closing tags": "</p>",
  comments: "<!--",
};
const TRIES = 5;
const SENDS = 12;

describe("A mail with very many links or tags", () => {
  it("gets each of its 5,000 links signed", (test) => {
    assert.equal(warmUp(GIVEN), 30);
    const text = request({ parts: [[0, many(LINK, 5000)]] });
    const send = (): unknown => rewrite(text, leases(lease()), DECOY);
    const [cold = 0, ...warm] = Array.from({ length: SENDS }, () => delay(send));
    test.diagnostic(
      `5,000 links delay a send by ${Math.min(...warm).toFixed(0)} ms, the first by ${cold.toFixed(0)} ms`,
    );
    const { body, sends } = rewrite(text, leases(GIVEN), DECOY);
    assert.equal(sends[0]?.links.length, 5000);
    assert.equal(countOf(partsOf(body)[0] ?? "", GIVEN.link_base), 5001);
  });

  it("takes time that grows with the number of links", () => {
    assertLinear(LINK, 1500, "links");
  });

  for (const [name, shape] of Object.entries(SHAPES))
    it(`takes time that grows with the number of ${name}`, (test) => {
      const few = shape.includes("href") ? 1500 : 5000; // signing takes most of the time
      const took = assertLinear(shape, few, name);
      test.diagnostic(`${4 * few} ${name}: ${took.toFixed(0)} ms of CPU`);
    });

  it("takes time that grows with the number of attributes", () => {
    assertLinear('x#="y" ', 5000, "attributes", (attributes) => `<a ${attributes}>`);
  });
});

/**
 * Four times as much may take eight times as long, for the sake of busy machines; a square takes 16. Returns what the
 * larger one took.
 */
function assertLinear(
  shape: string,
  few: number,
  name: string,
  within = (html: string) => html,
): number {
  const [one, four] = [few, 4 * few].map((number) => {
    const text = request({ parts: [[0, within(many(shape, number))]] });
    return fastest(() => rewrite(text, leases(lease()), DECOY));
  });
  assert.ok(one !== undefined && four !== undefined);
  assert.ok(four <= 8 * one + 10, `${name}: ${one} ms, four times as many ${four} ms`);
  return four;
}

function many(shape: string, number: number): string {
  return Array.from({ length: number }, (_, n) => shape.replaceAll("#", String(n))).join("");
}

function fastest(action: () => void): number {
  return Math.min(...Array.from({ length: TRIES }, () => time(action)));
}

function delay(action: () => unknown): number {
  const before = performance.now();
  action();
  return performance.now() - before;
}

/** Returns milliseconds of this process's CPU time: other programs on the machine matter less to it. */
function time(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
