/** The list of links not to track is read from the text that Alice types. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import english from "../../extension/_locales/en/messages.json";
import { useTexts } from "../../extension/lib/i18n/texts";
import { linkCase, whyLeft } from "../../extension/lib/links/rules";
import { readExclusions } from "../../extension/options/exclusions";

const texts = Object.entries(english).map(([key, { message }]) => [key, message]);
useTexts({ language: "en", texts: Object.fromEntries(texts) });

const good: [string, string[]][] = [
  ["bank.example", ["bank.example"]],
  [" https://Bank.Example/ ", ["bank.example"]],
  ["*.bank.example", ["bank.example"]],
  ["bank.example/private/\n\nbank.example/private", ["bank.example/private"]],
  ["bücher.example", ["xn--bcher-kva.example"]],
  ["a.example\nb.example/x", ["a.example", "b.example/x"]],
];

const bad: [string, RegExp][] = [
  ["bank", /Line 1, “bank”: this isn’t a domain/],
  ["a.example\ntwo words", /Line 2, “two words”: .*without spaces/],
  ["ftp://bank.example", /only web addresses/],
  ["bob@bank.example", /mail address/],
  ["bank.example?x=1", /leave out everything/],
  ["bank.example/#top", /leave out everything/],
  ["bank.example:8443", /leave out the port/],
  ["ba*nk.example", /leave out the asterisk/],
  [`bank.example/${"x".repeat(400)}`, /too long/],
];

describe("The list of links not to track", () => {
  for (const [typed, entries] of good)
    it(`reads ${JSON.stringify(typed)} as ${entries.join(" and ")}`, () =>
      assert.deepEqual(readExclusions(typed), { entries, problems: [] }));

  for (const [typed, words] of bad)
    it(`names the only problem of ${JSON.stringify(typed.slice(0, 30))}`, () => {
      const { problems } = readExclusions(typed);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? "", words);
    });

  it("keeps a valid line that is followed by an invalid one", () =>
    assert.deepEqual(readExclusions("a.example\nnope").entries, ["a.example"]));

  it("keeps 500 of 600 lines and says that 500 is the limit", () => {
    const many = Array.from({ length: 600 }, (_, at) => `d${at}.example`).join("\n");
    const { entries, problems } = readExclusions(many);
    assert.equal(entries.length, 500);
    assert.match(problems[0] ?? "", /up to 500/);
  });

  it("excludes links to a listed path and below it, but not to a path that only begins with the same letters", () => {
    const { entries } = readExclusions("https://Bank.example/private/");
    const rules = { exclusions: entries, phishing_guard: true, sensitive_guard: true };
    const why = (url: string): string | null =>
      whyLeft({ url, text: "here", quoted: false }, linkCase(rules, [], []));
    assert.equal(why("https://www.bank.example/private/x"), "excluded");
    assert.equal(why("https://bank.example/privately"), null);
  });
});
