/** Ten thousand generated messages at each interface have no effect and break nothing. */
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import fc from "fast-check";
import {
  isChange,
  isFoundMarks,
  isReport,
  isUntracked,
} from "../../../extension/lib/protocol/guards/mail";
import { isPageState } from "../../../extension/lib/protocol/guards/page";
import { isSettings } from "../../../extension/lib/protocol/guards/settings";
import { answer } from "../../../extension/worker/rpc";
import { Browser } from "../browser-api";

const RUNS = { numRuns: 10_000 };
const NAMES = ["sightline", "sightline-hello", "sightline-ask", "sightline-state-changed"];
const KINDS = ["state", "choices", "change", "untracked", "leaseCount", "constructor", "__proto__"];

const junk = fc.anything({
  withNullPrototype: true,
  maxDepth: 3,
  key: fc.oneof(fc.constantFrom("kind", "name", "nonce", "text", "value", "report"), fc.string()),
  values: [
    fc.constantFrom(...NAMES, ...KINDS, "sent", "ids", "undone", "msg-a:r1"),
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  ],
});
const likely = fc.record({
  name: fc.constantFrom(...NAMES),
  nonce: fc.oneof(fc.uuid(), fc.constant(null)),
  kind: fc.constantFrom(...KINDS),
  text: fc.oneof(fc.string(), fc.json({ maxDepth: 2 })),
});
const message = fc.oneof(junk, likely);

describe("The guards of messages", () => {
  it("accept no generated message", () => {
    const checks = [isChange, isReport, isPageState, isUntracked, isSettings, isFoundMarks];
    fc.assert(
      fc.property(message, (value) => {
        for (const check of checks) assert.equal(check(value), false);
      }),
      RUNS,
    );
  });
});

describe("The worker", () => {
  const GMAIL = { id: "sightline", url: "https://mail.google.com/mail/u/0/", frameId: 0 };
  const WINDOW = { id: "sightline", url: "chrome-extension://sightline/popup/popup.html" };
  const STRANGERS = [
    { ...GMAIL, id: "another" },
    { ...GMAIL, frameId: 3 },
    { ...GMAIL, url: "https://mail.google.com.evil.example/" },
    { ...GMAIL, url: "https://evil.example/" },
    { id: "sightline" },
  ];
  const NEEDS_NO_FIELDS = ["page/need", "page/texts"];
  const page = [
    "page/change",
    "page/untracked",
    "page/proof",
    "page/default",
    "page/thread-statuses",
    "page/timelines",
    "page/correct",
    "page/mute",
  ];
  const windows = ["window/settings", "window/pair", "window/list", "window/mute", "window/remind"];
  /** With two booleans, the message would set valid defaults. */
  const wellFormed = ({ tracking, links }: Record<string, unknown>): boolean =>
    typeof tracking === "boolean" && typeof links === "boolean";
  const fields = fc
    .dictionary(
      fc.constantFrom("change", "send", "found", "tracking", "links", "settings", "server", "q"),
      junk,
      { maxKeys: 4 },
    )
    .filter((given) => !wellFormed(given));

  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
    browser.install();
  });

  it("does not answer even a known message from another extension, site or frame", () => {
    const names = fc.constantFrom(
      ...page,
      ...windows,
      ...NEEDS_NO_FIELDS,
      "constructor",
      "toString",
    );
    fc.assert(
      fc.property(names, fields, fc.constantFrom(...STRANGERS), (name, given, sender) => {
        assert.equal(answer({ ...given, name }, sender), undefined);
      }),
      RUNS,
    );
  });

  it("answers no unknown message from a Gmail page or a window", () => {
    fc.assert(
      fc.property(message, fc.constantFrom(GMAIL, WINDOW), (value, sender) => {
        assert.equal(answer(value, sender), undefined);
      }),
      RUNS,
    );
  });

  it("stores nothing from malformed messages", async () => {
    const before = JSON.stringify(browser.stored);
    const asked = fc.oneof(
      fc.tuple(fc.constantFrom(...page), fc.constant(GMAIL)),
      fc.tuple(fc.constantFrom(...windows), fc.constant(WINDOW)),
    );
    const given = fc.sample(fc.tuple(asked, fields), RUNS.numRuns);
    for (let at = 0; at < given.length; at += 500) {
      const some = given.slice(at, at + 500);
      await Promise.allSettled(
        some.map(([[name, sender], value]) => answer({ ...value, name }, sender)),
      );
    }
    assert.equal(JSON.stringify(browser.stored), before);
  });
});
