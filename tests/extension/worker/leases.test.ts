/** The worker's pool of leases, with a stand-in for the server. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { handOut, refill } from "../../../extension/worker/leases";
import { pageState } from "../../../extension/worker/page-state";
import { pollPairing, startPairing, unpair } from "../../../extension/worker/pairing";
import { read } from "../../../extension/worker/store";
import type { Browser } from "../browser-api";
import { lease } from "../samples";
import type { SightlineServer } from "../sightline-server";
import { WorkerStage } from "./worker-stage";

let browser: Browser;
let server: SightlineServer;
let stage: WorkerStage;
const pair = (): Promise<string> => stage.pair();

beforeEach(async () => {
  stage = await WorkerStage.start();
  ({ browser, server } = stage);
});

afterEach(() => stage.stop());

describe("Leases", () => {
  it("are fetched, and announced to the pages, when Alice has paired", async () => {
    await pair();
    assert.equal((await read("leases")).leases.length, 50);
    assert.ok(browser.tabMessages > 0);
  });

  it("are each given to one page even if twenty pages ask at the same time", async () => {
    const epoch = await pair();
    const given = await Promise.all(Array.from({ length: 20 }, () => handOut(0, epoch)));
    const ids = given.flat().map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("are given only up to the number that a page lacks", async () => {
    const epoch = await pair();
    assert.equal((await handOut(3, epoch)).length, 1);
    assert.equal((await handOut(9, epoch)).length, 0);
  });

  it("from an older pairing are not given to pages", async () => {
    await pair();
    assert.deepEqual(await handOut(0, "another"), []);
  });

  it("requested by a pairing that has ended are not put into the pool of the next pairing", async () => {
    await pair();
    browser.stored.leases = [];
    let letGo = (): void => {};
    server.held = new Promise((resolve) => {
      letGo = resolve;
    });
    const filling = refill();
    await unpair();
    server.allowed = false;
    await startPairing(server.url);
    server.allowed = true;
    const paired = pollPairing();
    while ((await read("pairing")).pairing === null) await new Promise(setImmediate);
    letGo();
    await Promise.all([filling, paired]);
    const late = server.given[1] ?? assert.fail("no leases were asked for");
    const pool = (await read("leases")).leases.map(({ id }) => id);
    assert.deepEqual(
      late.filter(({ id }) => pool.includes(id)),
      [],
    );
  });

  it("that expire within a day are discarded", async () => {
    const epoch = await pair();
    const soon = Math.floor(Date.now() / 1000) + 24 * 3600;
    browser.stored.leases = [lease({ expires_at: soon })];
    assert.deepEqual(await handOut(0, epoch), []);
    assert.deepEqual((await read("leases")).leases, []);
  });

  it("are filled up to fifty even if three refills run at the same time", async () => {
    const epoch = await pair();
    for (let at = 0; at < 6; at++) await handOut(0, epoch);
    await Promise.all([refill(), refill(), refill()]);
    assert.equal((await read("leases")).leases.length, 50);
  });

  for (const mode of ["failing", "garbage"] as const) {
    it(`are not fetched from a broken server, and the worker counts as offline (server: ${mode})`, async () => {
      await pair();
      browser.stored.leases = [];
      server.mode = mode;
      await refill();
      assert.deepEqual((await read("leases")).leases, []);
      assert.equal((await read("link")).link.online, false);
    });
  }

  for (const years of [1, -1])
    it(`are judged by the server's clock, which is ${years} year ahead of this computer's`, async () => {
      server.ahead = years * 365 * 24 * 3600_000;
      const epoch = await pair();
      assert.equal((await read("leases")).leases.length, 50);
      assert.equal(Math.round((await read("ahead")).ahead / server.ahead), -1);
      assert.equal((await handOut(0, epoch)).length, 4);
      assert.equal(server.askedFor("leases"), 1);
    });

  it("that help nobody are not asked for again and again", async () => {
    await pair();
    browser.stored.leases = [];
    server.lifeS = 3600; // as if no clock could be right
    const before = server.askedFor("leases");
    const told = browser.tabMessages;
    for (let round = 0; round < 50; round++) await refill();
    assert.equal(server.askedFor("leases") - before, 1);
    assert.equal(browser.tabMessages, told, "pages that are told ask again");
  });

  it("are asked for once, and pages are left alone, while the server fails", async () => {
    await pair();
    browser.stored.leases = [];
    server.mode = "failing";
    await refill();
    const told = browser.tabMessages;
    const before = server.askedFor("leases");
    for (let round = 0; round < 50; round++) await refill();
    assert.deepEqual([server.askedFor("leases"), browser.tabMessages], [before, told]);
  });

  it("run out when the daily quota is used up: pages learn it, and mails are not called offline", async () => {
    const epoch = await pair();
    browser.stored.leases = [];
    server.limitedUntil = new Date(Date.now() + 3600_000).toISOString();
    const told = browser.tabMessages;
    await refill();
    assert.ok(browser.tabMessages > told);
    assert.equal((await read("link")).link.online, true);
    assert.equal((await read("quota")).quota?.until, server.limitedUntil);
    const state = await pageState(0, epoch, 1);
    assert.deepEqual([state.paired, state.limited, state.leases], [true, true, []]);
    server.limitedUntil = "";
    await refill();
    assert.equal((await pageState(0, epoch, 1)).limited, false);
    const { quota } = await read("quota");
    assert.ok(
      quota && quota.since <= quota.until,
      "the popup still knows why mails were not tracked",
    );
    assert.equal((await read("leases")).leases.length, 50 - 4);
  });

  it("are dropped with a badge that asks for attention when the server ends the pairing", async () => {
    const epoch = await pair();
    browser.stored.leases = [];
    server.revoked = true;
    await refill();
    const state = await pageState(0, epoch, 1);
    assert.deepEqual([state.paired, state.leases, browser.badge], [false, [], "!"]);
    server.revoked = false;
    await pair();
    assert.equal(browser.badge, "1"); // the number of unseen opens again
  });
});
