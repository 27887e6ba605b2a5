/**
 * Whole requests as Gmail's page sends them. They were captured at the stand-in Gmail (captures/make.py), and have
 * the shape of Gmail's own where the extension depends on it (check-captures.mjs).
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { describe, it } from "node:test";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { idsIn } from "../../../extension/gmail/sending/send-response";
import { countOf, lease, leases, OFF, ON } from "../samples";

const FOLDER = join(ROOT, "tests", "extension", "captures");
const names = readdirSync(FOLDER).filter((name) => name.endsWith("-request.json"));

const raw = (name: string): string => readFileSync(join(FOLDER, name), "utf8");
/** Gmail sends JSON without spaces; JSON with spaces has to work too. */
const spaced = (name: string): string => JSON.stringify(JSON.parse(raw(name)), null, 1);
const isSave = (name: string): boolean => name.includes("draft-save") || name.includes("update");

const OWN = lease();
const FOREIGN = /https:\/\/tracker\.example\/t\?[^"\\]*/g;

describe("A captured request", () => {
  for (const name of names) {
    for (const [spelling, text] of [
      ["as on the wire", raw(name)],
      ["spelled with spaces", spaced(name)],
    ] as const) {
      if (isSave(name)) {
        it(`that saves a draft stays unchanged (${name}, ${spelling})`, () => {
          assert.equal(rewrite(text, leases(lease()), ON).body, text);
        });
        continue;
      }
      it(`that sends a mail gets one pixel, and is as before once the pixel is removed (${name}, ${spelling})`, () => {
        const given = lease();
        const { body, sends } = rewrite(text, leases(given), ON);
        assert.equal(sends.length, 1);
        assert.equal(countOf(body, given.pixel_url), 1);
        assert.equal(rewrite(body, leases(), OFF).body, text, "without its marks it is as it was");
      });
      it(`that sends a mail loses Alice's older pixels (${name}, ${spelling})`, () => {
        const marked = text.replace(FOREIGN, OWN.pixel_url);
        const older = countOf(marked, OWN.pixel_url);
        const { body } = rewrite(marked, leases(lease()), ON);
        assert.equal(countOf(body, OWN.pixel_token), 0);
        assert.equal(countOf(marked, "<img") - countOf(body, "<img"), older - 1);
        assert.equal(rewrite(marked, leases(), OFF).body, withoutOwn(marked));
      });
    }
  }

  it("that sends a mail has a response in which all three ids of the mail are found", () => {
    for (const name of names.filter((one) => !isSave(one))) {
      const { sends } = rewrite(raw(name), leases(lease()), ON);
      const ids = idsIn(raw(name.replace("-request", "-response"))).get(sends[0]?.draft.id ?? "");
      assert.match(ids?.gmail_message_id ?? "", /^[0-9a-f]{16}$/);
      assert.match(ids?.gmail_thread_id ?? "", /^[0-9a-f]{16}$/);
      assert.match(ids?.rfc822_message_id ?? "", /^<.+@mail\.gmail\.com>$/);
    }
  });

  it("that is the longest passes the hook in less than 50 ms at the median", (test) => {
    const name =
      names.slice().sort((one, other) => raw(other).length - raw(one).length)[0] ?? assert.fail();
    const text = raw(name);
    const times = Array.from({ length: 200 }, () =>
      timed(() => rewrite(text, leases(lease()), ON)),
    );
    const middle = times.slice(1).sort((one, other) => one - other)[100] ?? 0;
    const line = `${name}, ${text.length} letters: first ${times[0]?.toFixed(2)} ms, middle ${middle.toFixed(3)} ms`;
    test.diagnostic(line);
    assert.ok(middle < 50, line);
  });
});

function withoutOwn(text: string): string {
  return text.replace(/<img [^>]*>/g, (tag) => (tag.includes(OWN.pixel_url) ? "" : tag));
}

function timed(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}
