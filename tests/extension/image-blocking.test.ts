/** The server is asked which recipients usually block images, as rarely as possible. */
import assert from "node:assert/strict";
import { beforeEach, describe, it, mock } from "node:test";
import { ImageBlocking } from "../../extension/gmail/compose/image-blocking";
import type { ImageBlockingByAddress } from "../../extension/lib/protocol/shapes/activity";

const BOB = "bob@example.org";
const CHARLIE = "charlie@example.com";

let asked: string[][];
let learned: number;
let answer: () => Promise<ImageBlockingByAddress>;
let imageBlocking: ImageBlocking;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  asked = [];
  learned = 0;
  answer = async () => ({ [BOB]: { images: "usually off" }, [CHARLIE]: { images: "on" } });
  imageBlocking = new ImageBlocking(
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

describe("Whether recipients block images", () => {
  it("is requested once for two recipients after a pause, and announced when it is known", async () => {
    for (let key = 0; key < 5; key++) assert.deepEqual(imageBlocking.blocking([BOB, CHARLIE]), []);
    assert.deepEqual(asked, []);
    await later(300);
    assert.deepEqual([asked, learned], [[[BOB, CHARLIE]], 1]);
    assert.deepEqual(imageBlocking.blocking([BOB, CHARLIE]), [BOB]);
    await later(60_000);
    assert.equal(asked.length, 1);
  });

  it("is requested only for the recipient that was added", async () => {
    imageBlocking.blocking([BOB]);
    await later(300);
    imageBlocking.blocking([BOB, CHARLIE]);
    await later(300);
    assert.deepEqual(asked, [[BOB], [CHARLIE]]);
  });

  it("is requested once, 300 ms after the last change to the recipients", async () => {
    imageBlocking.blocking([BOB]);
    await later(200);
    imageBlocking.blocking([BOB, CHARLIE]);
    await later(200);
    assert.deepEqual(asked, []);
    await later(100);
    assert.deepEqual(asked, [[BOB, CHARLIE]]);
  });

  it("stays unknown, and is not requested again within a minute, if the server does not answer", async () => {
    answer = () => Promise.reject(new Error("away"));
    imageBlocking.blocking([BOB]);
    await later(300);
    assert.deepEqual(imageBlocking.blocking([BOB]), []);
    await later(60_000);
    assert.deepEqual([imageBlocking.blocking([BOB]), asked.length], [[], 1]);
  });
});
