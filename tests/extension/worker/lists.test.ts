/** The popup's messages to the worker, with a stand-in for the server. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Feed } from "../../../extension/lib/protocol/shapes/activity";
import { forgetChanged } from "../../../extension/worker/changed-tabs";
import { answer } from "../../../extension/worker/rpc";
import { read } from "../../../extension/worker/store";
import type { SightlineServer } from "../sightline-server";
import { WorkerStage } from "./worker-stage";

const AT = "2026-01-02T03:04:05.000Z";
const popup = { id: "sightline", url: "chrome-extension://sightline/popup/popup.html" };
const gmail = {
  id: "sightline",
  url: "https://mail.google.com/mail/u/0/",
  frameId: 0,
  tab: { id: 1 },
};
const another = { ...gmail, tab: { id: 2 } };

let server: SightlineServer;
let stage: WorkerStage;

const asked = (message: object, from: object = popup): Promise<unknown> | undefined =>
  answer(message, from as chrome.runtime.MessageSender);

beforeEach(async () => {
  stage = await WorkerStage.start();
  ({ server } = stage);
  await stage.pair();
});

afterEach(() => stage.stop());

describe("The popup", () => {
  it("gets the list with the search words and filter that it requested", async () => {
    const found = (await asked({ name: "window/list", q: "roof", filter: "clicked" })) as Feed;
    assert.ok(found.messages.length > 0);
    assert.ok(server.asked.includes("GET /api/extension/feed?limit=30&q=roof&filter=clicked"));
  });

  it("learns that the server failed and gets no older list", async () => {
    server.mode = "failing";
    assert.equal(await asked({ name: "window/list", q: "roof", filter: "" }), null);
    assert.equal(await asked({ name: "window/mute", message: "1", muted: true }), false);
  });

  it("mutes and unmutes a mail", async () => {
    assert.equal(await asked({ name: "window/mute", message: "1", muted: true }), true);
    assert.ok(server.asked.includes("POST /api/extension/messages/1/mute"));
    assert.equal(await asked({ name: "window/mute", message: "1", muted: false }), true);
    assert.ok(server.asked.includes("POST /api/extension/messages/1/mute"));
  });

  it("sets and removes a reminder", async () => {
    assert.equal(await asked({ name: "window/remind", message: "1", days: 2 }), true);
    assert.ok(server.asked.includes("POST /api/extension/messages/1/reminder"));
    assert.equal(await asked({ name: "window/remind", message: "1", days: null }), true);
    assert.ok(server.asked.includes("POST /api/extension/messages/1/reminder"));
  });

  it("is refused if its message is malformed, and a Gmail page gets no list at all", async () => {
    await assert.rejects(asked({ name: "window/list", q: 7, filter: "" }) ?? assert.fail());
    await assert.rejects(asked({ name: "window/list", q: "", filter: "x" }) ?? assert.fail());
    await assert.rejects(asked({ name: "window/mute", message: {} }) ?? assert.fail());
    assert.equal(asked({ name: "window/list", q: "", filter: "" }, gmail), undefined);
  });

  it("lists the mails that were sent untracked because of plain text or a missing lease", async () => {
    for (const why of ["off", "plain text", "unpaired", "no lease"])
      await asked({ name: "page/untracked", send: { subject: why, why, at: AT } }, gmail);
    const { untracked } = await read("untracked");
    assert.deepEqual(
      untracked.map(({ why }) => why),
      ["no lease", "plain text"],
    );
  });

  describe("learns since when Gmail has changed", () => {
    const said = (understood: unknown, from: object): Promise<unknown> =>
      asked({ name: "page/form", understood }, from) ?? assert.fail();
    const changedAt = async (): Promise<string | null> => {
      const overview = (await asked({ name: "window/overview" })) as { changed: string | null };
      return overview.changed;
    };

    it("until a draft is understood again", async () => {
      assert.equal(await changedAt(), null);
      await said(false, gmail);
      const first = await changedAt();
      assert.ok(Date.parse(first ?? "") > 0);
      await said(false, gmail);
      assert.equal(await changedAt(), first);
      await said(true, gmail);
      assert.equal(await changedAt(), null);
    });

    it("though another tab is understood, until the tab that said so is closed", async () => {
      stage.browser.tabs.push({
        ...stage.browser.tabs[0],
        id: 2,
      } as (typeof stage.browser.tabs)[0]);
      await said(false, another);
      await said(true, gmail);
      assert.notEqual(await changedAt(), null);
      stage.browser.tabs.pop();
      assert.equal(await changedAt(), null);
    });

    it("until the extension is updated", async () => {
      await said(false, gmail);
      await forgetChanged();
      assert.equal(await changedAt(), null);
    });

    it("from Gmail's pages only, in words that are known", async () => {
      await assert.rejects(said("no", gmail));
      assert.equal(asked({ name: "page/form", understood: true }), undefined);
    });
  });
});
