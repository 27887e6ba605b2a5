/**
 * Other extensions replace XMLHttpRequest in Gmail's page, too: InboxSDK puts a constructor of its own in its place,
 * and gmail.js patches its methods. With either, before or after ours, a mail leaves once and is marked once.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "./chromium";
import { leftOut } from "./parts";
import { countOf } from "./samples";
import { Stage } from "./stage";

const INBOXSDK = readFileSync(
  join(ROOT, "node_modules", "@inboxsdk", "core", "pageWorld.js"),
  "utf8",
);
const CAPTURES = join(ROOT, "tests", "extension", "captures");
const SEND = readFileSync(join(CAPTURES, "send-request.json"), "utf8");
const ANSWER = readFileSync(join(CAPTURES, "send-response.json"), "utf8");

/** InboxSDK's content script marks the head before it loads the script; at document_start there is no head yet. */
const AT_ONCE = `
  Object.defineProperty(document, "head", { configurable: true, value: { hasAttribute: () => true } });
  try {
    ${INBOXSDK}
  } catch (error) {
    window.problem = String(error.stack);
  }
  delete document.head;
  window.replaced = XMLHttpRequest.prototype.send;
`;

/** As gmail.js does, with its own wrapper around each method. */
const PATCH = `{
  window.seen = [];
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url) {
    this.patched = url;
    return open.apply(this, arguments);
  };
  XMLHttpRequest.prototype.send = function (body) {
    this.addEventListener("readystatechange", () => this.readyState === 4 && window.seen.push(this.responseText));
    window.seen.push(body);
    return send.apply(this, arguments);
  };
}`;

/** Keeps what InboxSDK tells its content script, and changes the mail of one draft, as an app with InboxSDK may. */
const LISTEN = `
  window.heard = [];
  document.addEventListener("inboxSDKajaxIntercept", ({ detail }) => {
    window.heard.push(detail.type);
    if (detail.type !== "inboxSDKmodifyComposeRequest") return;
    const { draftID, modifierId, composeParams } = detail;
    const changed = { body: composeParams.body + "<p>by an app</p>" };
    document.dispatchEvent(new CustomEvent("inboxSDKcomposeRequestModified", {
      detail: { draftID, modifierId, composeParams: changed },
    }));
  });
`;

type Case = { readonly before?: string; readonly scripts?: string[]; readonly sdk: boolean };
const CASES: Readonly<Record<string, Case>> = {
  "InboxSDK after ours": { scripts: [INBOXSDK], sdk: true },
  "InboxSDK before ours": { before: AT_ONCE, sdk: true },
  "a patch as gmail.js's after ours": { scripts: [PATCH], sdk: false },
  "a patch as gmail.js's before ours": { before: PATCH, sdk: false },
  "InboxSDK and then a patch, after ours": { scripts: [INBOXSDK, PATCH], sdk: true },
  "a patch before ours, and InboxSDK after": { before: PATCH, scripts: [INBOXSDK], sdk: true },
};

describe("Beside another extension", { skip: leftOut("chromium"), timeout: 600_000 }, () => {
  const on = new Stage();
  const asked = new Set<string>();
  let number = 0;

  before(() => on.start());
  after(() => on.stop());

  async function at({ before = "", scripts = [] }: Case): Promise<Page> {
    on.gmail.scripts = scripts;
    const page = await on.page(before, (url) => asked.add(new URL(url).host));
    assert.equal(await page.evaluate("window.problem"), undefined);
    await page.evaluate(LISTEN);
    return page;
  }

  /** Sends a captured mail under a new id. Returns the bodies that the server has received, and the page's answer. */
  async function send(page: Page): Promise<{ bodies: string[]; text: string; id: string }> {
    const id = `r${++number}000${number}`;
    const named = (text: string): string => text.replace(/msg-a:r-?\d+/g, `msg-a:${id}`);
    on.gmail.answer = named(ANSWER);
    const from = on.gmail.bodies.length;
    const { text } = await page.evaluate(
      (mail) => (window as never as { post(body: string): Promise<{ text: string }> }).post(mail),
      named(SEND),
    );
    return { bodies: on.gmail.bodies.slice(from), text, id };
  }

  for (const [name, given] of Object.entries(CASES)) {
    it(`${name}: a mail leaves once and is marked once, and Gmail gets its response`, async () => {
      const page = await at(given);
      const { bodies, text, id } = await send(page);
      assert.equal(bodies.length, 1);
      assert.equal(countOf(bodies[0] ?? "", "/p/alice123/"), 1);
      assert.ok(text.includes(id), "the response is Gmail's");
      await eventually(() =>
        on.server.reports.some((r) => r.draft_id === `msg-a:${id}` && r.gmail_message_id),
      );
      if (given.sdk) {
        const heard = await page.evaluate("window.heard");
        assert.deepEqual(
          heard,
          ["emailSending", "emailSent"],
          "InboxSDK sees the send and its end",
        );
      }
      await page.close();
    });

    if (given.sdk)
      it(`${name}: an app's change of the mail and our mark are both in it`, async () => {
        const page = await at(given);
        const id = `r${number + 1}000${number + 1}`;
        await page.evaluate(
          (draftID) =>
            document.dispatchEvent(
              new CustomEvent("inboxSDKregisterComposeRequestModifier", {
                detail: { draftID, modifierId: "m" },
              }),
            ),
          id,
        );
        const { bodies } = await send(page);
        assert.equal(bodies.length, 1);
        assert.equal(countOf(bodies[0] ?? "", "by an app"), 1);
        assert.equal(countOf(bodies[0] ?? "", "/p/alice123/"), 1);
        await page.close();
      });
  }

  it("the page asks nobody but Gmail", () => assert.deepEqual([...asked], ["mail.google.com"]));
});
