/** Data from the server is accepted only with the right shape and with web addresses. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isAccount } from "../../extension/lib/protocol/guards/account";
import {
  isBrowserNotification,
  isThreadStatuses,
} from "../../extension/lib/protocol/guards/activity";
import { webAddress } from "../../extension/lib/protocol/guards/check";
import { isPermit } from "../../extension/lib/protocol/guards/copies";
import { isLease } from "../../extension/lib/protocol/guards/mail";
import { notification } from "./paired-server";
import { lease } from "./samples";

const NOT_WEB = [
  "javascript:alert(1)",
  "JavaScript:alert(1)//https://track.example.com/",
  " javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:https://track.example.com/1",
  "file:///etc/passwd",
  "chrome-extension://sightline/popup/popup.html",
  "ftp://track.example.com/",
  "//track.example.com/",
  "/messages/1",
  "https://",
  "https://track.example.com/ x",
  'https://track.example.com/"onerror="alert(1)',
  "https://track.example.com/<script>",
  "",
  null,
  7,
];

describe("An address from the server", () => {
  for (const address of ["https://track.example.com/p/x.gif", "http://127.0.0.1:8000/messages"])
    it(`is accepted if it is the web address ${address}`, () => assert.ok(webAddress(address)));

  for (const address of NOT_WEB)
    it(`is refused if it is ${JSON.stringify(address)}, which is no web address`, () =>
      assert.ok(!webAddress(address)));
});

describe("Data from the server", () => {
  const account = {
    name: "Alice",
    email: "alice@sandbox.example",
    prefix: "alice123",
    public_url: "https://track.example.com",
    dashboard_url: "https://track.example.com/messages",
  };
  const status = {
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
    url: "https://track.example.com/messages/m1",
  };
  const permit = { allowed: true, settings_url: "https://track.example.com/settings" };
  const cases: [string, (value: unknown) => boolean, object, string[]][] = [
    ["a lease", isLease, lease(), ["pixel_url", "decoy_url", "view_time_url", "link_base"]],
    ["an account", isAccount, account, ["public_url", "dashboard_url"]],
    ["a notification", isBrowserNotification, notification(), ["url"]],
    ["a permit", isPermit, permit, ["settings_url"]],
    ["a thread status", (value) => isThreadStatuses({ thread: value }), status, ["url"]],
  ];
  for (const [name, is, good, addresses] of cases)
    it(`is accepted as ${name}, but not if one of its addresses is a script`, () => {
      assert.ok(is(good));
      for (const field of addresses)
        assert.ok(!is({ ...good, [field]: "javascript:alert(1)" }), field);
    });
});
