/** Each native notification is shown once in one of Alice's browsers, despite crashes and outages. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { openNotification, refreshNotifications } from "../../../extension/worker/notifications";
import { answer } from "../../../extension/worker/rpc";
import { read } from "../../../extension/worker/store";
import { Browser } from "../browser-api";
import { notification, PairedServer } from "../paired-server";

describe("Alice's browser", () => {
  let browser: Browser;
  let server: PairedServer;

  beforeEach(async () => {
    browser = new Browser();
    server = await PairedServer.started(browser);
  });

  afterEach(() => server.stop());

  it("shows no notification from before its first request, and each later one once", async () => {
    server.answers["browser-notifications"] = {
      notifications: [notification({ id: "0" })],
      cursor: "a",
    };
    await refreshNotifications();
    assert.equal(browser.notifications.size, 0);
    server.answers["browser-notifications"] = { notifications: [notification()], cursor: "b" };
    await refreshNotifications();
    assert.deepEqual(
      [...browser.notifications.values()].map(({ message }) => message),
      ["Bob opened it"],
    );
    browser.notifications.clear();
    await refreshNotifications();
    assert.equal(browser.notifications.size, 0);
    assert.match(server.requests.at(-1)?.path ?? "", /after=b$/);
  });

  it("shows a notification that was stored as pending exactly once", async () => {
    server.answers["browser-notifications"] = { notifications: [], cursor: "a" };
    await refreshNotifications();
    const { notified } = await read("notified");
    browser.stored.notified = { ...notified, pending: [notification({ id: "7" })] };
    await refreshNotifications();
    await refreshNotifications();
    assert.deepEqual([...browser.notifications.keys()], ["7"]);
    assert.deepEqual((await read("notified")).notified.pending, []);
  });

  async function toldOf(id: string, at = notification().at): Promise<void> {
    server.answers["browser-notifications"] = { notifications: [], cursor: "a" };
    await refreshNotifications();
    server.answers["browser-notifications"] = {
      notifications: [notification({ id, at })],
      cursor: "b",
    };
    await refreshNotifications();
    server.answers["browser-notifications"] = { notifications: [], cursor: "b" };
  }

  it("claims a notification once, shows it, and reports once that it was shown", async () => {
    await toldOf("7");
    await refreshNotifications();
    assert.deepEqual([...browser.notifications.keys()], ["7"]);
    assert.deepEqual(
      [
        server.asked("browser-notifications/7/claim"),
        server.asked("browser-notifications/7/showing"),
      ],
      [1, 1],
    );
  });

  it("shows a notification that another browser has claimed only when that claim has ended", async () => {
    server.refusals["browser-notifications/7/claim"] = "claimed";
    await toldOf("7");
    await refreshNotifications();
    assert.equal(browser.notifications.size, 0);
    delete server.refusals["browser-notifications/7/claim"];
    await refreshNotifications();
    assert.deepEqual([...browser.notifications.keys()], ["7"]);
  });

  for (const status of [401, 403, 404, 405, 410])
    it(`shows a notification late that something in front of the server first refused with ${status}`, async () => {
      server.strangers["browser-notifications/7/claim"] = status;
      await toldOf("7");
      assert.equal(browser.notifications.size, 0);
      assert.deepEqual((await read("link")).link.trouble, {
        why: "stranger",
        status,
        route: "POST browser-notifications",
      });
      server.strangers = {};
      await refreshNotifications();
      assert.deepEqual([...browser.notifications.keys()], ["7"]);
      assert.equal((await read("link")).link.online, true);
    });

  it("drops a notification that another browser has shown", async () => {
    server.refusals["browser-notifications/7/claim"] = "shown";
    await toldOf("7");
    assert.equal(browser.notifications.size, 0);
    const { notified } = await read("notified");
    assert.deepEqual([notified.pending, notified.shown], [[], []]);
    assert.equal(server.asked("browser-notifications/7/showing"), 0);
  });

  it("shows a notification later if the server is away when the browser claims it", async () => {
    server.refusals["browser-notifications/7/claim"] = "away";
    await toldOf("7");
    assert.equal(browser.notifications.size, 0);
    delete server.refusals["browser-notifications/7/claim"];
    await refreshNotifications();
    assert.deepEqual([...browser.notifications.keys()], ["7"]);
  });

  it("shows a notification once even if the server is away when the browser reports that it was shown", async () => {
    server.refusals["browser-notifications/7/showing"] = "away";
    await toldOf("7");
    assert.deepEqual([...browser.notifications.keys()], ["7"]);
    browser.notifications.clear();
    delete server.refusals["browser-notifications/7/showing"];
    await refreshNotifications();
    await refreshNotifications();
    assert.equal(browser.notifications.size, 0);
    assert.equal(server.asked("browser-notifications/7/claim"), 1);
    assert.deepEqual((await read("notified")).notified.unreported, []);
  });

  it("does not report a notification as shown if it cannot show it", async () => {
    chrome.notifications.create = () => Promise.reject(new Error("not here"));
    await toldOf("7");
    assert.deepEqual(
      [
        server.asked("browser-notifications/7/claim"),
        server.asked("browser-notifications/7/showing"),
      ],
      [1, 0],
    );
    assert.deepEqual((await read("notified")).notified.pending, []);
  });

  it("claims no new notification while the computer is locked", async () => {
    browser.idle = "locked";
    await toldOf("7", new Date().toISOString());
    assert.equal(server.asked("browser-notifications/7/claim"), 0);
    browser.idle = "active";
    await refreshNotifications();
    assert.deepEqual([...browser.notifications.keys()], ["7"]);
  });

  it("shows a notification on an idle computer after three minutes", async () => {
    browser.idle = "idle";
    await toldOf("7", new Date(Date.now() - 200_000).toISOString());
    assert.deepEqual([...browser.notifications.keys()], ["7"]);
  });

  it("does not show a pending notification after Alice turns notifications off", async () => {
    server.refusals["browser-notifications/7/claim"] = "claimed";
    await toldOf("7");
    delete server.refusals["browser-notifications/7/claim"];
    const { settings } = await read("settings");
    const notify = { ...settings.notify, on: false };
    browser.stored.settings = { ...settings, notify };
    await refreshNotifications();
    assert.equal(browser.notifications.size, 0);
    assert.deepEqual((await read("notified")).notified.pending, []);
  });

  it("opens a notification in the mailbox of its mail, whichever account was used last", async () => {
    const two = {
      id: 2,
      windowId: 1,
      url: "https://mail.google.com/mail/u/1/#inbox",
      active: false,
    };
    browser.tabs.push(two);
    const from = (tab: object) => ({ id: "sightline", url: two.url, frameId: 0, tab });
    for (const [tab, mailbox] of [
      [browser.tabs[0], "alice@example.org"],
      [two, "alice@acme.example"],
    ])
      await answer(
        { name: "page/mailbox", mailbox },
        from(tab as object) as chrome.runtime.MessageSender,
      );
    server.answers["browser-notifications"] = { notifications: [], cursor: "a" };
    await refreshNotifications();
    const notifications = ["Alice@Acme.example", "alice@third.example", null].map((mailbox, at) =>
      notification({ id: String(at), mailbox }),
    );
    server.answers["browser-notifications"] = { notifications, cursor: "b" };
    await refreshNotifications();
    for (const { id } of notifications) await openNotification(id);
    assert.deepEqual(browser.opened, [
      "2 https://mail.google.com/mail/u/1/#all/1a2b3c4d5e6f",
      "https://mail.google.com/mail/u/?authuser=alice@third.example#all/1a2b3c4d5e6f",
      "1 https://mail.google.com/mail/u/0/#all/1a2b3c4d5e6f",
    ]);
  });

  it("opens the thread of a clicked notification in an open Gmail tab, or the dashboard if the thread is unknown", async () => {
    server.answers["browser-notifications"] = { notifications: [], cursor: "a" };
    await refreshNotifications();
    const unknown = notification({ id: "8", gmail_thread_id: null });
    server.answers["browser-notifications"] = {
      notifications: [notification({ id: "7" }), unknown],
      cursor: "b",
    };
    await refreshNotifications();
    await openNotification("7");
    await openNotification("8");
    await openNotification("9");
    assert.deepEqual(browser.opened, [
      "1 https://mail.google.com/mail/u/0/#all/1a2b3c4d5e6f",
      "https://s.example/messages/m1",
    ]);
  });
});
