/** Alice's connected browsers, as the worker reports them to the settings page. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { PairedBrowser } from "../../../extension/lib/protocol/shapes/account";
import { answer } from "../../../extension/worker/rpc";
import { read } from "../../../extension/worker/store";
import { Browser } from "../browser-api";
import { PairedServer } from "../paired-server";

const here: PairedBrowser = {
  id: "7",
  name: "Chromium on Linux",
  paired_at: "2026-01-02T11:00:00.000Z",
  seen_at: null,
  this: true,
};

describe("The connected browsers", () => {
  let server: PairedServer;

  beforeEach(async () => {
    server = await PairedServer.started(new Browser());
  });

  afterEach(() => server.stop());

  const asks = (question: object, url = chrome.runtime.getURL("options/options.html")) =>
    answer(question, { id: "sightline", url, frameId: 0 } as chrome.runtime.MessageSender);

  it("are listed as the server lists them", async () => {
    server.answers.browsers = { browsers: [here] };
    assert.deepEqual(await asks({ name: "window/browsers" }), [here]);
  });

  it("are unknown while the server is away or answers with malformed data", async () => {
    assert.equal(await asks({ name: "window/browsers" }), null);
    assert.equal((await read("link")).link.online, false);
    server.answers.browsers = { browsers: [{ ...here, paired_at: 7 }] };
    assert.equal(await asks({ name: "window/browsers" }), null);
  });

  it("are disconnected by id, and the settings page learns whether the server disconnected them", async () => {
    server.refusals["browsers/7/revocation"] = "away";
    assert.equal(await asks({ name: "window/disconnect", browser: "7" }), false);
    delete server.refusals["browsers/7/revocation"];
    assert.equal(await asks({ name: "window/disconnect", browser: "7" }), true);
    assert.equal(server.asked("browsers/7/revocation"), 2);
  });

  it("are not disconnected by a malformed id, which the server never receives", async () => {
    for (const browser of ["../account", "", "7/8", 7, null, undefined])
      await assert.rejects(async () => asks({ name: "window/disconnect", browser }));
    assert.equal(server.requests.length, 0);
  });

  it("can be neither listed nor disconnected by a Gmail page", () => {
    const gmail = "https://mail.google.com/mail/u/0/";
    assert.equal(asks({ name: "window/browsers" }, gmail), undefined);
    assert.equal(asks({ name: "window/disconnect", browser: "7" }, gmail), undefined);
  });
});
