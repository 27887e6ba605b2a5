/** Where the decoy of a mail is placed, how it looks, and how older decoys are removed. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseFragment } from "parse5";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { signClick } from "../../../extension/gmail/sending/tokens";
import { CLIPPED_BYTES } from "../../../extension/lib/mail/clipping";
import type { Lease } from "../../../extension/lib/protocol/shapes/mail";
import {
  countOf,
  DECOY,
  lease,
  leases,
  type Mail,
  OFF,
  ON,
  partsOf,
  request,
  SERVER,
} from "../samples";

const QUOTE = '<div class="gmail_quote">Old</div>';

function sent(mail: Mail, given: Lease = lease(), settings = DECOY): string[] {
  return partsOf(rewrite(request(mail), leases(given), settings).body);
}

const typed = (html: string): Mail => ({ parts: [[0, html]] });
const hrefs = (html: string): number => countOf(html, " href=");

describe("The decoy of a mail", () => {
  it("is an empty, hidden link after the pixel, below the typed text", () => {
    const given = lease();
    const [html = ""] = sent({}, given);
    const decoy = `<a href="${given.decoy_url}" aria-hidden="true" tabindex="-1" style="visibility:collapse"></a>`;
    assert.match(html, /^<div dir="ltr">Hello Bob<\/div><img [^>]+><a /);
    assert.ok(html.endsWith(decoy));
  });

  it("comes after the pixel with the view-time image", () => {
    const given = lease();
    const [html = ""] = sent({}, given, { ...DECOY, view_time: true });
    const added = html.replace('<div dir="ltr">Hello Bob</div>', "");
    const addresses = [...added.matchAll(/<(?:img src|a href)="([^"]+)"|url\(([^)]+)\)/g)].map(
      ([, url, background]) => url ?? background,
    );
    assert.deepEqual(addresses, [given.pixel_url, given.view_time_url, given.decoy_url]);
  });

  it("is not reported as a link", () => {
    const { sends } = rewrite(request({}), leases(lease()), DECOY);
    assert.deepEqual(sends[0]?.links, []);
  });

  it("comes after the pixel and before an inline quote", () => {
    const [html = ""] = sent(typed(`<p>New</p>${QUOTE}`));
    assert.match(html, /^<p>New<\/p><img [^>]+><a [^>]+><\/a><div class="gmail_quote">Old<\/div>$/);
  });

  it("stays at the end of a long mail whose pixel is at the top", () => {
    const long = `<div>${"é".repeat(CLIPPED_BYTES / 2)}</div>`;
    const [html = ""] = sent(typed(long));
    assert.ok(html.startsWith("<img "));
    assert.match(html.slice(-400), /<\/div><a [^>]+><\/a>$/);
  });

  const none: [string, string[]][] = [
    ["unless Alice turned it on", sent({}, lease(), ON)],
    ["in a mail with links turned off", sent({}, lease(), { ...DECOY, links: false })],
    ["in an untracked mail", sent({}, lease(), { ...DECOY, tracking: false })],
    ["in a mail with plain text only", sent(typed("Hello < Bob"))],
    ["in plain text mode", sent({ html: 0 })],
    ["in an encrypted mail", sent(typed("<div>-----BEGIN PGP MESSAGE-----<br>hQ==</div>"))],
    ["with a lease of an older server", sent({}, without(lease()))],
    ["inside an open link, which it would end", sent(typed(`<a href="#x">Old${QUOTE}`))],
  ];
  for (const [where, parts] of none)
    it(`is left out ${where}`, () => assert.equal(parts.join("").includes("aria-hidden"), false));

  it("is left out if Alice turned off links for this mail", () => {
    const choice = { key: "1", draft: "msg-a:r1", subject: "", active: true, without: [] };
    const off = { ...DECOY, choices: [{ ...choice, tracking: true, links: false }] };
    assert.equal(hrefs(sent({}, lease(), off)[0] ?? ""), 0);
    const on = { ...DECOY, links: false, choices: [{ ...choice, tracking: true, links: true }] };
    assert.equal(hrefs(sent({}, lease(), on)[0] ?? ""), 1);
  });

  it("is the same when an undone mail is sent again, and when its request passes the hook twice", () => {
    const given = lease();
    const used = new Map([["msg-a:r1", given]]);
    const once = rewrite(request({}), leases(given), DECOY).body;
    assert.equal(rewrite(request({}), { free: [], used }, DECOY).body, once);
    assert.equal(rewrite(once, { free: [], used }, DECOY).body, once);
  });
});

describe("Alice's older decoys", () => {
  const old = lease();
  const href = old.decoy_url ?? "";
  const forms: [string, string, string][] = [
    ["as sent", `<a href="${href}" aria-hidden="true"></a>`, ""],
    ["bare and in capitals", `<A\nTITLE='>' HREF=${href}>\n</A>`, "\n"],
    ["with plain HTTP and a query", `<a href="${href.replace("s:", ":")}?utm=1"></a>`, ""],
    ["with Alice's words in it", `<a href="${href}">See <b>you</b></a>`, "See <b>you</b>"],
    ["without an end tag", `<a href="${href}"><a href="#x">below</a>`, '<a href="#x">below</a>'],
  ];
  for (const [form, tag, left] of forms)
    for (const settings of [ON, OFF, DECOY])
      it(`are removed from a ${settings.tracking ? "tracked" : "untracked"} reply (${form})`, () => {
        const mail: Mail = {
          parts: [
            [0, "<p>New</p>"],
            [2, `<p>Old${tag}</p>${tag}`],
          ],
        };
        const parts = sent(mail, lease(), settings);
        assert.equal(parts[1], `<p>Old${left}</p>${left}`);
        assert.equal(parts.join("").includes(href), false);
      });

  it("are distinguished from Bob's decoys, other tokens, invalid tokens and image maps", () => {
    const others = [
      href.replace("alice123", "bobbob12"),
      `${SERVER}/c/alice123/`,
      `${href}A`,
      `${SERVER}/c/alice123/${old.pixel_token}`,
    ];
    const links = others.map((url) => `<a href="${url}"></a>`).join("");
    const quoted = `${links}<area href="${href}"></a>`;
    assert.equal(
      sent({
        parts: [
          [0, "<p>New</p>"],
          [2, quoted],
        ],
      })[1],
      quoted,
    );
  });

  it("are removed together with the tracking of a link next to them", () => {
    const link = old.link_base + signClick(old.link_head, old.link_key, "https://example.com/");
    const quoted = `<a href="${href}"></a><a href="${link}">menu</a>`;
    const parts = sent(
      {
        parts: [
          [0, "<p>New</p>"],
          [2, quoted],
        ],
      },
      lease(),
      OFF,
    );
    assert.equal(parts[1], '<a href="https://example.com/">menu</a>');
  });
});

const piece = fc.constantFrom(
  ...[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "words ",
    "<b>",
    "</b>",
    "<br>",
    "<ul><li>",
    "<table><tr><td>",
  ],
  ...[
    '<a href="#x">',
    "</a>",
    '<a name="y">',
    "<!-- a -->",
    QUOTE,
    '<a href="https://e.example/">e</a>',
  ],
);
const bodies = fc.array(piece, { maxLength: 14 }).map((pieces) => `<div>${pieces.join("")}`);

type Node = { nodeName: string; value?: string; attrs?: Attribute[]; childNodes?: Node[] };
type Attribute = { name: string; value: string };

/** The visible texts with the targets of their links, according to an independent parser. */
function seen(html: string): string[] {
  const visit = (node: Node, target: string): string[] => {
    const of = (name: string) => node.attrs?.find((one) => one.name === name)?.value ?? "";
    if (of("aria-hidden") === "true") {
      assert.deepEqual([node.nodeName, node.childNodes, of("tabindex")], ["a", [], "-1"]);
      return [];
    }
    if (node.nodeName === "#text") return [`${node.value} -> ${target}`];
    const here = node.nodeName === "a" ? of("href") : target;
    return (node.childNodes ?? []).flatMap((child) => visit(child, here));
  };
  return visit(parseFragment(html) as Node, "");
}

describe("In any mail that Alice writes, well-formed or not,", () => {
  const alone = { ...DECOY, own: DECOY.own, exclusions: ["e.example"] };

  it("the decoy occurs at most once and changes neither the text nor the links", () => {
    fc.assert(
      fc.property(bodies, (html) => {
        const given = lease();
        const [after = ""] = sent(typed(html), given, alone);
        const [before = ""] = sent(typed(html), given, { ...alone, decoy: false });
        assert.deepEqual(seen(after), seen(before));
        assert.ok(countOf(after, given.decoy_url ?? "") <= 1);
        assert.equal(after.replace(/<a [^>]*aria-hidden="true"[^>]*><\/a>/, ""), before);
      }),
      { numRuns: 1000 },
    );
  });

  it("the decoy is removed without a trace, and a second pass changes nothing", () => {
    fc.assert(
      fc.property(bodies, (html) => {
        const given = lease();
        const once = rewrite(request(typed(html)), leases(given), alone).body;
        const used = new Map([["msg-a:r1", given]]);
        assert.equal(rewrite(once, { free: [], used }, alone).body, once);
        assert.equal(rewrite(once, leases(), OFF).body, request(typed(html)));
      }),
      { numRuns: 1000 },
    );
  });
});

function without({ decoy_url: _, ...rest }: Lease): Lease {
  return rest;
}
