/** The worker is just starting: the first question is lost or never answered. */
import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { Retry, withinTimeout } from "../../extension/gmail/retry";

const DAY_MS = 24 * 3600 * 1000;

describe("A page that asks for its leases", () => {
  it("gets an answer or learns that the worker is missing", async () => {
    assert.equal(await withinTimeout(Promise.resolve("state")), true);
    assert.equal(await withinTimeout(Promise.reject(new Error("no receiving end"))), false);
  });

  it("does not wait forever for a worker that died with the question", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const waited = withinTimeout(new Promise(() => {}));
    mock.timers.tick(DAY_MS);
    assert.equal(await waited, false);
    mock.timers.reset();
  });

  it("retries soon, then less often, and finally stops", () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const asked: number[] = [];
    const retry = new Retry(() => {
      asked.push(asked.length);
      retry.later();
    });
    retry.later();
    pass(1000);
    assert.ok(asked.length >= 2, "within a second");
    pass(3_600_000);
    assert.ok(asked.length < 10, "it rests");
    retry.begin();
    retry.later();
    pass(1000);
    assert.ok(asked.length >= 9, "and begins anew for a person");
    mock.timers.reset();
  });
});

/** Advances step by step, so that a timer set by another timer begins at the right time. */
function pass(ms: number): void {
  for (let step = 0; step < ms; step += 100) mock.timers.tick(100);
}
