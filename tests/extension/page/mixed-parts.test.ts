/** A mail that consists of several parts gets the pixel in the last part that Alice typed. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { lease, leases, ON, partsOf, request } from "../samples";

describe("A mail that Alice writes above and below a quote", () => {
  it("gets its pixel in the last typed part if that is HTML, and stays unchanged if that is plain text", () => {
    const given = lease();
    const mixed = request({
      parts: [
        [0, "Above the quote"],
        [1, "<p>Quoted</p>"],
        [0, "<p>Below</p>"],
      ],
    });
    const [above, quote, below] = partsOf(rewrite(mixed, leases(given), ON).body);
    assert.deepEqual([above, quote], ["Above the quote", "<p>Quoted</p>"]);
    assert.ok(below?.startsWith(`<p>Below</p><img src="${given.pixel_url}"`));
    const plain = request({
      parts: [
        [0, "<p>Above</p>"],
        [1, "<p>Quoted</p>"],
        [0, "Below, as text"],
      ],
    });
    const refused = rewrite(plain, leases(lease()), ON);
    assert.deepEqual([refused.body, refused.sends[0]?.why], [plain, "plain text"]);
  });
});
