/** Real traffic, captured and anonymised; it is kept outside the project. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { describe, it } from "node:test";
import { rewrite } from "../../extension/page/rewrite";
import { idsIn } from "../../extension/page/send-response";
import { leftOut } from "./parts";
import { countOf, lease, leases, OFF, ON } from "./samples";

const FOLDER = join(ROOT, "..", "shared", "gmail-captures");
const here = existsSync(FOLDER);
const names = !here ? [] : readdirSync(FOLDER).filter((name) => name.endsWith("_request.json"));

const raw = (name: string): string => readFileSync(join(FOLDER, name), "utf8");
/** Gmail sends it without spaces; both spellings must come through. */
const compact = (name: string): string => JSON.stringify(JSON.parse(raw(name)));
const isDraft = (name: string): boolean => name.includes("Draft");

const OWN = lease();
const FOREIGN =
  /https:\/\/(?:mailfoogae\.appspot\.com|dev\.mailfoogae\.appspot\.com:8888)\/t\?[^"\\]*/g;

describe("Gmail's captured traffic", { skip: leftOut("captures") }, () => {
  it("is beside this checkout", () => {
    assert.ok(here, `${FOLDER} is not there. (To leave it out: WITHOUT=captures)`);
  });
  for (const name of names) {
    for (const [spelling, text] of [
      ["as captured", raw(name)],
      ["as on the wire", compact(name)],
    ] as const) {
      if (isDraft(name)) {
        it(`${name}, ${spelling}: the draft stays byte for byte the same`, () => {
          assert.equal(rewrite(text, leases(lease()), ON).body, text);
        });
        continue;
      }
      it(`${name}, ${spelling}: the send gets one own pixel and loses nothing`, () => {
        const given = lease();
        const { body, sends } = rewrite(text, leases(given), ON);
        const tag = /<img src=\\"https:\/\/track\.example\.com[^>]*>/g;
        assert.equal(sends.length, 1);
        assert.equal(countOf(body, given.pixel_url), 1);
        assert.equal(body.replace(tag, ""), text);
      });
      it(`${name}, ${spelling}: older own pixels go, in both forms`, () => {
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
    for (const name of names.filter((one) => !isDraft(one))) {
      const { sends } = rewrite(raw(name), leases(lease()), ON);
      const ids = idsIn(raw(name.replace("_request", "_response"))).get(sends[0]?.draft.id ?? "");
      assert.match(ids?.gmail_message_id ?? "", /^[0-9a-f]{16}$/);
      assert.match(ids?.gmail_thread_id ?? "", /^[0-9a-f]{16}$/);
      assert.match(ids?.rfc822_message_id ?? "", /^<.+@mail\.gmail\.com>$/);
    }
  });

  it("passes the hook quickly", (test) => {
    const name =
      names.slice().sort((one, other) => raw(other).length - raw(one).length)[0] ?? assert.fail();
    const text = compact(name);
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
