/** The worker's outbox of reports, with a stand-in for the server. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import type { Report } from "../../../extension/lib/protocol/shapes/mail";
import { handOut } from "../../../extension/worker/leases";
import { flush, keep } from "../../../extension/worker/outbox";
import { read } from "../../../extension/worker/store";
import type { Browser } from "../browser-api";
import { lease } from "../samples";
import type { SightlineServer } from "../sightline-server";
import { AT, report, taken, WorkerStage } from "./worker-stage";

let browser: Browser;
let server: SightlineServer;
let stage: WorkerStage;
const pair = (): Promise<string> => stage.pair();

beforeEach(async () => {
  stage = await WorkerStage.start();
  ({ browser, server } = stage);
});

afterEach(() => stage.stop());

const waiting = async (): Promise<readonly Report[]> =>
  (await read("outbox")).outbox.map((one) => one.report);

describe("A report", () => {
  it("reaches the server and leaves the outbox", async () => {
    const given = await taken(await pair());
    assert.equal(await keep({ kind: "sent", report: report(given) }, Date.now()), true);
    await flush();
    assert.equal(server.reports[0]?.lease, given.id);
    assert.deepEqual(await waiting(), []);
  });

  it("waits while the server is away, is not retried before it is due, and is sent once the server is back", async () => {
    const given = await taken(await pair());
    mock.timers.enable({ apis: ["Date"], now: Date.now() });
    await server.stop();
    await keep({ kind: "sent", report: report(given) }, Date.now());
    await flush();
    assert.equal((await waiting()).length, 1);
    assert.ok((browser.alarms.get("outbox")?.when ?? 0) > Date.now());
    await flush();
    assert.equal((await read("outbox")).outbox[0]?.tries, 1, "tried before its time");
    await server.start();
    await flush(true);
    assert.equal(server.reports.length, 1);
  });

  it("is tried again 5 seconds after the first failure, and then after 15, 30 and 60 seconds", async () => {
    const given = await taken(await pair());
    server.mode = "failing";
    await keep({ kind: "sent", report: report(given) }, Date.now());
    mock.timers.enable({ apis: ["Date"], now: Date.now() });
    for (const seconds of [5, 15, 30, 60]) {
      await flush(true);
      const next = (await read("outbox")).outbox[0] ?? assert.fail();
      assert.equal(next.due, Date.now() + seconds * 1000);
    }
  });

  it("is sent in its own request after two failures, so a failing report does not hold up the others", async () => {
    const epoch = await pair();
    const three = [await taken(epoch), await taken(epoch), await taken(epoch)];
    server.poison = three[0]?.id ?? null;
    mock.timers.enable({ apis: ["Date"], now: Date.now() });
    for (const given of three) await keep({ kind: "sent", report: report(given) }, Date.now());
    await flush(true);
    await flush(true);
    assert.deepEqual(server.reports, []);
    mock.timers.tick(15_000);
    await flush();
    await flush();
    assert.deepEqual(
      server.reports.map(({ lease }) => lease),
      three.slice(1).map(({ id }) => id),
    );
    assert.deepEqual(
      (await waiting()).map(({ lease }) => lease),
      [server.poison],
    );
  });

  it("is discarded after thirty days and two hundred tries, but not before", async () => {
    const given = await taken(await pair());
    mock.timers.enable({ apis: ["Date"], now: Date.now() });
    server.mode = "failing";
    await keep({ kind: "sent", report: report(given) }, Date.now());
    for (let tried = 0; tried < 200; tried++) await flush(true);
    mock.timers.tick(30 * 24 * 3600_000 - 1);
    await flush(true);
    assert.equal((await waiting()).length, 1);
    mock.timers.tick(1);
    await flush(true);
    assert.deepEqual(await waiting(), []);
  });

  it("is kept although this computer's clock is set forward by a year", async () => {
    const given = await taken(await pair());
    mock.timers.enable({ apis: ["Date"], now: Date.now() });
    server.mode = "failing";
    await keep({ kind: "sent", report: report(given) }, Date.now());
    mock.timers.tick(365 * 24 * 3600_000);
    await flush(true);
    assert.equal((await waiting()).length, 1);
    server.mode = "well";
    await flush(true);
    assert.equal(server.reports.length, 1);
  });

  it("is sent although this computer's clock was set back by a year after a try", async () => {
    const given = await taken(await pair());
    const now = Date.now();
    mock.timers.enable({ apis: ["Date"], now: now + 365 * 24 * 3600_000 });
    server.mode = "failing";
    await keep({ kind: "sent", report: report(given) }, Date.now());
    await flush();
    mock.timers.setTime(now);
    server.mode = "well";
    await flush();
    assert.equal(server.reports.length, 1);
  });

  it("is sent once, with Gmail's ids and the state “undone”, if all three arrive before it is sent", async () => {
    const given = await taken(await pair());
    const ids = {
      gmail_message_id: "183234eaadcf41e5",
      gmail_thread_id: "183234ce86ffa010",
      rfc822_message_id: "<a@b>",
    };
    await keep({ kind: "sent", report: report(given) }, Date.now());
    await keep({ kind: "ids", lease: given.id, ids, at: AT }, Date.now());
    await keep({ kind: "undone", lease: given.id, at: AT }, Date.now());
    await flush();
    assert.equal(server.reports.length, 1);
    assert.equal(server.reports[0]?.state, "undone");
    assert.equal(server.reports[0]?.gmail_message_id, ids.gmail_message_id);
  });

  it("is sent again if its mail is undone while the report is being sent", async () => {
    const given = await taken(await pair());
    await keep({ kind: "sent", report: report(given) }, Date.now());
    const first = flush();
    await keep({ kind: "undone", lease: given.id, at: AT }, Date.now());
    await first;
    await flush();
    assert.equal(server.reports.at(-1)?.state, "undone");
    assert.deepEqual(await waiting(), []);
  });

  it("is refused if its lease was not given to a page", async () => {
    await pair();
    assert.equal(await keep({ kind: "sent", report: report(lease()) }, Date.now()), false);
    assert.deepEqual(await waiting(), []);
  });

  it("is accepted even if 800 other leases were given to pages after its own lease", async () => {
    const epoch = await pair();
    const given = await taken(epoch);
    const { handed } = await read("handed");
    browser.stored.handed = [...handed, ...Array.from({ length: 800 }, () => lease())];
    await handOut(0, epoch);
    assert.equal(await keep({ kind: "sent", report: report(given) }, Date.now()), true);
  });

  it("is not sent when another account is paired", async () => {
    const given = await taken(await pair());
    server.mode = "failing";
    await keep({ kind: "sent", report: report(given) }, Date.now());
    const { pairing } = await read("pairing");
    browser.stored.pairing = { ...pairing, account: { ...pairing?.account, prefix: "bobbob12" } };
    server.mode = "well";
    await flush(true);
    assert.deepEqual(server.reports, []);
  });

  it("stays in the outbox when the server ends the pairing, and is sent after the next pairing", async () => {
    const given = await taken(await pair());
    server.revoked = true;
    await keep({ kind: "sent", report: report(given) }, Date.now());
    await flush();
    assert.equal((await read("pairing")).pairing, null);
    assert.equal((await read("revoked")).revoked, true);
    server.revoked = false;
    await pair();
    assert.equal(server.reports.length, 1);
  });

  it("stays in the outbox while the daily quota is used up, and is sent afterwards", async () => {
    const given = await taken(await pair());
    server.limitedUntil = new Date(Date.now() + 3600_000).toISOString();
    await keep({ kind: "sent", report: report(given) }, Date.now());
    await flush();
    assert.equal((await read("outbox")).outbox.length, 1);
    assert.equal((await read("link")).link.online, true);
    server.limitedUntil = "";
    await flush(true);
    assert.equal(server.reports.length, 1);
  });
});

describe("A lease", () => {
  it("counts only in the tab that got it", async () => {
    const epoch = await pair();
    const given = (await handOut(3, epoch, 7))[0] ?? assert.fail("no lease");
    const sent = { kind: "sent", report: report(given) } as const;
    assert.equal(await keep(sent, Date.now(), 8), false);
    assert.equal(await keep(sent, Date.now()), false);
    assert.deepEqual(await waiting(), []);
    assert.equal(await keep(sent, Date.now(), 7), true);
    assert.equal((await waiting()).length, 1);
  });

  it("counts for one draft, which may be sent again from another tab", async () => {
    const epoch = await pair();
    const given = (await handOut(3, epoch, 7))[0] ?? assert.fail("no lease");
    const first = report(given);
    assert.equal(await keep({ kind: "sent", report: first }, Date.now(), 7), true);
    const other = { ...first, draft_id: "msg-a:r666", subject: "Forged" };
    assert.equal(await keep({ kind: "sent", report: other }, Date.now(), 7), false);
    const forged = { ...first, pixel_token: "forged", subject: "Forged" };
    assert.equal(await keep({ kind: "sent", report: forged }, Date.now(), 7), false);
    const again = { ...first, subject: "Second thoughts" };
    assert.equal(await keep({ kind: "sent", report: again }, Date.now(), 8), true);
    assert.deepEqual(
      (await waiting()).map(({ subject }) => subject),
      ["Second thoughts"],
    );
  });
});
