/** What is not as it used to be in Gmail's request is recognised, and such a mail is not marked. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { lease, leases, type Mail, message, ON, request, SAVE, SEND } from "../samples";

type Fields = unknown[];

/** A request with one mail, whose array is changed by `change`. */
function changed(change: (mail: Fields) => unknown, mail: Mail = {}): string {
  return JSON.stringify([
    null,
    [[[1, ["thread-a:r9", [null, null, change(message(mail) as Fields)]]]]],
  ]);
}

const at = (place: number, value: unknown) => (mail: Fields) =>
  Object.assign([...mail], { [place]: value });
const body = (change: (body: Fields) => Fields) => (mail: Fields) =>
  Object.assign([...mail], { 8: change(mail[8] as Fields) });

/** Forms that Gmail could take; the first two are as it did change in 2022 and 2023. */
const FORMS: [string, (mail: Fields) => unknown][] = [
  ["every field one place further", (mail) => [null, ...mail]],
  [
    "an object with numbers as keys",
    (mail) => Object.fromEntries(mail.map((one, place) => [place + 1, one])),
  ],
  ["every field after the id one place further", ([id, ...rest]) => [id, null, ...rest]],
  ["the sender somewhere else", at(1, null)],
  ["a recipient in place of the list", at(2, [1, "bob@sandbox.example", "Bob"])],
  ["the subject in a list", at(7, ["Lunch?"])],
  ["other labels", at(10, ["^x1", "^x2"])],
  ["labels as numbers", at(10, [12, 13])],
  ["another kind of text", body((parts) => Object.assign([...parts], { 6: 2 }))],
  ["no kind of text", body((parts) => parts.slice(0, 6))],
  ["ids of another kind", at(0, "m-a:r1")],
];

describe("A mail that Gmail sends in another form", () => {
  for (const [form, change] of FORMS)
    it(`leaves unchanged: ${form}`, () => {
      for (const mail of [{ labels: SEND }, { labels: SAVE }]) {
        const text = changed(change, mail);
        const done = rewrite(text, leases(lease()), ON);
        assert.equal(done.body, text);
        assert.deepEqual(
          done.sends.filter(({ lease }) => lease !== null),
          [],
        );
        assert.deepEqual(
          done.saves.filter(({ known }) => known),
          [],
        );
        assert.ok(done.empty || done.strange.length + done.unlabelled.length > 0, "nobody is told");
      }
    });

  it("is known in the form that was captured", () => {
    for (const labels of [SEND, SAVE]) {
      const done = rewrite(request({ labels }), leases(lease()), ON);
      assert.deepEqual([done.strange, done.unlabelled, done.empty], [[], [], false]);
    }
  });

  it("is only noted if it has labels of neither a draft nor a send, as a mail has that is moved", () => {
    const done = rewrite(request({ labels: ["^all", "^k"] }), leases(lease()), ON);
    assert.deepEqual([done.strange, done.unlabelled], [[], ["msg-a:r1"]]);
  });

  it("is known without recipients, and with Cc only", () => {
    for (const list of [null, []])
      assert.deepEqual(rewrite(changed(at(2, list)), leases(lease()), ON).strange, []);
  });
});

describe("A part that may be plain text, though Gmail calls it HTML", () => {
  const whyOf = (html: string): string | null =>
    rewrite(request({ parts: [[0, html]] }), leases(lease()), ON).sends[0]?.why ?? null;

  for (const html of [
    "if a < b then <b>x</b>",
    "See <https://example.com/a> and <br>",
    "Alice <alice@sandbox.example> wrote: <i>so</i>",
    "I <3 you, <b>Bob</b>",
    "<alice@sandbox.example> wrote: <i>so</i>",
    "List<String> x = new ArrayList<>();",
    "vector<int> v;",
    "<host> is down",
    "Use <b> for bold, and vector<int> for numbers",
    "Run: ssh <host>",
  ])
    it(`is not marked: ${html}`, () => assert.equal(whyOf(html), "unknown form"));

  for (const html of [
    '<div dir="ltr">a &lt; b, I &lt;3 you</div>',
    "<!-- a < b --><div><!-- a < b --><!--[if mso]><![endif]--><?xml version=1?><o:p></o:p></div>",
    "<style>p > a { } /* a < b */</style><p>Hello</p>",
    "<p>1 < 2, as another extension might write it</p>",
    "Hello <b>Bob</b><!-- a < b -->",
    "Hello<o:p></o:p> <center>Bob</center> <x-note>x</x-note>",
    '<a title="a < b" href="https://example.com">x</a>',
  ])
    it(`is marked, because it is HTML: ${html}`, () => assert.equal(whyOf(html), null));

  it("is marked if only the quoted text is odd, which is nobody's typing", () => {
    const parts: [number, string][] = [
      [0, "<div>Yes</div>"],
      [2, "<blockquote>1 < 2</blockquote>"],
    ];
    assert.equal(rewrite(request({ parts }), leases(lease()), ON).sends[0]?.why, null);
  });
});

describe("A mail whose window says that Gmail has changed", () => {
  it("leaves unchanged even if its send is in the known form", () => {
    const choice = {
      key: "1",
      draft: "msg-a:r1",
      subject: "",
      active: true,
      without: [],
      tracking: true,
      links: true,
    };
    const done = rewrite(request({}), leases(lease()), {
      ...ON,
      choices: [{ ...choice, changed: true }],
    });
    assert.equal(done.body, request({}));
    assert.equal(done.sends[0]?.why, "unknown form");
  });
});
