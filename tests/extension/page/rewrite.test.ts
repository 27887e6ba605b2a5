/** How the hook rewrites the request with which Gmail sends Alice's mail. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { clickTarget } from "../../../extension/gmail/sending/tokens";
import { CLIPPED_BYTES } from "../../../extension/lib/mail/clipping";
import {
  countOf,
  lease,
  leases,
  OFF,
  ON,
  partsOf,
  request,
  SAVE,
  SCHEDULE,
  SEND,
  SERVER,
} from "../samples";

const link = (url: string): string => `<div dir="ltr"><a href="${url}">read this</a></div>`;
const pixel = (url: string): string => `<img src="${url}" width="1" height="1" alt="">`;

function first(body: string): string {
  return partsOf(body)[0] ?? "";
}

function hrefOf(html: string): string {
  return /href="([^"]*)"/.exec(html)?.[1] ?? "";
}

describe("A mail that Alice sends", () => {
  it("gets one pixel after the typed text and is otherwise the same", () => {
    const given = lease();
    const text = request({});
    const { body, sends } = rewrite(text, leases(given), ON);
    const tag = `<img src="${given.pixel_url}" width="1" height="1" alt="" style="display:block">`;
    assert.equal(first(body), `<div dir="ltr">Hello Bob</div>${tag}`);
    assert.equal(body.replace(JSON.stringify(tag).slice(1, -1), ""), text);
    assert.equal(sends[0]?.lease?.id, given.id);
  });

  for (const html of ["", " \n", "<br>"])
    it(`gets its pixel when it is only an attachment, with ${JSON.stringify(html)} as its text`, () => {
      const given = lease();
      const { body, sends } = rewrite(request({ parts: [[0, html]] }), leases(given), ON);
      assert.equal(countOf(first(body), given.pixel_url), 1);
      assert.equal(sends[0]?.why, null);
    });

  it("gets no pixel when it is empty and written in plain text mode", () => {
    const text = request({ parts: [[0, ""]], html: 0 });
    const { body, sends } = rewrite(text, leases(lease()), ON);
    assert.equal(body, text);
    assert.equal(sends[0]?.why, "plain text");
  });

  it("gets a lease and is reported as scheduled when she schedules it", () => {
    const { sends } = rewrite(request({ labels: SCHEDULE }), leases(lease()), ON);
    assert.equal(sends[0]?.draft.scheduled, true);
    assert.notEqual(sends[0]?.lease, null);
  });

  it("gets its link changed to one on her server that contains exactly the original URL", () => {
    const url = "https://example.com/a?x=1&y=%20#part";
    const { body, sends } = rewrite(
      request({ parts: [[0, link(url.replace("&", "&amp;"))]] }),
      leases(lease()),
      ON,
    );
    const href = hrefOf(first(body));
    assert.ok(href.startsWith(`${SERVER}/c/alice123/`));
    assert.equal(clickTarget(href.slice(`${SERVER}/c/alice123/`.length)), url);
    assert.deepEqual(sends[0]?.links, [{ url, text: "read this" }]);
  });

  it("keeps its links and gets a pixel when she tracks only opens", () => {
    const { body } = rewrite(
      request({ parts: [[0, link("https://example.com/")]] }),
      leases(lease()),
      { ...ON, links: false },
    );
    assert.equal(hrefOf(first(body)), "https://example.com/");
    assert.equal(countOf(first(body), "/p/alice123/"), 1);
  });

  const untouched = [
    "mailto:bob@sandbox.example",
    "tel:+15550100",
    "#below",
    "javascript:alert(1)",
    "cid:part1",
    "data:text/plain,x",
    "ftp://example.com/a",
    "//example.com/a",
    `${SERVER}/messages/7`,
    "http://192.168.1.5/admin",
    "http://127.0.0.1:8000/",
    "http://2130706433/",
    "http://[::1]/",
    "http://printer/",
    "http://wiki.local/",
    "https://name:secret@example.com/",
    "https://example.com/a b",
    "https://example.com/&eacute;",
    `https://example.com/${"x".repeat(4097)}`,
  ];
  for (const url of untouched) {
    it(`keeps the link ${url.slice(0, 40)} unchanged`, () => {
      const { body, sends } = rewrite(request({ parts: [[0, link(url)]] }), leases(lease()), ON);
      assert.equal(hrefOf(first(body)), url);
      assert.deepEqual(sends[0]?.links, []);
    });
  }

  it("gets its pixel before an inline quote and keeps the quote's links", () => {
    const quote = '<div class="gmail_quote"><a href="https://example.com/old">old</a></div>';
    const { body } = rewrite(
      request({ parts: [[0, `<div>New</div><br>${quote}`]] }),
      leases(lease()),
      ON,
    );
    assert.match(first(body), /^<div>New<\/div><br><img [^>]+><div class="gmail_quote">/);
    assert.ok(first(body).endsWith(quote));
  });

  it("gets a link below an inline quote tracked", () => {
    const quote = '<div class="gmail_quote"><div>a</div></div>';
    const { sends } = rewrite(
      request({ parts: [[0, quote + link("https://example.com/new")]] }),
      leases(lease()),
      ON,
    );
    assert.deepEqual(
      sends[0]?.links.map(({ url }) => url),
      ["https://example.com/new"],
    );
  });

  it("keeps the links in a collapsed quote", () => {
    const quoted = link("https://example.com/old");
    const { body } = rewrite(
      request({
        parts: [
          [0, "<p>Hi</p>"],
          [2, quoted],
        ],
      }),
      leases(lease()),
      ON,
    );
    assert.equal(partsOf(body)[1], quoted);
  });

  it("gets its pixel at the top if it is so long that Gmail clips it", () => {
    const long = `<div>${"é".repeat(CLIPPED_BYTES / 2)}</div>`;
    const { body } = rewrite(request({ parts: [[0, long]] }), leases(lease()), ON);
    assert.ok(first(body).startsWith("<img "));
    assert.ok(first(body).endsWith(long));
  });

  it("stays unchanged, with the reason “plain text”, if it is plain text", () => {
    const text = request({ parts: [[0, "Hello < Bob"]] });
    const { body, sends } = rewrite(text, leases(lease()), ON);
    assert.equal(body, text);
    assert.equal(sends[0]?.why, "plain text");
  });

  it("stays unchanged, with the reason “no lease”, when no lease is left", () => {
    const text = request({ parts: [[0, link("https://example.com/")]] });
    const { body, sends } = rewrite(text, leases(), ON);
    assert.equal(body, text);
    assert.equal(sends[0]?.why, "no lease");
  });

  it("stays unchanged if Alice turned tracking off", () => {
    const text = request({ parts: [[0, link("https://example.com/")]] });
    assert.equal(rewrite(text, leases(lease()), OFF).body, text);
  });

  it("is reported with its sender, recipients and subject", () => {
    const { sends } = rewrite(
      request({ cc: [[1, "charlie@sandbox.example", "Charlie Chen"]] }),
      leases(lease()),
      ON,
    );
    const { draft } = sends[0] ?? assert.fail();
    assert.deepEqual(draft.from, { address: "alice@sandbox.example", name: "Alice Arnold" });
    assert.deepEqual(draft.to, [{ address: "bob@sandbox.example", name: "Bob Bauer" }]);
    assert.deepEqual(draft.cc, [{ address: "charlie@sandbox.example", name: "Charlie Chen" }]);
    assert.equal(draft.subject, "Lunch?");
  });
});

describe("Several mails in one request", () => {
  it("get a lease each", () => {
    const { sends } = rewrite(
      request({ id: "msg-a:r1" }, { id: "msg-a:r2" }),
      leases(lease(), lease()),
      ON,
    );
    assert.notEqual(sends[0]?.lease?.id, sends[1]?.lease?.id);
  });

  it("share a lease if they are the same draft", () => {
    const { sends } = rewrite(
      request({ id: "msg-a:r1" }, { id: "msg-a:r1" }),
      leases(lease(), lease()),
      ON,
    );
    assert.equal(sends[0]?.lease?.id, sends[1]?.lease?.id);
  });

  it("leave a draft among them unchanged and report it as saved", () => {
    const draft = {
      id: "msg-a:r2",
      labels: SAVE,
      parts: [[0, link("https://example.com/")]] as [number, string][],
    };
    const { body, saves } = rewrite(request({ id: "msg-a:r1" }, draft), leases(lease()), ON);
    assert.deepEqual(partsOf(body, "msg-a:r2"), [link("https://example.com/")]);
    assert.deepEqual(
      saves.map(({ draft: saved }) => saved.id),
      ["msg-a:r2"],
    );
  });
});

describe("A draft that is saved", () => {
  it("stays unchanged even if it contains one of Alice's pixels", () => {
    const text = request({ labels: SAVE, parts: [[0, `<p>Hi</p>${pixel(lease().pixel_url)}`]] });
    assert.equal(rewrite(text, leases(lease()), ON).body, text);
  });

  it("stays unchanged although it also has the labels of sent and scheduled mails", () => {
    const text = request({ labels: ["^r", "^pfg", "^scheduled"] });
    assert.equal(rewrite(text, leases(lease()), ON).body, text);
  });
});

describe("Alice's choice for one mail", () => {
  const two = `${link("https://example.com/a?x=1&amp;y=2")}${link("https://example.com/b")}`;
  const chosen = { key: "1", draft: "msg-a:r1", subject: "", tracking: true, active: true };
  const tracked = (settings: Partial<typeof ON>): string[] => {
    const { sends } = rewrite(request({ parts: [[0, two]] }), leases(lease()), {
      ...ON,
      ...settings,
    });
    return sends[0]?.links.map(({ url }) => url) ?? [];
  };

  it("leaves the link that she unchecked unchanged", () => {
    const without = ["https://example.com/a?x=1&y=2"];
    assert.deepEqual(tracked({ choices: [{ ...chosen, links: true, without }] }), [
      "https://example.com/b",
    ]);
  });

  it("turns tracking on or off for all links, whatever the default is", () => {
    assert.deepEqual(tracked({ choices: [{ ...chosen, links: false, without: [] }] }), []);
    const on = { ...chosen, links: true, without: [] };
    assert.equal(tracked({ links: false, choices: [on] }).length, 2);
  });

  it("does not track the links on her list of exclusions", () => {
    assert.deepEqual(tracked({ exclusions: ["example.com/a"] }), ["https://example.com/b"]);
  });
});

describe("A mail that must stay unchanged", () => {
  const old = pixel(lease().pixel_url);
  const untouched = (text: string, why: string, settings = ON): void => {
    const { body, sends } = rewrite(text, leases(lease()), settings);
    assert.equal(body, text);
    assert.equal(sends[0]?.why, why);
  };

  it("is one in plain text mode even if it looks like HTML", () => {
    untouched(request({ parts: [[0, "Write <b>this</b>"]], html: 0 }), "plain text");
  });

  it("is a confidential one, even if it contains an older pixel", () => {
    untouched(request({ labels: [...SEND, "^cfm"], parts: [[0, `<p>Hi${old}</p>`]] }), "sealed");
  });

  it("is an encrypted or signed one, with tracking on or off, and before pairing", () => {
    for (const kind of ["MESSAGE", "SIGNED MESSAGE"]) {
      const armour = `<div>-----BEGIN PGP ${kind}-----<br>hQEMA1x2${old}</div>`;
      untouched(request({ parts: [[0, armour]] }), "sealed");
      untouched(request({ parts: [[0, armour]] }), "off", OFF);
      untouched(request({ parts: [[0, armour]] }), "unpaired", { ...ON, paired: false });
    }
  });
});
