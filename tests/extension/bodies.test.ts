/** Whatever kind of body Gmail's page sends a mail in, the mail leaves at once, once, and marked where it can be read. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "./chromium";
import { leftOut } from "./parts";
import { countOf, type Mail, request, SAVE } from "./samples";
import { Stage } from "./stage";

/** Makes a body from text in the page. */
const KINDS: Readonly<Record<string, string>> = {
  text: "text",
  "an ArrayBuffer": "new TextEncoder().encode(text).buffer",
  "a Uint8Array": "new TextEncoder().encode(text)",
  "a view of a part of a buffer":
    "new Uint8Array(new TextEncoder().encode('###' + text + '##').buffer, 3, new TextEncoder().encode(text).length)",
  "a DataView": "new DataView(new TextEncoder().encode(text).buffer)",
  URLSearchParams: "new URLSearchParams([['at', 'one'], ['f.req', text], ['z', '']])",
  FormData:
    "(() => { const form = new FormData(); form.append('file', new Blob(['x']), 'a.txt'); form.append('f.req', text); return form; })()",
  "FormData in which another field names the mail first":
    "(() => { const form = new FormData(); form.append('id', 'msg-a:r1'); form.append('f.req', text); return form; })()",
  "URLSearchParams in which another field names the mail first":
    "new URLSearchParams([['id', 'thread-a:r9|msg-a:r1'], ['f.req', text]])",
};
/** How the page makes the body, and what must arrive of it. */
const UNREADABLE: Readonly<Record<string, [string, (text: string) => Buffer]>> = {
  "a Blob": ["new Blob([text])", (text) => Buffer.from(text)],
  "compressed bytes": [
    "Uint8Array.from(new TextEncoder().encode(text), (byte) => byte ^ 0x80)",
    (text) => Buffer.from(Buffer.from(text).map((byte) => byte ^ 0x80)),
  ],
};
const WAYS: Readonly<Record<string, string>> = {
  XMLHttpRequest: `new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.onload = () => resolve(request.responseText);
    request.onerror = reject;
    request.open(METHOD, PATH);
    request.send(BODY);
  })`,
  fetch: "fetch(PATH, { method: METHOD, body: BODY }).then((answer) => answer.text())",
};
const SYNC = "/sync/u/0/i/s?hl=en";

describe("A mail in a request of another kind", {
  skip: leftOut("chromium"),
  timeout: 600_000,
}, () => {
  const on = new Stage();
  let page: Page;
  let number = 0;

  before(async () => {
    await on.start();
    page = await on.page();
  });
  after(() => on.stop());

  /** Sends a mail from the page. Returns what the server has received, readable, and what the page was answered. */
  async function sent(way: string, kind: string, path = SYNC, method = "POST", mail: Mail = {}) {
    const text = request({
      id: `msg-a:r${++number}`,
      subject: `Mail ${number} für Bob 🙂`,
      ...mail,
    });
    const code = (WAYS[way] ?? "")
      .replace("METHOD", JSON.stringify(method))
      .replace("PATH", JSON.stringify(path))
      .replace("BODY", kind);
    const before = on.gmail.bodies.length;
    const answer = await page.evaluate(`(async (text) => ${code})(${JSON.stringify(text)})`);
    const bodies = on.gmail.bodies.slice(before);
    assert.equal(bodies.length, 1, "it leaves once");
    return { text, left: bodies[0] ?? "", answer: String(answer) };
  }

  const pixels = (body: string): number => countOf(decodeURIComponent(body), "/p/alice123/");

  for (const way of Object.keys(WAYS)) {
    for (const [name, kind] of Object.entries(KINDS))
      it(`is marked as ${name} by ${way}, and its ids are reported`, async () => {
        await page.waitForSelector("[data-testid=sightline-switch][data-state=tracked]");
        const { left, answer } = await sent(way, kind);
        const read = decodeURIComponent(left.replaceAll("+", " "));
        assert.equal(countOf(read, "/p/alice123/"), 1);
        assert.ok(read.includes(`Mail ${number} für Bob 🙂`));
        assert.ok(!left.includes("\u0000"), "not a byte more");
        assert.ok(answer.startsWith("[null"), "Gmail's page gets the response");
        await eventually(() => on.server.reportOf(`Mail ${number} für Bob 🙂`));
      });

    for (const [name, [kind, made]] of Object.entries(UNREADABLE))
      it(`leaves as it is, as ${name} by ${way}`, async () => {
        const { text } = await sent(way, kind);
        assert.deepEqual(on.gmail.bytes.at(-1), made(text));
      });
  }

  it("leaves as it is in the body of a Request", async () => {
    const { text, left } = await sent("fetch", "text", SYNC).then(async () => {
      const mail = request({ id: "msg-a:r999", subject: "In a Request" });
      const code = `fetch(new Request(${JSON.stringify(SYNC)}, { method: "POST", body: text })).then((a) => a.text())`;
      await page.evaluate(`(async (text) => ${code})(${JSON.stringify(mail)})`);
      return { text: mail, left: on.gmail.bodies.at(-1) };
    });
    assert.equal(left, text);
  });

  for (const [name, path, method] of [
    ["with a slash at the end of the path", "/sync/u/0/i/s/?hl=en", "POST"],
    ["with a method in lower case", SYNC, "post"],
    ["with an absolute address", "https://mail.google.com/sync/u/1/i/s", "POST"],
  ] as const)
    for (const way of Object.keys(WAYS))
      it(`is marked ${name} by ${way}`, async () => {
        await page.waitForSelector("[data-testid=sightline-switch][data-state=tracked]");
        assert.equal(pixels((await sent(way, "text", path, method)).left), 1);
      });

  it("leaves as it is on another path, and as a draft", async () => {
    const other = await sent("fetch", "text", "/sync/u/0/i/w");
    assert.equal(other.left, other.text);
    const draft = await sent("XMLHttpRequest", KINDS["a Uint8Array"] ?? "", SYNC, "POST", {
      labels: SAVE,
    });
    assert.equal(draft.left, draft.text);
  });

  it("leaves every other body of the page as it is", async () => {
    const before = on.gmail.bodies.length;
    await page.evaluate(`Promise.all([
      fetch("/upload", { method: "POST", body: new Uint8Array([0, 255, 128, 10]) }),
      fetch("/upload", { method: "PUT", body: "msg-a:r1 but no JSON" }),
      fetch("/sync/u/0/i/s", { method: "POST" }),
      fetch("/sync/u/0/i/s", { method: "POST", body: "no JSON" }),
    ].map((one) => one.then((answer) => answer.text())))`);
    assert.deepEqual(on.gmail.bodies.slice(before).sort(), ["", "\u0000��\n", "no JSON"].sort());
  });
});
