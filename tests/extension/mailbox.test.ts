/** Which mailbox Gmail shows, by its title and its account button, and the addresses of conversations in it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mailboxInLabel, mailboxInTitle, threadUrl } from "../../extension/lib/mail/mailbox";

const TITLES: [string, string | null][] = [
  ["Inbox (1,204) - alice@example.org - Gmail", "alice@example.org"],
  ["Posteingang - alice@example.org - Gmail", "alice@example.org"],
  ["Inbox - alice@acme.example - Acme Corp Mail", "alice@acme.example"],
  ["Offer - bob@evil.test - Gmail - alice@example.org - Gmail", "alice@example.org"],
  ["a - b - alice+sales@example.org - Gmail - Work", "alice+sales@example.org"],
  ["bob@evil.test", null],
  ["bob@evil.test - Gmail", null],
  ["Write to bob@evil.test - Gmail", null],
  ["Gmail", null],
  ["", null],
];

const LABELS: [string, string | null][] = [
  ["Google Account: Alice Arnold  \n(alice@example.org)", "alice@example.org"],
  ["Compte Google : Alice (Ventes) (alice@example.org)", "alice@example.org"],
  ["Google Account: Alice (not an address)", null],
  ["alice@example.org", null],
];

describe("The mailbox that Gmail shows", () => {
  for (const [title, expected] of TITLES)
    it(`is ${expected} in the title “${title}”`, () =>
      assert.equal(mailboxInTitle(title), expected));
  for (const [label, expected] of LABELS)
    it(`is ${expected} in the label “${label}”`, () =>
      assert.equal(mailboxInLabel(label), expected));

  it("is named in the address of a conversation", () => {
    assert.equal(
      threadUrl("18c0ffee", "alice+a&b@example.org"),
      "https://mail.google.com/mail/u/?authuser=alice%2Ba%26b@example.org#all/18c0ffee",
    );
  });
});
