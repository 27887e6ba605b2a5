/** Properties of every mail, tested with generated mails. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseFragment } from "parse5";
import { insideLiteral, places, splice } from "../../../extension/gmail/sending/json";
import { PageMemory } from "../../../extension/gmail/sending/memory";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { clickTarget } from "../../../extension/gmail/sending/tokens";
import { linkCase, whyLeft } from "../../../extension/lib/links/rules";
import { ALICE, countOf, DECOY, lease, leases, OFF, ON, partsOf, request, SAVE } from "../samples";

const url = fc
  .webUrl({ withFragments: true, withQueryParameters: true })
  .map((one) => one.replaceAll("&", "&amp;"));
const piece = fc.oneof(
  fc.constantFrom(
    "<b>",
    "</b>",
    "<br>",
    "Hello ",
    "é",
    "\u2028",
    "\ud83d\ude00",
    '"',
    "\\",
    "<!-- x -->",
    "&nbsp;",
  ),
  url.map((one) => `<a href="${one}">read</a>`),
  url.map((one) => `<a href="${one.replaceAll("'", "%27")}" title='x>y'>read</a>`),
  url.map((one) => `<img src="${one}">`),
);
const html = fc
  .array(piece, { maxLength: 12 })
  .map((pieces) => `<div dir="ltr">${pieces.join("")}</div>`);

const href = fc.oneof(
  url,
  fc.constantFrom(
    "mailto:bob@sandbox.example",
    "tel:+15550100",
    "#part",
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "https://track.example.com/messages/7",
    "https://example.com/unsubscribe?u=1",
    "https://example.com/reset-password?t=1",
    "https://example.com/?utm_source=a&amp;utm_medium=b#c",
    "https://münchen.example.com/straße",
    "HTTPS://EXAMPLE.COM/A?a=1&amp;amp=2",
    "http://192.168.1.1/",
  ),
);
const words = fc.constantFrom("read", "the <b>menu</b>", "https://example.com/", "Unsubscribe", "");
const anchor = fc
  .tuple(
    href,
    words,
    fc.constantFrom('"', "'"),
    fc.constantFrom("a", "A"),
    fc.constantFrom("", " title='>'"),
  )
  .map(
    ([to, shown, quote, name, more]) =>
      `<${name}${more} href=${quote}${to.replaceAll(quote, "%27")}${quote}>${shown}</${name}>`,
  );
const block = fc.oneof(
  anchor,
  piece,
  anchor.map((one) => `<blockquote class="gmail_quote">${one}</blockquote>`),
);
/** Only complete elements, in which a parser and the tokenizer find the same links. */
const body = fc
  .array(block, { maxLength: 8 })
  .map((blocks) => `<div dir="ltr">${blocks.join("").replaceAll(/<\/?b>/g, "")}</div>`);

const PIXEL = /<img src="https:\/\/track\.example\.com[^>]*>/;
/** With and without the decoy. */
const either = fc.constantFrom(ON, DECOY);
const HREF = /( href=)(?:"[^"]*"|'[^']*')/g;

type Found = { url: string; text: string; quoted: boolean };

/** The links according to an independent parser. */
function linksOf(html: string): Found[] {
  const found: Found[] = [];
  const visit = (node: Node, quoted: boolean): void => {
    const attributes = node.attrs ?? [];
    const inside =
      quoted ||
      attributes.some(({ name, value }) => name === "class" && value.includes("gmail_quote"));
    const to = attributes.find(({ name }) => name === "href");
    if (node.nodeName === "a" && to !== undefined)
      found.push({ url: to.value, text: textOf(node).replace(/\s+/g, " ").trim(), quoted: inside });
    for (const child of node.childNodes ?? []) visit(child, inside);
  };
  visit(parseFragment(html) as Node, false);
  return found;
}

type Node = {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
};

function textOf(node: Node): string {
  return node.value ?? (node.childNodes ?? []).map(textOf).join("");
}

/** Escapes two characters, as Gmail does, although JSON would allow them unescaped. */
const escaped = (text: string): string =>
  text.replaceAll("<", "\\u003c").replaceAll("=", "\\u003d");

describe("Every mail", () => {
  it("gets one pixel, a decoy only if wanted, and is as typed once both are removed", () => {
    fc.assert(
      fc.property(html, html, either, (typed, quoted, settings) => {
        const parts: [number, string][] = [
          [0, typed],
          [2, quoted],
        ];
        const given = lease();
        const tracked = rewrite(request({ parts }), leases(given), settings).body;
        assert.equal(countOf(tracked, given.decoy_url ?? ""), settings === DECOY ? 1 : 0);
        assert.equal(countOf(partsOf(tracked)[0] ?? "", ALICE.pixels), 1);
        assert.equal(partsOf(tracked)[1], quoted);
        assert.equal(rewrite(tracked, leases(), OFF).body, request({ parts }));
      }),
      { numRuns: 300 },
    );
  });

  it("differs from the typed text only in link targets that the rules allow", () => {
    const rules = linkCase(ON, [ALICE.host], []);
    fc.assert(
      fc.property(body, (typed) => {
        const after =
          partsOf(rewrite(request({ parts: [[0, typed]] }), leases(lease()), ON).body)[0] ?? "";
        const bare = after.replace(PIXEL, "");
        assert.equal(bare.replace(HREF, "$1"), typed.replace(HREF, "$1"));
        const [was, is] = [typed, bare].map((html) => linksOf(html)) as [Found[], Found[]];
        for (const [at, { url, text, quoted }] of was.entries()) {
          const changed = is[at]?.url !== url;
          assert.equal(changed, whyLeft({ url, text, quoted }, rules) === null, url);
          if (changed) assert.equal(clickTarget(is[at]?.url.split("/").at(-1) ?? ""), url);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("keeps the characters that Gmail escaped, apart from the pixel", () => {
    fc.assert(
      fc.property(html, (typed) => {
        const text = escaped(request({ parts: [[0, typed]] }));
        const { body } = rewrite(text, leases(lease()), { ...ON, links: false });
        assert.equal(body.replace(/<img src=\\"https:\/\/track\.example\.com[^>]*>/, ""), text);
      }),
    );
  });

  it("stays the same in a second pass through the hook", () => {
    fc.assert(
      fc.property(html, either, (typed, settings) => {
        const given = lease();
        const once = rewrite(request({ parts: [[0, typed]] }), leases(given), settings).body;
        const used = new Map([["msg-a:r1", given]]);
        assert.equal(rewrite(once, { free: [], used }, settings).body, once);
      }),
    );
  });

  it("stays unchanged while it is only saved as a draft", () => {
    fc.assert(
      fc.property(html, (typed) => {
        const text = request({ labels: SAVE, parts: [[0, typed]] });
        assert.equal(rewrite(text, leases(lease()), DECOY).body, text);
      }),
    );
  });
});

describe("Any other request", () => {
  it("stays unchanged if it is any JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        assert.equal(rewrite(text, leases(lease()), ON).body, text);
        assert.equal(places(text).end, text.trimEnd().length);
      }),
    );
  });

  it("stays unchanged if it only resembles a mail", () => {
    const odd = fc.array(fc.oneof(fc.constant("msg-a:r1"), fc.jsonValue(), fc.constant(["^pfg"])), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(odd, (value) => {
        const text = JSON.stringify(["msg-a:r1", ...value]);
        assert.equal(rewrite(text, leases(lease()), ON).body, text);
      }),
      { numRuns: 500 },
    );
  });

  it("stays unchanged or is refused, and uses no lease, if it is not JSON", () => {
    const pocket = new PageMemory();
    pocket.receive({ ...ON, epoch: "1", leases: [lease()], used: [] });
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const text = `["msg-a:r1",${rest}`;
        try {
          assert.equal(pocket.handle(text, Date.now()).body, text);
        } catch (error) {
          assert.ok(error instanceof SyntaxError || error instanceof RangeError, String(error));
        }
        assert.equal(pocket.leaseCount, 1);
      }),
    );
  });
});

describe("A splice", () => {
  it("in a JSON string gives the same as in the decoded text", () => {
    const wild = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(wild, wild, fc.nat(60), fc.nat(60), (text, inserted, one, other) => {
        const [start, end] = [one, other]
          .map((at) => Math.min(at, text.length))
          .sort((a, b) => a - b) as [number, number];
        const edits = [{ start, end, text: inserted }];
        for (const raw of [JSON.stringify(text), escaped(JSON.stringify(text))]) {
          const done = splice(raw, insideLiteral(raw, { start: 0, end: raw.length }, edits));
          assert.equal(JSON.parse(done), splice(text, edits));
        }
      }),
      { numRuns: 500 },
    );
  });
});
