/**
 * Whole requests as Gmail's page makes them. They are captures of the stand-in Gmail (captures/make.py), and have
 * the shape of Gmail's own wherever the extension relies on it (check-captures.mjs).
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { describe, it } from "node:test";
import { rewrite } from "../../extension/page/rewrite";
import { idsIn } from "../../extension/page/send-response";
import { countOf, lease, leases, OFF, ON } from "./samples";

const FOLDER = join(ROOT, "tests", "extension", "captures");
const names = readdirSync(FOLDER).filter((name) => name.endsWith("-request.json"));

const raw = (name: string): string => readFileSync(join(FOLDER, name), "utf8");
/** Gmail sends JSON without spaces; JSON with spaces has to work too. */
const spaced = (name: string): string => JSON.stringify(JSON.parse(raw(name)), null, 1);
const isSave = (name: string): boolean => name.includes("draft-save") || name.includes("update");

const OWN = lease();
const FOREIGN = /https:\/\/tracker\.example\/t\?[^"\\]*/g;

describe("Captured traffic", () => {
  for (const name of names) {
    for (const [spelling, text] of [
      ["as on the wire", raw(name)],
      ["spelled with spaces", spaced(name)],
    ] as const) {
      if (isSave(name)) {
        it(`leaves the draft byte for byte the same (${name}, ${spelling})`, () => {
          assert.equal(rewrite(text, leases(lease()), ON).body, text);
        });
        continue;
      }
      it(`gets one own pixel in a send and loses nothing (${name}, ${spelling})`, () => {
        const given = lease();
        const { body, sends } = rewrite(text, leases(given), ON);
        assert.equal(sends.length, 1);
        assert.equal(countOf(body, given.pixel_url), 1);
        assert.equal(rewrite(body, leases(), OFF).body, text, "without its marks it is as it was");
      });
      it(`loses older own pixels in both forms (${name}, ${spelling})`, () => {
        const marked = text.replace(FOREIGN, OWN.pixel_url);
        const older = countOf(marked, OWN.pixel_url);
        const { body } = rewrite(marked, leases(lease()), ON);
        assert.equal(countOf(body, OWN.pixel_token), 0);
        assert.equal(countOf(marked, "<img") - countOf(body, "<img"), older - 1);
        assert.equal(rewrite(marked, leases(), OFF).body, withoutOwn(marked));
      });
    }
  }

  it("answers with the ids of every mail sent", () => {
    for (const name of names.filter((one) => !isSave(one))) {
      const { sends } = rewrite(raw(name), leases(lease()), ON);
      const ids = idsIn(raw(name.replace("-request", "-response"))).get(sends[0]?.draft.id ?? "");
      assert.match(ids?.gmail_message_id ?? "", /^[0-9a-f]{16}$/);
      assert.match(ids?.gmail_thread_id ?? "", /^[0-9a-f]{16}$/);
      assert.match(ids?.rfc822_message_id ?? "", /^<.+@mail\.gmail\.com>$/);
    }
  });

  it("passes the hook quickly", (test) => {
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
