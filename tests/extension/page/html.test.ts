/** The tokenizer finds the same links and images as a full HTML parser. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import {
  attributeNamed,
  escapeValue,
  plainText,
  scan,
} from "../../../extension/gmail/sending/html";

type Node = DefaultTreeAdapterMap["node"];

/** The `href` of every link and the `src` of every image, according to the extension's tokenizer. */
function byScan(html: string): string[] {
  return scan(html)
    .tags.filter((tag) => !tag.closing && ["a", "img"].includes(tag.name))
    .map((tag) => {
      const value = attributeNamed(tag, tag.name === "a" ? "href" : "src");
      return value === undefined ? "" : (plainText(html.slice(value.start, value.end)) ?? "");
    });
}

function byParser(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ("tagName" in node && ["a", "img"].includes(node.tagName)) {
      const name = node.tagName === "a" ? "href" : "src";
      found.push(node.attrs.find((attribute) => attribute.name === name)?.value ?? "");
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return found;
}

const cases: [string, string][] = [
  ["double quotes", '<a href="https://a.example/?x=1&amp;y=2">x</a>'],
  ["single quotes", "<a href='https://a.example/'>x</a>"],
  ["no quotes", "<a href=https://a.example/x>x</a>"],
  ["capitals", '<A CLASS=x HREF="https://a.example/">x</A>'],
  ["line breaks in the tag", '<a\n  class="x"\n\thref\n=\n"https://a.example/"\n>x</a>'],
  ["a > inside a value", '<a title="a > b" href="https://a.example/">x</a>'],
  ["a < inside a value", '<a title="<img src=x>" href="https://a.example/">x</a>'],
  [
    "a comment with a link in it",
    '<!-- <a href="https://b.example/"> --><a href="https://a.example/">x</a>',
  ],
  ["an empty comment", '<!--><a href="https://a.example/">x</a>'],
  ["a comment that ends with --!>", '<!-- x --!><a href="https://a.example/">x</a>'],
  [
    "a link inside a style",
    '<style><a href="https://b.example/"></style><a href="https://a.example/">x</a>',
  ],
  ["a lone <", 'a < b <a href="https://a.example/">x</a>'],
  ["an end tag that has no name", '</ x><a href="https://a.example/">x</a>'],
  ["a declaration", '<!doctype html><?x <a ?><a href="https://a.example/">x</a>'],
  ["two href attributes", '<a href="https://a.example/" href="https://b.example/">x</a>'],
  ["no space between attributes", '<a class="x"href="https://a.example/">x</a>'],
  ["slashes between attributes", '<img/src="https://a.example/"/>'],
  ["a value with a slash at its end", "<a href=https://a.example/>x</a>"],
  ["an attribute name that begins with an equals sign", '<a ="x" href="https://a.example/">x</a>'],
  ["a tag without an end", '<a href="https://a.example/">x</a><a href="https://b.example/"'],
];

describe("The tokenizer", () => {
  for (const [name, html] of cases) {
    it(`finds the same links and images as a full parser with ${name}`, () =>
      assert.deepEqual(byScan(html), byParser(html)));
  }

  it("finds the same links and images as a full parser in any combination of tags and texts", () => {
    const piece = fc.constantFrom(
      "<b>",
      "</b>",
      "text ",
      "<br/>",
      "<!-- - -->",
      "<!-->",
      "< ",
      "&amp;",
      "\n",
      "<p class='a>b'>",
      "</p>",
      '<a href="https://a.example/?a=1&amp;b=2">',
      "</a>",
      "<img src=x.gif alt='\"'>",
      "<IMG SRC = 'y.gif' >",
      "<style>p > a { }</style>",
      "<textarea><a href=z></textarea>",
      '<i title="<a href=q>">',
      "</i>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const html = pieces.join("");
        // The parser moves and duplicates unclosed links, so only the sets are compared.
        assert.deepEqual(new Set(byScan(html)), new Set(byParser(html)));
      }),
      { numRuns: 500 },
    );
  });

  it("returns tags in order, from `<` to `>` within the text, for any text", () => {
    const text = fc.string({
      unit: fc.constantFrom("<", ">", "/", "!", "-", "a", "=", '"', "'", " ", "\n", "img", "href"),
    });
    fc.assert(
      fc.property(text, (html) => {
        let last = 0;
        for (const tag of scan(html).tags) {
          assert.ok(last <= tag.start && tag.start < tag.end && tag.end <= html.length);
          assert.equal(html[tag.start], "<");
          assert.equal(html[tag.end - 1], ">");
          last = tag.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("reports whether the text ends inside a tag, a comment or a style", () => {
    for (const html of ["<!-- x", "<a href='", "<style>p", "<a"])
      assert.equal(scan(html).whole, false, html);
    for (const html of ["", "x", "<p>", "a < b"]) assert.equal(scan(html).whole, true, html);
  });
});

describe("The value of an attribute", () => {
  it("is the same after escaping and unescaping, with either quote", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom('"' as const, "'" as const),
        (text, quote) => {
          const escaped = escapeValue(text, quote);
          assert.ok(!escaped.includes(quote));
          assert.equal(plainText(escaped), text);
        },
      ),
    );
  });

  it("without quotes gets them only if it contains a space", () => {
    assert.equal(escapeValue("https://a.example/x", ""), "https://a.example/x");
    assert.equal(escapeValue("https://a.example/x y", ""), '"https://a.example/x y"');
  });

  it("is not read if it contains a character reference that the tokenizer does not know", () =>
    assert.equal(plainText("a&eacute;b"), null));
});
