/** The extension and the server make and read the same tokens. */
import assert from "node:assert/strict";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decode, encode } from "../../../extension/gmail/sending/base64url";
import {
  clickTarget,
  isDecoy,
  linkSigner,
  signClick,
} from "../../../extension/gmail/sending/tokens";
import { lease } from "../samples";

type Vector = { link_head: string; link_key: string; url: string; token: string };
type Refused = { token: string; purpose: string; why: string };

const FILE = join(ROOT, "tests", "vectors", "tokens.json");
const skip = existsSync(FILE) ? false : "no vectors yet (tests/vectors/tokens.json)";
const vectors = skip
  ? {
      click: [],
      decoy: [],
      open: [],
      refused: [],
      cut: [],
      stray: { ends: [] },
      broken: { between: [], not_between: [] },
      longer: {},
    }
  : JSON.parse(readFileSync(FILE, "utf8"));

const head = Buffer.concat([Buffer.from([1, 2]), randomBytes(36)]).toString("base64url");
const key = randomBytes(32).toString("base64url");

/** The same token, made with Node's own cryptography. */
function bySomebodyElse(linkHead: string, linkKey: string, url: string): string {
  const hash = createHash("sha256").update(url).digest().subarray(0, 16);
  const signed = Buffer.concat([Buffer.from(linkHead, "base64url"), hash, Buffer.from(url)]);
  const whole = (body: Buffer) => {
    const mac = createHmac("sha256", Buffer.from(linkKey, "base64url")).update(body).digest();
    return Buffer.concat([body, mac]).toString("base64url");
  };
  const token = whole(signed);
  return /[-_]$/.test(token) ? whole(Buffer.concat([signed, Buffer.from([0])])) : token;
}

describe("The vectors shared with the server", { skip }, () => {
  for (const { link_head, link_key, url, token } of vectors.click as Vector[]) {
    it(`contain the token that the extension makes and reads for ${url.slice(0, 60)}`, () => {
      assert.equal(signClick(link_head, link_key, url), token);
      assert.equal(clickTarget(token), url);
    });
  }

  for (const end of vectors.stray.ends as string[]) {
    it(`contain a token that is read with ${JSON.stringify(end)} behind it`, () => {
      assert.equal(clickTarget(vectors.stray.token + end), vectors.stray.url);
      const [decoy] = vectors.decoy as Vector[];
      assert.equal(isDecoy((decoy?.token ?? "") + end), true);
    });
  }

  for (const [by, target] of [
    ...vectors.broken.between.map((by: string) => [by, vectors.stray.url]),
    ...vectors.broken.not_between.map((by: string) => [by, null]),
  ] as [string, string | null][]) {
    it(`contain a token that is ${target === null ? "ended" : "only broken"} by ${JSON.stringify(by)}`, () => {
      const { token } = vectors.stray as Vector;
      assert.equal(clickTarget([token.slice(0, 60), token.slice(60)].join(by)), target);
    });
  }

  for (const { url, text } of vectors.cut as { url: string; text: string }[]) {
    it(`contain an older token whose end was left out, and which still leads to ${url}`, () =>
      assert.equal(clickTarget(text), url));
  }

  it("contain an older token for a URL that is too long today, and which still has its target", () => {
    const { link_head, link_key, token, url } = vectors.longer as Vector;
    assert.equal(clickTarget(token), url);
    assert.equal(signClick(link_head, link_key, url), null);
  });

  for (const { token } of vectors.decoy as Vector[]) {
    it("contain a decoy, which is recognised and has no target", () => {
      assert.equal(isDecoy(token), true);
      assert.equal(clickTarget(token), null);
    });
  }

  for (const { token } of [...vectors.click, ...vectors.open] as Vector[]) {
    it("contain other tokens, which are not taken for a decoy", () =>
      assert.equal(isDecoy(token), false));
  }

  for (const { token, purpose, why } of vectors.refused as Refused[]) {
    if (purpose !== "click" || why !== "purpose") continue;
    it("contain tokens of other purposes, which have no target", () =>
      assert.equal(clickTarget(token), null));
  }
});

describe("A click token", () => {
  it("equals the token that Node's own cryptography makes for any address", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 300 })
      .filter((one) => !/\p{Surrogate}/u.test(one));
    fc.assert(
      fc.property(text, (path) => {
        const url = `https://example.com/${path}`;
        const token = signClick(head, key, url);
        assert.equal(token, bySomebodyElse(head, key, url));
        assert.equal(clickTarget(token ?? ""), url);
      }),
    );
  });

  it("has at most 1,916 characters: it is not made for an address of more than 1,350 bytes", () => {
    const start = "https://example.com/";
    const longest = (signs: number) => signClick(head, key, start.padEnd(signs, "x"));
    for (const signs of [1348, 1349, 1350]) assert.ok((longest(signs)?.length ?? 9999) <= 1916);
    assert.equal(longest(1351), null);
  });

  it("ends in a letter or digit, so that no mail client leaves its end out of the link", () => {
    for (let n = 0; n < 500; n++)
      assert.match(signClick(head, key, `https://example.com/${n}`) ?? "", /[A-Za-z0-9]$/);
  });

  it("is not made for an address with half of a surrogate pair", () =>
    assert.equal(signClick(head, key, "https://example.com/\ud800"), null));

  it("gives no URL after any one character of its hash or URL was changed", () => {
    const token = signClick(head, key, "https://example.com/") ?? "";
    // The last 43 characters are the signature, which only the server can check.
    for (let at = 51; at < token.length - 43; at++) {
      const other = token[at] === "A" ? "B" : "A";
      assert.equal(clickTarget(token.slice(0, at) + other + token.slice(at + 1)), null);
    }
  });

  it("is never recognised in other text, and neither is a decoy", () => {
    fc.assert(fc.property(fc.string(), (text) => assert.equal(clickTarget(text), null)));
    fc.assert(fc.property(fc.string(), (text) => assert.equal(isDecoy(text), false)));
  });

  it("cannot be made from a malformed lease", () => {
    assert.throws(() => linkSigner(lease({ link_head: "AQ" }))("https://example.com/"));
    assert.throws(() => linkSigner(lease({ link_key: "!!" }))("https://example.com/"));
  });
});

describe("base64url", () => {
  it("reads and writes the same as Node", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64url");
        assert.equal(encode(bytes), text);
        assert.deepEqual(decode(text), Uint8Array.from(bytes));
      }),
    );
  });

  for (const text of ["A", "AB", "AAB", "AA==", "A+", "A/", "A A", "AÄ"]) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(decode(text), null));
  }
});
