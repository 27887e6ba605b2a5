/** Which compose window a send came from, and what its switch said. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "../../extension/page/rewrite";
import { lease, leases, ON, request } from "./samples";

describe("The switch in the compose window", () => {
  const choice = {
    key: "1",
    draft: null,
    subject: "",
    tracking: true,
    links: true,
    decoy: false,
    without: [] as string[],
    active: false,
  };
  const sent = (choices: (typeof choice | { draft: string })[], tracking = true): boolean =>
    rewrite(request({}), leases(lease()), {
      ...ON,
      tracking,
      choices: choices.map((one) => ({ ...choice, ...one })),
    }).sends[0]?.lease !== null;

  it("counts for the draft it belongs to", () => {
    assert.equal(sent([{ ...choice, draft: "msg-a:r1" as never, tracking: false }]), false);
    assert.equal(sent([{ ...choice, draft: "msg-a:r1" as never, tracking: true }], false), true);
  });

  it("of another window does not count", () => {
    assert.equal(sent([{ ...choice, draft: "msg-a:r2" as never, tracking: false }]), true);
  });

  it("of the active window counts while Gmail shows no draft id", () => {
    const other = { ...choice, key: "2", tracking: false };
    assert.equal(sent([{ ...choice, active: true }, other]), true);
    assert.equal(
      sent([
        { ...choice, active: true, tracking: false },
        { ...other, tracking: true },
      ]),
      false,
    );
  });

  it("that is off wins where two windows could be meant", () => {
    assert.equal(
      sent([
        { ...choice, active: true },
        { ...choice, key: "2", subject: "Lunch?", tracking: false },
      ]),
      false,
    );
  });
});
