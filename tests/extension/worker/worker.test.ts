/** Pairing, the badge, and whom the worker answers, with a stand-in for the server. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { refreshFeed, seen } from "../../../extension/worker/feed";
import { pollPairing, startPairing, unpair } from "../../../extension/worker/pairing";
import { answer } from "../../../extension/worker/rpc";
import { read } from "../../../extension/worker/store";
import type { Browser } from "../browser-api";
import type { SightlineServer } from "../sightline-server";
import { WorkerStage } from "./worker-stage";

let browser: Browser;
let server: SightlineServer;
let stage: WorkerStage;
const pair = (): Promise<string> => stage.pair();

beforeEach(async () => {
  stage = await WorkerStage.start();
  ({ browser, server } = stage);
});

afterEach(() => stage.stop());

describe("Pairing", () => {
  it("has a code until Alice allows the code, and then her account", async () => {
    await startPairing(server.url);
    assert.equal((await read("pending")).pending?.user_code, "ABCD-EFGH");
    await pollPairing();
    assert.equal((await read("pairing")).pairing, null);
    server.allowed = true;
    await Promise.all([pollPairing(), pollPairing()]);
    assert.equal((await read("pairing")).pairing?.account.name, "Alice Arnold");
    assert.equal((await read("pending")).pending, null);
  });

  it("says that there was no answer if there is no server", async () => {
    await server.stop();
    await startPairing(server.url);
    assert.match((await read("problem")).problem ?? "", /^No answer from http/);
    await server.start();
  });

  it("says that a web page answered in place of a server", async () => {
    server.mode = "garbage";
    await startPairing(server.url);
    assert.match((await read("problem")).problem ?? "", /^A web page answers at http/);
  });

  it("goes on although somebody else answers while Alice types the code", async () => {
    await startPairing(server.url);
    server.mode = "garbage";
    await pollPairing();
    server.mode = "well";
    server.allowed = true;
    await pollPairing();
    assert.equal((await read("pairing")).pairing?.account.name, "Alice Arnold");
  });

  it("leaves the rule against Alice's own views in place after it has ended", async () => {
    await pair();
    await unpair();
    assert.equal(
      browser.rules[0]?.condition.urlFilter,
      `//${new URL(server.url).host}/p/alice123/`,
    );
  });

  it("leaves no account, leases, list or badge when Alice ends the pairing", async () => {
    await pair();
    await refreshFeed();
    await unpair();
    const { pairing, leases, feed, handed } = await read("pairing", "leases", "feed", "handed");
    assert.deepEqual(
      { pairing, leases, feed, handed },
      { pairing: null, leases: [], feed: null, handed: [] },
    );
    assert.equal(browser.badge, "");
  });
});

describe("The badge", () => {
  it("counts the unseen mails of the list until they are seen", async () => {
    await pair();
    await refreshFeed();
    assert.equal(browser.badge, "1");
    await seen();
    assert.equal(browser.badge, "");
  });
});

describe("The worker", () => {
  const gmail = { id: "sightline", url: "https://mail.google.com/mail/u/0/", frameId: 0 };
  const popup = { id: "sightline", url: "chrome-extension://sightline/popup/popup.html" };
  const refused: [string, object, object][] = [
    ["an unknown message name", { name: "toString" }, popup],
    ["a message without a name", {}, popup],
    ["another extension", { name: "window/overview" }, { ...popup, id: "other" }],
    ["a Gmail page that asks for a window's data", { name: "window/overview" }, gmail],
    ["a frame inside Gmail", { name: "page/need" }, { ...gmail, frameId: 7 }],
    ["another site", { name: "page/need" }, { ...gmail, url: "https://mail.google.com.example/" }],
  ];
  for (const [who, message, sender] of refused) {
    it(`does not answer ${who}`, () =>
      assert.equal(answer(message, sender as chrome.runtime.MessageSender), undefined));
  }

  it("gives a window the account but not the token", async () => {
    await pair();
    const overview = JSON.stringify(
      await answer({ name: "window/overview" }, popup as chrome.runtime.MessageSender),
    );
    assert.ok(overview.includes("alice@sandbox.example"));
    assert.ok(!overview.includes("alices-token"));
  });

  it("refuses a malformed report", async () => {
    await assert.rejects(
      answer(
        { name: "page/change", change: { kind: "sent" } },
        gmail as chrome.runtime.MessageSender,
      ) ?? Promise.resolve(),
    );
  });
});
