/** Where pictures are usually off: asked as seldom as can be, and never in anybody's way. */
import assert from "node:assert/strict";
import { beforeEach, describe, it, mock } from "node:test";
import { Outlooks } from "../../extension/gmail/compose/image-blocking";
import type { Outlook } from "../../extension/lib/protocol/shapes/activity";

const BOB = "bob@example.org";
const CHARLIE = "charlie@example.com";

let asked: string[][];
let learned: number;
let answer: () => Promise<Outlook>;
let outlooks: Outlooks;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  asked = [];
  learned = 0;
  answer = async () => ({ [BOB]: { images: "usually off" }, [CHARLIE]: { images: "on" } });
  outlooks = new Outlooks(
    (recipients) => {
      asked.push(recipients);
      return answer();
    },
    () => {
      learned++;
    },
  );
});

async function later(ms: number): Promise<void> {
  mock.timers.tick(ms);
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

describe("What is known of the readers' pictures", () => {
  it("is asked once for all of them, after a pause, and told when it is there", async () => {
    for (let key = 0; key < 5; key++) assert.deepEqual(outlooks.dark([BOB, CHARLIE]), []);
    assert.deepEqual(asked, []);
    await later(300);
    assert.deepEqual([asked, learned], [[[BOB, CHARLIE]], 1]);
    assert.deepEqual(outlooks.dark([BOB, CHARLIE]), [BOB]);
    await later(60_000);
    assert.equal(asked.length, 1);
  });

  it("is asked of the new one only when somebody is added", async () => {
    outlooks.dark([BOB]);
    await later(300);
    outlooks.dark([BOB, CHARLIE]);
    await later(300);
    assert.deepEqual(asked, [[BOB], [CHARLIE]]);
  });

  it("is not asked for each change of a list that is just being written", async () => {
    outlooks.dark([BOB]);
    await later(200);
    outlooks.dark([BOB, CHARLIE]);
    await later(200);
    assert.deepEqual(asked, []);
    await later(100);
    assert.deepEqual(asked, [[BOB, CHARLIE]]);
  });

  it("stays unknown for a while where nobody answers", async () => {
    answer = () => Promise.reject(new Error("away"));
    outlooks.dark([BOB]);
    await later(300);
    assert.deepEqual(outlooks.dark([BOB]), []);
    await later(60_000);
    assert.deepEqual([outlooks.dark([BOB]), asked.length], [[], 1]);
  });
});
