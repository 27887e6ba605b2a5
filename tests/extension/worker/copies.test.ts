/** The worker sends individual copies in two steps, and knows whether the server has accepted them. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Copies, CopyRequest, Sending } from "../../../extension/lib/protocol/shapes/copies";
import { answer } from "../../../extension/worker/rpc";
import type { SightlineServer } from "../sightline-server";
import { WorkerStage } from "./worker-stage";

const WISH: CopyRequest = {
  draft: "msg-a:r1",
  message: "183234ce86ffa010",
  subject: "Lunch?",
  recipients: ["bob@x.example", "charlie@x.example"],
  textDigest: "00",
  links: true,
  without: [],
};

let server: SightlineServer;
let stage: WorkerStage;

beforeEach(async () => {
  stage = await WorkerStage.start();
  ({ server } = stage);
  await stage.pair();
});

afterEach(() => stage.stop());

function ask(question: object): Promise<unknown> | undefined {
  const sender = { id: chrome.runtime.id, url: "https://mail.google.com/mail/u/0/", frameId: 0 };
  return answer(question, sender as never);
}

function press(request: unknown = WISH): Promise<Sending> {
  return ask({ name: "page/copies", request }) as Promise<Sending>;
}

function stop(): Promise<Copies | null> {
  return ask({ name: "page/copies/stop", draft: WISH.draft }) as Promise<Copies | null>;
}

const steps = (): string[] =>
  server.asked
    .filter((asked) => asked.includes("/copies"))
    .map((asked) => asked.replace("/api/extension", ""));

describe("Individual copies", () => {
  it("are first held and then released", async () => {
    assert.equal((await press()).kind, "taken");
    assert.deepEqual(steps(), ["POST /copies", "POST /copies/set-1/release"]);
  });

  it("are not released again if the server has already released them", async () => {
    server.copies.hold = "released";
    assert.equal((await press()).kind, "taken");
    assert.deepEqual(steps(), ["POST /copies"]);
  });

  it("are refused if the server refuses the first step or is away", async () => {
    server.copies.hold = 409;
    assert.deepEqual(await press(), { kind: "refused", code: "unsaved" });
    server.copies.hold = 503;
    assert.deepEqual(await press(), { kind: "refused", code: "away" });
    await server.stop();
    assert.deepEqual(await press(), { kind: "refused", code: "away" });
    await server.start();
  });

  it("are accepted when the second request to release them succeeds", async () => {
    server.copies.release = [503, "released"];
    assert.equal((await press()).kind, "taken");
    assert.equal(steps().length, 3);
  });

  it("are unknown after three failed requests to release them", async () => {
    server.copies.release = [503, 503, 503];
    assert.deepEqual(await press(), { kind: "unknown" });
  });

  it("are unknown if a proxy in front of the server refuses the request to release them", async () => {
    server.copies.release = [503, 403, 403];
    assert.deepEqual(await press(), { kind: "unknown" });
  });

  it("are refused if the server refuses to release them", async () => {
    server.copies.release = [409];
    assert.deepEqual(await press(), { kind: "refused", code: "unsaved" });
  });

  it("are stopped at the third request, unknown after three failures, and none after a 404", async () => {
    server.copies.stop = [503, 503];
    assert.equal((await stop())?.copies.length, 1);
    server.copies.stop = [503, 503, 503];
    assert.equal(await stop(), null);
    server.copies.stop = [404];
    assert.deepEqual((await stop())?.copies, []);
  });

  it("are not requested by a malformed message", async () => {
    await assert.rejects(press({ ...WISH, recipients: "bob" }));
    assert.deepEqual(steps(), []);
  });
});
