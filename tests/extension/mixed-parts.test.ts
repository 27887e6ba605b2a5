/** The part of a mail that gets the pixel. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "../../extension/page/rewrite";
import { lease, leases, ON, partsOf, request } from "./samples";

describe("A mail that Alice writes above and below a quote", () => {
  it("counts as HTML if its last typed part is HTML, and has its pixel there", () => {
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
