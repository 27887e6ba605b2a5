/** Alice's older marks are removed from her reply. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { signClick } from "../../../extension/gmail/sending/tokens";
import { ALICE, BOB, countOf, lease, leases, OFF, ON, partsOf, request, SERVER } from "../samples";

const link = (url: string): string => `<div dir="ltr"><a href="${url}">read this</a></div>`;
const pixel = (url: string): string => `<img src="${url}" width="1" height="1" alt="">`;
const proxied = (url: string, kind: string): string =>
  pixel(`https://ci3.googleusercontent.com/${kind}/AAbb-_=s0-d-e1-ft#${url}`);

function first(body: string): string {
  return partsOf(body)[0] ?? "";
}

function hrefOf(html: string): string {
  return /href="([^"]*)"/.exec(html)?.[1] ?? "";
}

describe("Alice's older marks in a reply", () => {
  const old = lease();
  const forms: [string, string][] = [
    ["direct URL", pixel(old.pixel_url)],
    ["escaped characters", pixel(`${old.pixel_url}?a=1&amp;b=2`)],
    ["plain HTTP", pixel(old.pixel_url.replace("https:", "http:"))],
    ["today's proxy", proxied(old.pixel_url, "meips")],
    ["older proxy", proxied(old.pixel_url, "proxy")],
    ["capitals", `<IMG\nALT='>' SRC='${old.pixel_url}'>`],
  ];
  for (const [form, tag] of forms) {
    for (const [mode, settings] of [
      ["on", ON],
      ["off", OFF],
    ] as const) {
      it(`are removed if they are pixels, with tracking ${mode} (${form})`, () => {
        const parts: [number, string][] = [
          [0, `<p>New${tag}</p>`],
          [2, `<p>Old${tag}${tag}</p>`],
        ];
        const { body } = rewrite(request({ parts }), leases(lease()), settings);
        assert.ok(!body.includes(old.pixel_token));
        assert.equal(partsOf(body)[1], "<p>Old</p>");
      });
    }
  }

  it("are removed from a link in the quote, which then has its original URL", () => {
    const url = "https://example.com/?a=1&b=2";
    const tracked = old.link_base + signClick(old.link_head, old.link_key, url);
    const { body } = rewrite(
      request({
        parts: [
          [0, "<p>New</p>"],
          [2, link(tracked)],
        ],
      }),
      leases(lease()),
      OFF,
    );
    assert.equal(partsOf(body)[1], link(url.replace("&", "&amp;")));
  });

  it("are replaced by the same marks, once, in a mail that is sent again after an undo", () => {
    const tracked = old.link_base + signClick(old.link_head, old.link_key, "https://example.com/");
    const used = new Map([["msg-a:r1", old]]);
    const again = rewrite(
      request({ parts: [[0, link(tracked) + pixel(old.pixel_url)]] }),
      { free: [], used },
      ON,
    );
    assert.equal(hrefOf(first(again.body)), tracked);
    assert.equal(countOf(first(again.body), old.pixel_url), 1);
    assert.deepEqual(again.sends[0]?.links, [{ url: "https://example.com/", text: "read this" }]);
  });

  it("stay in a damaged link", () => {
    const damaged = `${old.link_base}AQIAAA`;
    const { body } = rewrite(request({ parts: [[0, link(damaged)]] }), leases(lease()), ON);
    assert.equal(hrefOf(first(body)), damaged);
  });

  it("are distinguished from Bob's pixel and the pixel of another tracker", () => {
    const foreign =
      pixel(`${SERVER}/p/bobbob12/x.gif`) + proxied("https://other.example/t?id=1", "meips");
    const { body } = rewrite(
      request({
        parts: [
          [0, "<p>New</p>"],
          [2, foreign],
        ],
      }),
      leases(lease()),
      ON,
    );
    assert.equal(partsOf(body)[1], foreign);
    assert.notEqual(ALICE.pixels, BOB.pixels);
  });
});

describe("Alice's older view-time images in a reply", () => {
  const old = lease();
  const url = old.view_time_url ?? "";
  const forms = [pixel(url), pixel(url.replace("https:", "http:")), proxied(url, "meips")];
  const parts: [number, string][] = [
    [0, `<p>New${forms.join("")}</p>`],
    [2, `<p>Old${proxied(url, "proxy")}${forms.join("")}</p>`],
  ];
  const measuring = { ...ON, view_time: true };
  for (const [mode, settings] of [
    ["on", measuring],
    ["on and view time off", ON],
    ["off", { ...measuring, tracking: false }],
  ] as const) {
    it(`are removed like pixels, with tracking ${mode}`, () => {
      const { body } = rewrite(request({ parts }), leases(lease()), settings);
      assert.ok(!body.includes("/p/alice123/r/") || settings === measuring);
      assert.ok(!body.includes(url));
      assert.equal(partsOf(body)[1], "<p>Old</p>");
    });
  }
});
