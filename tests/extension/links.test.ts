/** Which links of Alice's mail are tracked; tests/marks/test_links.py tests the server with the same table. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { linkCase, whyLeft } from "../../extension/lib/links/rules";
import vectors from "../vectors/links.json";

type Case = {
  url: string;
  text: string;
  left: string | null;
  quoted?: boolean;
  exclusions?: string[];
  without?: string[];
  phishing_guard?: boolean;
  sensitive_guard?: boolean;
};

describe("A link in Alice's mail", () => {
  for (const one of vectors.cases as Case[]) {
    const name = one.left === null ? "is tracked" : `is left alone (${one.left})`;
    it(`${one.url.slice(0, 50)} “${one.text}” ${name}`, () => {
      const { exclusions = [], phishing_guard = true, sensitive_guard = true } = one;
      const given = linkCase(
        { exclusions, phishing_guard, sensitive_guard },
        vectors.own_hosts,
        one.without ?? [],
      );
      const link = { url: one.url, text: one.text, quoted: one.quoted ?? false };
      assert.equal(whyLeft(link, given), one.left);
    });
  }
});
