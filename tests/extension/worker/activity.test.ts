/** Which notifications Alice sees, how thread statuses are cached, and what the canary reports. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { fragmentOf } from "../../../extension/gmail/reading/proxy-fragment";
import type {
  BrowserNotification,
  ThreadStatus,
} from "../../../extension/lib/protocol/shapes/activity";
import { NOTIFY_FIRST, type NotifySettings } from "../../../extension/lib/protocol/shapes/settings";
import { isQuiet, isWanted } from "../../../extension/worker/notification-rules";
import { answer } from "../../../extension/worker/rpc";
import { read } from "../../../extension/worker/store";
import { forgetThreadStatuses, threadStatuses } from "../../../extension/worker/thread-statuses";
import { Browser } from "../browser-api";
import { notification, PairedServer } from "../paired-server";

const NOW = new Date(2026, 0, 2, 12, 0);
const own = {
  host: "s.example",
  pixels: "//s.example/p/abcdefgh/",
  links: "//s.example/c/abcdefgh/",
};

const status: ThreadStatus = {
  state: "sent",
  id: "m1",
  recipients: "Bob",
  opens: 0,
  clicks: 0,
  sent_at: "2026-01-02T11:00:00.000Z",
  first_open_at: null,
  last_open_at: null,
  last_click_at: null,
  muted: false,
  url: "https://s.example/messages/m1",
};

describe("The rules for notifications", () => {
  const rows: [string, Partial<BrowserNotification>, Partial<NotifySettings>, string[], boolean][] =
    [
      ["a first open", {}, {}, [], true],
      ["nothing when notifications are off", {}, { on: false }, [], false],
      ["no second open", { kind: "open" }, {}, [], false],
      ["every open if Alice wants that", { kind: "open" }, { first_only: false }, [], true],
      ["a first click", { kind: "click" }, {}, [], true],
      ["no second click", { kind: "click" }, {}, ["m1"], false],
      ["every click if Alice wants that", { kind: "click" }, { first_only: false }, ["m1"], true],
      ["no click if Alice wants none", { kind: "click" }, { clicks: false }, [], false],
      ["a reminder", { kind: "reminder" }, {}, [], true],
      ["nothing in quiet hours", {}, { quiet_from: "22:00", quiet_to: "13:00" }, [], false],
    ];
  for (const [name, given, rules, clicked, wanted] of rows)
    it(`show ${name}`, () => {
      const settings = { ...NOTIFY_FIRST, ...rules };
      assert.equal(isWanted(notification(given), settings, new Set(clicked), NOW), wanted);
    });

  it("know quiet hours within a day and past midnight, and know none if an hour is missing or invalid", () => {
    const at = (hour: number): Date => new Date(2026, 0, 2, hour, 30);
    const night = { ...NOTIFY_FIRST, quiet_from: "22:00", quiet_to: "07:00" };
    assert.deepEqual(
      [21, 22, 3, 6, 7].map((hour) => isQuiet(night, at(hour))),
      [false, true, true, true, false],
    );
    const day = { ...NOTIFY_FIRST, quiet_from: "09:00", quiet_to: "12:00" };
    assert.deepEqual(
      [8, 9, 11, 12].map((hour) => isQuiet(day, at(hour))),
      [false, true, true, false],
    );
    for (const broken of [null, "", "25:00", "9:00", "22:00"])
      assert.equal(isQuiet({ ...night, quiet_to: broken }, at(23)), false);
  });
});

describe("The canary", () => {
  const proxied = "https://ci3.googleusercontent.com/meips/AbC=s0-d-e1-ft";
  const rows: [string, string[], string | null][] = [
    [
      "reports “kept” if the proxied URL has the pixel's address after a #",
      [`${proxied}#https:${own.pixels}token.gif`],
      "kept",
    ],
    [
      "reports “kept” for the older form of a proxied URL",
      [`https://ci5.googleusercontent.com/proxy/x#http:${own.pixels}t.gif`],
      "kept",
    ],
    ["reports “lost” if a proxied URL has no address after a #", [proxied], "lost"],
    [
      "reports nothing if the only proxied image is not from Alice's server",
      [`${proxied}#https://other.example/a.png`],
      null,
    ],
    [
      "reports nothing without a proxied image",
      ["https://mail.google.com/x.png", "data:image/gif;base64,R0"],
      null,
    ],
    ["reports nothing if there is no image", [], null],
  ];
  for (const [name, sources, said] of rows)
    it(name, () => assert.equal(fragmentOf(sources, [own]), said));
});

describe("The worker", () => {
  let server: PairedServer;

  beforeEach(async () => {
    server = await PairedServer.started(new Browser());
  });

  afterEach(() => server.stop());

  it("requests the statuses of 150 threads in two requests, and again only after forgetting them", async () => {
    const ids = Array.from({ length: 150 }, (_, at) => (0xabcdef00 + at).toString(16));
    server.answers["thread-statuses"] = { thread_statuses: { [ids[3] ?? ""]: status } };
    const found = await threadStatuses(ids);
    assert.deepEqual(found[ids[3] ?? ""], status);
    assert.equal(found[ids[4] ?? ""], null);
    await Promise.all([threadStatuses(ids), threadStatuses(ids.slice(5))]);
    assert.equal(server.requests.length, 2);
    await forgetThreadStatuses();
    await threadStatuses(ids.slice(0, 2));
    assert.equal(server.requests.length, 3);
  });

  it("knows no status while the server is away, and requests it again at the next question", async () => {
    assert.deepEqual(await threadStatuses(["abcdef01"]), {});
    server.answers["thread-statuses"] = { thread_statuses: {} };
    assert.deepEqual(await threadStatuses(["abcdef01"]), { abcdef01: null });
  });

  it("requests nothing for an invalid thread id or a malformed message from a Gmail page", async () => {
    const url = "https://mail.google.com/mail/u/0/";
    const sender = { id: "sightline", url, frameId: 0 } as chrome.runtime.MessageSender;
    server.answers["thread-statuses"] = { thread_statuses: {} };
    await answer(
      { name: "page/thread-statuses", threads: ["../x", "", 7, null, "abcdef01"] },
      sender,
    );
    assert.deepEqual(
      server.requests.map(({ body }) => body),
      [{ threads: ["abcdef01"] }],
    );
    for (const broken of [
      { name: "page/thread-statuses", threads: "abcdef01" },
      { name: "page/correct", event: "../../account", correction: "sender" },
      { name: "page/correct", event: "e1", correction: "nobody" },
      { name: "page/mute", message: {}, muted: true },
      { name: "page/timelines", messages: null },
    ])
      await assert.rejects(async () => answer(broken, sender));
    assert.equal(server.requests.length, 1);
  });

  it("reports an own view if the canary says “lost”, but not if it says “kept”", async () => {
    const url = "https://mail.google.com/mail/u/1/";
    const sender = { id: "sightline", url, frameId: 0 } as chrome.runtime.MessageSender;
    server.answers.viewing = {};
    await answer({ name: "page/viewing", messages: ["abcdef01"], fragment: "kept" }, sender);
    assert.equal(server.requests.length, 0);
    await answer({ name: "page/viewing", messages: ["abcdef01"], fragment: "lost" }, sender);
    assert.deepEqual(server.requests[0]?.body, { messages: ["abcdef01"], fragment: "lost" });
    assert.notEqual((await read("unblocked")).unblocked, null);
    assert.equal((await read("notified")).notified.mailbox, "/mail/u/1/");
    await answer({ name: "page/viewing", messages: ["abcdef01"], fragment: "kept" }, sender);
    assert.equal((await read("unblocked")).unblocked, null);
  });
});
