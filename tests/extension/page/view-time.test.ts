/** With view time turned on, a mail gets the view-time image as the pixel's background, and the report says so. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { PageMemory } from "../../../extension/gmail/sending/memory";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { clickTarget } from "../../../extension/gmail/sending/tokens";
import { isLease } from "../../../extension/lib/protocol/guards/mail";
import { isPageState } from "../../../extension/lib/protocol/guards/page";
import type { Change } from "../../../extension/lib/protocol/shapes/mail";
import { rulesFor } from "../../../extension/worker/own-view-blocking";
import { ALICE, countOf, lease, leases, ON, partsOf, request, SAVE, SERVER } from "../samples";

const MEASURING = { ...ON, view_time: true };
const FILE = join(ROOT, "tests", "vectors", "tokens.json");
const [vector] = JSON.parse(readFileSync(FILE, "utf8")).reading as { token: string }[];

const background = (url = ""): string => `;background:url(${url})`;
const image = (pixel: string, viewTime = ""): string =>
  `<img src="${pixel}" width="1" height="1" alt="" style="display:block${viewTime}">`;

describe("With view time turned on, a mail", () => {
  it("gets the view-time image as the pixel's background, is otherwise the same, and is reported with view time", () => {
    const given = lease();
    const text = request({});
    const { body, sends } = rewrite(text, leases(given), MEASURING);
    const added = image(given.pixel_url, background(given.view_time_url));
    assert.equal(partsOf(body)[0], `<div dir="ltr">Hello Bob</div>${added}`);
    assert.equal(body.replace(JSON.stringify(added).slice(1, -1), ""), text);
    assert.equal(sends[0]?.view_time, true);
  });

  it("with any content differs from one without view time only by the view-time image", () => {
    const html = fc.array(
      fc.constantFrom("<p>", "</p>", "ä", "&amp;", "\\", '"', "<", "<!--", " x "),
    );
    fc.assert(
      fc.property(html, (pieces) => {
        const given = lease();
        const text = request({ parts: [[0, `<div>${pieces.join("")}</div>`]] });
        const plain = rewrite(text, leases(given), ON).body;
        const measured = rewrite(text, leases(given), MEASURING).body;
        assert.equal(measured.replace(background(given.view_time_url), ""), plain);
      }),
    );
  });

  it("sent again after an undo is the same, or has only the pixel if view time was turned off", () => {
    const given = lease();
    const sent = rewrite(request({}), leases(given), MEASURING).body;
    const parts: [number, string][] = [[0, partsOf(sent)[0] ?? ""]];
    const used = new Map([["msg-a:r1", given]]);
    const again = rewrite(request({ parts }), { free: [], used }, MEASURING);
    assert.equal(again.body, sent);
    const off = rewrite(request({ parts }), { free: [], used }, ON);
    assert.equal(countOf(off.body, given.view_time_url ?? ""), 0);
    assert.equal(countOf(off.body, given.pixel_url), 1);
    assert.equal(off.sends[0]?.view_time, false);
  });

  it("gets only the pixel if the lease has no view-time image", () => {
    const { view_time_url: _, ...given } = lease();
    assert.ok(isLease(given));
    const { body, sends } = rewrite(request({}), leases(given), MEASURING);
    assert.equal(partsOf(body)[0], `<div dir="ltr">Hello Bob</div>${image(given.pixel_url)}`);
    assert.equal(sends[0]?.view_time, false);
  });

  for (const [what, mail] of [
    ["in plain text", { html: 0 }],
    ["that is encrypted", { parts: [[0, "<p>-----BEGIN PGP MESSAGE-----</p>"]] }],
    ["in confidential mode", { labels: ["^all", "^pfg", "^cfm"] }],
    ["that is only saved", { labels: SAVE }],
  ] as [string, Parameters<typeof request>[0]][]) {
    it(`${what} stays unchanged`, () => {
      const text = request(mail);
      assert.equal(rewrite(text, leases(lease()), MEASURING).body, text);
    });
  }
});

describe("View time", () => {
  it("is reported as the page's state says, and a state that does not mention view time is refused", () => {
    const page = new PageMemory();
    const { paired, tracking, links, decoy, own, exclusions } = ON;
    const { phishing_guard, sensitive_guard } = ON;
    const rules = { exclusions, phishing_guard, sensitive_guard };
    const state = { paired, tracking, links, decoy, own, ...rules, epoch: "1", used: [] };
    const viewTimes = (changes: readonly Change[]): unknown =>
      changes.map((one) => one.kind === "sent" && one.report.view_time);
    assert.ok(!isPageState({ ...state, leases: [] }));
    page.receive({ ...state, view_time: false, leases: [lease(), lease()] });
    assert.deepEqual(viewTimes(page.handle(request({}), Date.now()).changes), [false]);
    page.receive({ ...state, view_time: true, leases: [] });
    const sent = page.handle(request({ id: "msg-a:r2" }), Date.now());
    assert.deepEqual(viewTimes(sent.changes), [true]);
  });

  it("has an image that the rule against own views blocks", () => {
    const [rule] = rulesFor([ALICE]);
    const place = rule?.condition.urlFilter ?? "none";
    assert.ok(lease().view_time_url?.includes(place));
    assert.ok(`${SERVER}/p/alice123/r/${vector?.token}.gif`.includes(place));
  });

  it("has a token that has no target", () => {
    assert.equal(clickTarget(vector?.token ?? ""), null);
  });
});
