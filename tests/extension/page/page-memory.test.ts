/** What a Gmail page remembers from one sent mail to the next. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PageMemory } from "../../../extension/gmail/sending/memory";
import type { Choice, PageState } from "../../../extension/lib/protocol/shapes/page";
import { ALICE, lease, OFF, partsOf, request, SAVE } from "../samples";

const NOW = Date.now();

function state(changes: Partial<PageState> = {}): PageState {
  return {
    paired: true,
    tracking: true,
    links: true,
    decoy: false,
    view_time: false,
    epoch: "1",
    exclusions: [],
    phishing_guard: true,
    sensitive_guard: true,
    own: [ALICE],
    leases: [],
    used: [],
    ...changes,
  };
}

function memory(changes: Partial<PageState> = {}): PageMemory {
  const made = new PageMemory();
  made.receive(state(changes));
  return made;
}

const kinds = (changes: readonly { kind: string }[]): string[] => changes.map(({ kind }) => kind);

describe("Alice's Gmail page", () => {
  it("marks two mails with two leases and has none left", () => {
    const page = memory({ leases: [lease(), lease()] });
    const [one, two] = ["msg-a:r1", "msg-a:r2"].map(
      (id) => partsOf(page.handle(request({ id }), NOW).body, id)[0],
    );
    assert.notEqual(one, two);
    assert.equal(page.leaseCount, 0);
  });

  it("does not accept a lease that it has already used", () => {
    const given = lease();
    const page = memory({ leases: [given] });
    page.handle(request({}), NOW);
    page.receive(state({ leases: [given] }));
    assert.equal(page.leaseCount, 0);
  });

  it("reports an undo once, and marks the draft with the same lease when it is sent again", () => {
    const page = memory({ leases: [lease(), lease()] });
    const sent = page.handle(request({}), NOW);
    assert.deepEqual(kinds(sent.changes), ["sent"]);
    assert.deepEqual(kinds(page.handle(request({ labels: SAVE }), NOW).changes), ["undone"]);
    assert.deepEqual(kinds(page.handle(request({ labels: SAVE }), NOW).changes), []);
    assert.equal(page.handle(request({}), NOW).body, sent.body);
    assert.equal(page.leaseCount, 1);
  });

  it("reports an undo when Alice cancels a mail that the page knows only from the worker", () => {
    const given = lease();
    const page = memory({
      used: [{ draft: "msg-a:r1", lease: given, message: null, links: 0, undone: false }],
    });
    const { changes } = page.handle(request({ labels: SAVE }), NOW);
    assert.deepEqual(changes, [
      { kind: "undone", lease: given.id, at: new Date(NOW).toISOString() },
    ]);
  });

  it("reports an undo once although the worker does not know of it yet", () => {
    const given = lease();
    const page = memory({ leases: [given] });
    page.handle(request({}), NOW);
    page.handle(request({ labels: SAVE }), NOW);
    // The worker knows of the send but not of the undo yet.
    const used = { draft: "msg-a:r1", lease: given, message: null, links: 0, undone: false };
    page.receive(state({ used: [used] }));
    assert.deepEqual(page.handle(request({ labels: SAVE }), NOW).changes, []);
  });

  it("reports nothing about a saved draft that was never sent", () => {
    assert.deepEqual(memory().handle(request({ labels: SAVE }), NOW).changes, []);
  });

  it("discards its leases when the pairing changes and when the memory is emptied", () => {
    const page = memory({ leases: [lease()] });
    page.receive(state({ epoch: "2" }));
    assert.equal(page.leaseCount, 0);
    page.receive(state({ epoch: "2", leases: [lease()] }));
    page.empty();
    assert.equal(page.leaseCount, 0);
  });

  it("does not use a lease that expires in an hour", () => {
    const page = memory({ leases: [lease({ expires_at: NOW / 1000 + 3600 })] });
    assert.deepEqual(page.handle(request({}), NOW).untracked[0]?.why, "no lease");
  });

  it("leaves a mail unchanged before the worker has answered", () => {
    const text = request({});
    assert.equal(new PageMemory().handle(text, NOW).body, text);
  });

  describe("applies Alice's choice for a mail again when Gmail repeats the request", () => {
    const no: Choice = {
      key: "1",
      draft: null,
      subject: "Lunch?",
      tracking: false,
      links: true,
      without: [],
      active: true,
    };

    it("after the mail's window was closed, and uses no lease if she turned tracking off", () => {
      const page = memory({ leases: [lease()] });
      page.choose([no]);
      page.handle(request({}), NOW);
      page.choose([]);
      assert.equal(page.handle(request({}), NOW).body, request({}));
      assert.equal(page.leaseCount, 1);
    });

    it("while she writes another mail with tracking on", () => {
      const page = memory({ leases: [lease(), lease()] });
      page.choose([no]);
      page.handle(request({}), NOW);
      page.choose([{ ...no, key: "2", subject: "Dinner?", tracking: true }]);
      assert.equal(page.handle(request({}), NOW).body, request({}));
    });

    it("and leaves the links that she unchecked unchanged", () => {
      const link = "https://example.com/a";
      const parts: [number, string][] = [[0, `<p><a href="${link}">words</a></p>`]];
      const page = memory({ leases: [lease()] });
      page.choose([{ ...no, tracking: true, without: [link] }]);
      const first = page.handle(request({ parts }), NOW);
      page.choose([]);
      assert.equal(page.handle(request({ parts }), NOW).body, first.body);
    });

    it("but not after an undo, when a window with another choice contains the draft", () => {
      const page = memory({ leases: [lease()] });
      page.choose([no]);
      page.handle(request({}), NOW);
      page.handle(request({ labels: SAVE }), NOW);
      page.choose([{ ...no, key: "2", tracking: true }]);
      assert.notEqual(page.handle(request({}), NOW).body, request({}));
    });
  });

  it("uses no lease for a mail while tracking is off", () => {
    const page = memory({ tracking: OFF.tracking, leases: [lease()] });
    page.handle(request({}), NOW);
    assert.equal(page.leaseCount, 1);
  });
});
