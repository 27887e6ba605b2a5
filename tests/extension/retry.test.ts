/** A page asks again if the worker, while starting, loses the page's first question. */
import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { Retry, withinTimeout } from "../../extension/gmail/retry";

const DAY_MS = 24 * 3600 * 1000;

describe("A page that asks for its leases", () => {
  it("learns whether the worker answered or is missing", async () => {
    assert.equal(await withinTimeout(Promise.resolve("state")), true);
    assert.equal(await withinTimeout(Promise.reject(new Error("no receiving end"))), false);
  });

  it("stops waiting for a worker that never answers", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const waited = withinTimeout(new Promise(() => {}));
    mock.timers.tick(DAY_MS);
    assert.equal(await waited, false);
    mock.timers.reset();
  });

  it("retries twice within a second, stops within an hour, and retries twice again after `begin`", () => {
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
    const rested = asked.length;
    retry.begin();
    retry.later();
    pass(1000);
    assert.ok(asked.length >= rested + 2, "and begins anew for a person");
    mock.timers.reset();
  });
});

/** Advances step by step, so that a timer set by another timer begins at the right time. */
function pass(ms: number): void {
  for (let step = 0; step < ms; step += 100) mock.timers.tick(100);
}
