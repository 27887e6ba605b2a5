/** The texts that Alice reads in the popup, and the server's address that she types in the settings. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import english from "../../extension/_locales/en/messages.json";
import { patternOf } from "../../extension/lib/access";
import { ago } from "../../extension/lib/i18n/ago";
import { useTexts } from "../../extension/lib/i18n/texts";
import type { FeedItem } from "../../extension/lib/protocol/shapes/activity";
import { statusOf } from "../../extension/lib/ui/mail-status";
import { originOf } from "../../extension/options/server-address";

const texts = Object.entries(english).map(([key, { message }]) => [key, message]);
useTexts({ language: "en", texts: Object.fromEntries(texts) });

const NOW = Date.parse("2026-03-01T12:00:00Z");
const before = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

function mail(changes: Partial<FeedItem> = {}): FeedItem {
  const times = {
    sent_at: before(90),
    first_open_at: null,
    last_open_at: null,
    last_activity_at: null,
  };
  const counts = { opens: 0, clicks: 0, certainty: null, unseen: false };
  const wishes = { muted: false, remind_at: null, proof: null };
  return {
    id: "1",
    subject: "Lunch?",
    recipients: "Bob",
    state: "sent",
    url: "https://x.example/",
    ...times,
    ...counts,
    ...wishes,
    ...changes,
  };
}

const opened = {
  opens: 1,
  first_open_at: before(3),
  last_open_at: before(3),
  last_activity_at: before(3),
};

const cases: [string, Partial<FeedItem>, string][] = [
  ["nobody opened", {}, "No sign yet"],
  ["a person opened", { ...opened, certainty: "person" }, "Opened 3 minutes ago"],
  [
    "a person likely opened",
    { ...opened, certainty: "likely_person" },
    "Opened 3 minutes ago · likely a person",
  ],
  [
    "one of three recipients opened",
    { ...opened, certainty: "person", recipient_count: 3 },
    "Opened 3 minutes ago · by one of 3 recipients",
  ],
  ["only machines loaded", { ...opened, recipient_count: 1 }, "Image loaded"],
  ["was opened twice", { ...opened, opens: 2 }, "Opened 3 minutes ago · twice"],
  ["was opened twelve times", { ...opened, opens: 12 }, "Opened 3 minutes ago · 12 times"],
  [
    "had its link clicked",
    { ...opened, clicks: 1, last_activity_at: before(1) },
    "Link clicked 1 minute ago · opened once",
  ],
  [
    "had links clicked twice",
    { clicks: 2, last_activity_at: before(1) },
    "Links clicked twice, last activity 1 minute ago",
  ],
  [
    "was answered",
    { ...opened, opens: 2, replied_at: before(1) },
    "Answered 1 minute ago · opened twice",
  ],
  [
    "was answered through a help desk",
    { replied_at: before(1), through_desk: true },
    "Answered through a help desk 1 minute ago",
  ],
  [
    "did not reach its recipient",
    { ...opened, bounced_at: before(1), bounces: 1 },
    "Not delivered",
  ],
  [
    "did not reach one of three recipients",
    { bounces: 1, recipient_count: 3 },
    "No sign yet · not delivered to 1 of 3",
  ],
  ["is scheduled", { state: "scheduled" }, "Scheduled"],
  ["Alice undid", { ...opened, state: "undone" }, "Not sent (undone)"],
  ["the server has no report of", { state: "unreported", ...opened }, "Opened 3 minutes ago"],
];

describe("A mail that", () => {
  for (const [what, changes, words] of cases) {
    it(`${what} says “${words}”`, () => {
      const status = statusOf(mail(changes), NOW);
      assert.equal([status.words, status.more].filter((one) => one !== "").join(" · "), words);
    });
  }
});

describe("A time", () => {
  const times: [number, string][] = [
    [-5, "just now"],
    [0.5, "just now"],
    [1, "1 minute ago"],
    [59.9, "59 minutes ago"],
    [60 * 23, "23 hours ago"],
    [60 * 24, "1 day ago"],
    [60 * 24 * 8, "1 week ago"],
    [60 * 24 * 400, "1 year ago"],
  ];
  for (const [minutes, words] of times) {
    it(`${minutes} minutes ago is shown as “${words}”`, () =>
      assert.equal(ago(before(minutes), NOW), words));
  }
});

describe("The server's address", () => {
  const typed: [string, string | null][] = [
    ["https://track.example.com", "https://track.example.com"],
    [" track.example.com/messages ", "https://track.example.com"],
    ["127.0.0.1:8000", "http://127.0.0.1:8000"],
    ["localhost:8000/", "http://localhost:8000"],
    ["http://track.example.com:8080/x", "http://track.example.com:8080"],
    ["ftp://track.example.com", null],
    ["javascript:alert(1)", null],
    ["", null],
    ["two words", null],
  ];
  for (const [text, origin] of typed) {
    it(`typed as ${JSON.stringify(text)} is read as ${origin}`, () =>
      assert.equal(originOf(text), origin));
  }

  it("becomes a permission for this origin only, with its port if the browser allows ports", () => {
    assert.equal(patternOf("http://127.0.0.1:8000", "chromium"), "http://127.0.0.1:8000/*");
    assert.equal(patternOf("http://127.0.0.1:8000", "firefox"), "http://127.0.0.1/*");
  });
});
