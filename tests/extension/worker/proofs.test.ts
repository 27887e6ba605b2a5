/** The marks that were found in a sent copy are sent to the server as a proof. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Report } from "../../../extension/lib/protocol/shapes/mail";
import { deliverProofs, keepProof } from "../../../extension/worker/proofs";
import { answer } from "../../../extension/worker/rpc";
import { read } from "../../../extension/worker/store";
import type { SightlineServer } from "../sightline-server";
import { WorkerStage } from "./worker-stage";

const FOUND = { lease: "11111111-2222-4333-8444-555555555555", pixel: true, links: 1, of: 2 };
const GMAIL = { id: "sightline", url: "https://mail.google.com/mail/u/0/", frameId: 0 };

describe("A proof", () => {
  let server: SightlineServer;
  let stage: WorkerStage;

  beforeEach(async () => {
    stage = await WorkerStage.start();
    ({ server } = stage);
    await stage.pair();
  });
  afterEach(() => stage.stop());

  const reported = (): void => void server.reports.push({ lease: FOUND.lease } as Report);
  const waiting = async (): Promise<number> => (await read("proofs")).proofs.length;

  it("is sent once and then forgotten", async () => {
    reported();
    await keepProof(FOUND);
    await deliverProofs();
    await deliverProofs();
    assert.deepEqual(server.proofs, [FOUND]);
    assert.equal(await waiting(), 0);
  });

  it("waits until the server has the report of its mail", async () => {
    await keepProof(FOUND);
    await deliverProofs();
    assert.deepEqual([server.proofs.length, await waiting()], [0, 1]);
    reported();
    await deliverProofs();
    assert.deepEqual([server.proofs.length, await waiting()], [1, 0]);
  });

  it("waits, however long, until the browser is connected again", async () => {
    reported();
    await keepProof(FOUND);
    server.revoked = true;
    for (let round = 0; round < 30; round++) await deliverProofs();
    assert.equal(await waiting(), 1);
    server.revoked = false;
    await stage.pair();
    await deliverProofs();
    assert.deepEqual(server.proofs, [FOUND]);
  });

  it("is discarded after twenty tries if the server never gets the report of its mail", async () => {
    await keepProof(FOUND);
    for (let tried = 0; tried < 19; tried++) await deliverProofs();
    assert.equal(await waiting(), 1);
    await deliverProofs();
    assert.equal(await waiting(), 0);
  });

  it("is kept, however long, while something in front of the server answers in its place", async () => {
    reported();
    await keepProof(FOUND);
    server.mode = "garbage";
    for (let round = 0; round < 30; round++) await deliverProofs();
    assert.equal(await waiting(), 1);
    server.mode = "well";
    await deliverProofs();
    assert.deepEqual(server.proofs, [FOUND]);
  });

  it("replaces an older one of the same mail", async () => {
    await keepProof({ ...FOUND, pixel: false });
    await keepProof(FOUND);
    reported();
    await deliverProofs();
    assert.deepEqual(server.proofs, [FOUND]);
  });

  it("is accepted only from a Gmail page and only if well-formed", async () => {
    const ask = { name: "page/proof", found: FOUND };
    assert.equal(answer(ask, { ...GMAIL, url: "https://evil.example/" }), undefined);
    await assert.rejects(
      answer({ ...ask, found: { ...FOUND, links: "1" } }, GMAIL) ?? assert.fail(),
    );
    assert.equal(await waiting(), 0);
    assert.equal(await answer(ask, GMAIL), true);
  });
});
