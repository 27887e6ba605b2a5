/** The saved draft, of which individual copies are made, is read from Gmail's requests and responses. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PageMemory } from "../../../extension/gmail/sending/memory";
import { type Save, SavedDrafts } from "../../../extension/gmail/sending/saved-drafts";
import { textDigest } from "../../../extension/lib/mail/digest";
import { request, SAVE } from "../samples";

const DRAFT = "msg-a:r1";
const QUOTE = '<br><div class="gmail_quote">Bob wrote</div>';

function saving(parts: [number, string][], subject = "Lunch?"): readonly Save[] {
  return new PageMemory().handle(request({ labels: SAVE, subject, parts }), 0).saves;
}

/** Gmail's response to a save: the thread with the message, whose API id is at [55]. */
function answer(id: string, draft = DRAFT): string {
  const message: unknown[] = Array(56).fill(null);
  message[0] = draft;
  message[55] = id;
  const inner: unknown[] = Array(20).fill(null);
  inner[3] = "thread-a:r9";
  inner[4] = [message];
  return `)]}'\n${JSON.stringify([null, [0, [["thread-a:r9", null, [null, [inner, 1]]]]]])}`;
}

describe("The draft that Gmail has saved", () => {
  it("is known after the response, with its id, subject, recipients and digests", () => {
    const saves = new SavedDrafts();
    const [save] = saving([
      [0, '<div dir="ltr">Hello <b>Bob</b>&nbsp;</div>'],
      [2, QUOTE],
    ]);
    assert.ok(save);
    saves.note(save);
    assert.equal(saves.of(DRAFT), null, "there is no answer yet");
    saves.answered([save], answer("183234ce86ffa010"));
    assert.deepEqual(saves.of(DRAFT), {
      draft: DRAFT,
      message: "183234ce86ffa010",
      subject: "Lunch?",
      recipients: ["bob@sandbox.example"],
      typedDigest: textDigest("HelloBob"),
      textDigest: textDigest("Hello Bob Bob wrote"),
    });
  });

  it("is unknown between the next save and the response to it", () => {
    const saves = new SavedDrafts();
    const [first] = saving([[0, "<div>one</div>"]]);
    const [second] = saving([[0, "<div>two</div>"]]);
    assert.ok(first && second);
    saves.note(first);
    saves.answered([first], answer("aaaaaaaa1"));
    saves.note(second);
    assert.equal(saves.of(DRAFT), null);
    saves.answered([first], answer("aaaaaaaa1"));
    assert.equal(saves.of(DRAFT), null, "an answer that comes late is of the textDigest before");
    saves.answered([second], answer("aaaaaaaa2"));
    assert.equal(saves.of(DRAFT)?.message, "aaaaaaaa2");
  });

  it("is not confused with another draft", () => {
    const saves = new SavedDrafts();
    const [save] = saving([[0, "<div>one</div>"]]);
    assert.ok(save);
    saves.note(save);
    saves.answered([save], answer("aaaaaaaa1", "msg-a:r2"));
    assert.equal(saves.of(DRAFT), null);
    assert.equal(saves.of("msg-a:r2"), null);
  });
});
