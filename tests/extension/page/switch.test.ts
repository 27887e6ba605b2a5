/** Which compose window a mail is sent from, and whether its switch is on. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "../../../extension/gmail/sending/rewrite";
import { lease, leases, ON, request } from "../samples";

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

  it("applies to the draft in its window, whether the switch is on or off", () => {
    assert.equal(sent([{ ...choice, draft: "msg-a:r1" as never, tracking: false }]), false);
    assert.equal(sent([{ ...choice, draft: "msg-a:r1" as never, tracking: true }], false), true);
  });

  it("does not apply to a draft in another window", () => {
    assert.equal(sent([{ ...choice, draft: "msg-a:r2" as never, tracking: false }]), true);
  });

  it("applies if its window is the active one while Gmail shows no draft id", () => {
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

  it("counts as off if it is off in either of two possible windows", () => {
    assert.equal(
      sent([
        { ...choice, active: true },
        { ...choice, key: "2", subject: "Lunch?", tracking: false },
      ]),
      false,
    );
  });
});
