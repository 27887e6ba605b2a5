/** What a page remembers from one send to the next. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Choice, PageState } from "../../extension/lib/protocol/shapes/page";
import { PageMemory } from "../../extension/page/memory";
import { ALICE, lease, OFF, partsOf, request, SAVE } from "./samples";

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

describe("Alice's page", () => {
  it("uses each lease once", () => {
    const page = memory({ leases: [lease(), lease()] });
    const [one, two] = ["msg-a:r1", "msg-a:r2"].map(
      (id) => partsOf(page.handle(request({ id }), NOW).body, id)[0],
    );
    assert.notEqual(one, two);
    assert.equal(page.leaseCount, 0);
  });

  it("does not take back a lease that it has used", () => {
    const given = lease();
    const page = memory({ leases: [given] });
    page.handle(request({}), NOW);
    page.receive(state({ leases: [given] }));
    assert.equal(page.leaseCount, 0);
  });

  it("gives an undone draft the same lease and reports the undo once", () => {
    const page = memory({ leases: [lease(), lease()] });
    const sent = page.handle(request({}), NOW);
    assert.deepEqual(kinds(sent.changes), ["sent"]);
    assert.deepEqual(kinds(page.handle(request({ labels: SAVE }), NOW).changes), ["undone"]);
    assert.deepEqual(kinds(page.handle(request({ labels: SAVE }), NOW).changes), []);
    assert.equal(page.handle(request({}), NOW).body, sent.body);
    assert.equal(page.leaseCount, 1);
  });

  it("recognises yesterday’s scheduled mail when it is cancelled", () => {
    const given = lease();
    const page = memory({
      used: [{ draft: "msg-a:r1", lease: given, message: null, links: 0, undone: false }],
    });
    const { changes } = page.handle(request({ labels: SAVE }), NOW);
    assert.deepEqual(changes, [
      { kind: "undone", lease: given.id, at: new Date(NOW).toISOString() },
    ]);
  });

  it("trusts its own actions over older state from the worker", () => {
    const given = lease();
    const page = memory({ leases: [given] });
    page.handle(request({}), NOW);
    page.handle(request({ labels: SAVE }), NOW);
    // The worker knows of the send but not of the undo yet.
    const used = { draft: "msg-a:r1", lease: given, message: null, links: 0, undone: false };
    page.receive(state({ used: [used] }));
    assert.deepEqual(page.handle(request({ labels: SAVE }), NOW).changes, []);
  });

  it("reports nothing about drafts that were never sent", () => {
    assert.deepEqual(memory().handle(request({ labels: SAVE }), NOW).changes, []);
  });

  it("drops its leases when another account is paired or it returns from the cache", () => {
    const page = memory({ leases: [lease()] });
    page.receive(state({ epoch: "2" }));
    assert.equal(page.leaseCount, 0);
    page.receive(state({ epoch: "2", leases: [lease()] }));
    page.empty();
    assert.equal(page.leaseCount, 0);
  });

  it("does not use a lease that is about to expire", () => {
    const page = memory({ leases: [lease({ expires_at: NOW / 1000 + 3600 })] });
    assert.deepEqual(page.handle(request({}), NOW).untracked[0]?.why, "no lease");
  });

  it("marks nothing before the worker has answered", () => {
    const text = request({});
    assert.equal(new PageMemory().handle(text, NOW).body, text);
  });

  describe("remembers Alice's choice for a mail that Gmail sends again unprompted", () => {
    const no: Choice = {
      key: "1",
      draft: null,
      subject: "Lunch?",
      tracking: false,
      links: true,
      without: [],
      active: true,
    };

    it("after its window was closed", () => {
      const page = memory({ leases: [lease()] });
      page.choose([no]);
      page.handle(request({}), NOW);
      page.choose([]);
      assert.equal(page.handle(request({}), NOW).body, request({}));
      assert.equal(page.leaseCount, 1);
    });

    it("while she writes another mail", () => {
      const page = memory({ leases: [lease(), lease()] });
      page.choose([no]);
      page.handle(request({}), NOW);
      page.choose([{ ...no, key: "2", subject: "Dinner?", tracking: true }]);
      assert.equal(page.handle(request({}), NOW).body, request({}));
    });

    it("including the links that she unchecked", () => {
      const link = "https://example.com/a";
      const parts: [number, string][] = [[0, `<p><a href="${link}">words</a></p>`]];
      const page = memory({ leases: [lease()] });
      page.choose([{ ...no, tracking: true, without: [link] }]);
      const first = page.handle(request({ parts }), NOW);
      page.choose([]);
      assert.equal(page.handle(request({ parts }), NOW).body, first.body);
    });

    it("until the draft is back in a window", () => {
      const page = memory({ leases: [lease()] });
      page.choose([no]);
      page.handle(request({}), NOW);
      page.handle(request({ labels: SAVE }), NOW);
      page.choose([{ ...no, key: "2", tracking: true }]);
      assert.notEqual(page.handle(request({}), NOW).body, request({}));
    });
  });

  it("and uses no lease while tracking is off", () => {
    const page = memory({ tracking: OFF.tracking, leases: [lease()] });
    page.handle(request({}), NOW);
    assert.equal(page.leaseCount, 1);
  });
});
