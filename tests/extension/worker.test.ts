/** The worker's modules against a real HTTP server; only the browser itself is stood in for. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import type { Lease, MailIds, Report } from "../../extension/lib/protocol/shapes/mail";
import { refreshFeed, seen } from "../../extension/worker/feed";
import { handOut, refill } from "../../extension/worker/leases";
import { flush, keep } from "../../extension/worker/outbox";
import { pollPairing, startPairing, unpair } from "../../extension/worker/pairing";
import { answer } from "../../extension/worker/rpc";
import { read } from "../../extension/worker/store";
import { Browser } from "./browser-api";
import { lease } from "./samples";
import { SightlineServer } from "./standin";

const NO_IDS: MailIds = { gmail_message_id: null, gmail_thread_id: null, rfc822_message_id: null };
const AT = "2026-01-02T03:04:05.000Z";

let browser: Browser;
let server: SightlineServer;

beforeEach(async () => {
  browser = new Browser();
  browser.install();
  server = new SightlineServer();
  await server.start();
});

afterEach(() => {
  mock.timers.reset();
  return server.stop();
});

async function pair(): Promise<string> {
  await startPairing(server.url);
  server.allowed = true;
  await pollPairing();
  return (await read("pairing")).pairing?.epoch ?? assert.fail("not paired");
}

function report(given: Lease, changes: Partial<Report> = {}): Report {
  const alice = { address: "alice@sandbox.example", name: "Alice Arnold" };
  const people = { from: alice, to: [], cc: [], bcc: [], links: [] };
  const mail = { draft_id: "msg-a:r1", subject: "Lunch?", sent_at: AT, observed_at: AT };
  return {
    ...NO_IDS,
    ...people,
    ...mail,
    lease: given.id,
    pixel_token: given.pixel_token,
    state: "sent",
    ...changes,
  };
}

async function taken(epoch: string): Promise<Lease> {
  return (await handOut(0, epoch))[0] ?? assert.fail("no lease");
}

const waiting = async (): Promise<readonly Report[]> =>
  (await read("outbox")).outbox.map((one) => one.report);

describe("Leases", () => {
  it("are there as soon as Alice has paired", async () => {
    await pair();
    assert.equal((await read("leases")).leases.length, 50);
    assert.ok(browser.tabMessages > 0);
  });

  it("go to one page each, however many ask at once", async () => {
    const epoch = await pair();
    const given = await Promise.all(Array.from({ length: 20 }, () => handOut(0, epoch)));
    const ids = given.flat().map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("only fill up what a page lacks", async () => {
    const epoch = await pair();
    assert.equal((await handOut(3, epoch)).length, 1);
    assert.equal((await handOut(9, epoch)).length, 0);
  });

  it("of an older pairing are not given", async () => {
    await pair();
    assert.deepEqual(await handOut(0, "another"), []);
  });

  it("that were asked for by a pairing which ended meanwhile stay out of the next one's pool", async () => {
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

  it("that would soon expire are thrown away", async () => {
    const epoch = await pair();
    const soon = Math.floor(Date.now() / 1000) + 24 * 3600;
    browser.stored.leases = [lease({ expires_at: soon })];
    assert.deepEqual(await handOut(0, epoch), []);
    assert.deepEqual((await read("leases")).leases, []);
  });

  it("are fetched again when few are left, and not twice at once", async () => {
    const epoch = await pair();
    for (let at = 0; at < 6; at++) await handOut(0, epoch);
    await Promise.all([refill(), refill(), refill()]);
    assert.equal((await read("leases")).leases.length, 50);
  });

  for (const mode of ["failing", "garbage"] as const) {
    it(`stay as they are while the server is ${mode}, and the windows say so`, async () => {
      await pair();
      browser.stored.leases = [];
      server.mode = mode;
      await refill();
      assert.deepEqual((await read("leases")).leases, []);
      assert.equal((await read("link")).link.online, false);
    });
  }
});

describe("A report", () => {
  it("reaches the server, and leaves the outbox", async () => {
    const given = await taken(await pair());
    assert.equal(await keep({ kind: "sent", report: report(given) }, Date.now()), true);
    await flush();
    assert.equal(server.reports[0]?.lease, given.id);
    assert.deepEqual(await waiting(), []);
  });

  it("waits while the server is away, and an alarm brings it again", async () => {
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

  it("waits longer after each failure", async () => {
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

  it("goes alone once it has failed twice: one that breaks the server holds up no other", async () => {
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

  it("is given up after thirty days, and not before", async () => {
    const given = await taken(await pair());
    mock.timers.enable({ apis: ["Date"], now: Date.now() });
    server.mode = "failing";
    await keep({ kind: "sent", report: report(given) }, Date.now());
    mock.timers.tick(30 * 24 * 3600_000 - 1);
    await flush(true);
    assert.equal((await waiting()).length, 1);
    mock.timers.tick(1);
    await flush(true);
    assert.deepEqual(await waiting(), []);
  });

  it("gets Gmail's ids when they come, and keeps them after an undo", async () => {
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

  it("that comes while an older one is on its way is sent as well", async () => {
    const given = await taken(await pair());
    await keep({ kind: "sent", report: report(given) }, Date.now());
    const first = flush();
    await keep({ kind: "undone", lease: given.id, at: AT }, Date.now());
    await first;
    await flush();
    assert.equal(server.reports.at(-1)?.state, "undone");
    assert.deepEqual(await waiting(), []);
  });

  it("about a lease that was never given out is not believed", async () => {
    await pair();
    assert.equal(await keep({ kind: "sent", report: report(lease()) }, Date.now()), false);
    assert.deepEqual(await waiting(), []);
  });

  it("of a page that was open while two hundred others came and went is believed", async () => {
    const epoch = await pair();
    const given = await taken(epoch);
    const { handed } = await read("handed");
    browser.stored.handed = [...handed, ...Array.from({ length: 800 }, () => lease())];
    await handOut(0, epoch);
    assert.equal(await keep({ kind: "sent", report: report(given) }, Date.now()), true);
  });

  it("is never given to another account", async () => {
    const given = await taken(await pair());
    server.mode = "failing";
    await keep({ kind: "sent", report: report(given) }, Date.now());
    const { pairing } = await read("pairing");
    browser.stored.pairing = { ...pairing, account: { ...pairing?.account, prefix: "bobbob12" } };
    server.mode = "well";
    await flush(true);
    assert.deepEqual(server.reports, []);
  });

  it("survives the end of the pairing on the server, for the next one", async () => {
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
});

describe("Pairing", () => {
  it("shows the code, waits, and ends with the account", async () => {
    await startPairing(server.url);
    assert.equal((await read("pending")).pending?.user_code, "ABCD-EFGH");
    await pollPairing();
    assert.equal((await read("pairing")).pairing, null);
    server.allowed = true;
    await Promise.all([pollPairing(), pollPairing()]);
    assert.equal((await read("pairing")).pairing?.account.name, "Alice Arnold");
    assert.equal((await read("pending")).pending, null);
  });

  it("says in a sentence that nobody answers", async () => {
    await server.stop();
    await startPairing(server.url);
    assert.match((await read("problem")).problem ?? "", /^No Sightline server responds at http/);
    await server.start();
  });

  it("keeps Alice's own looks out from then on, and after its end too", async () => {
    await pair();
    await unpair();
    assert.equal(
      browser.rules[0]?.condition.urlFilter,
      `//${new URL(server.url).host}/p/alice123/`,
    );
  });

  it("leaves nothing of the account behind when she ends it", async () => {
    await pair();
    await refreshFeed();
    await unpair();
    const { pairing, leases, feed, handed } = await read("pairing", "leases", "feed", "handed");
    assert.deepEqual(
      { pairing, leases, feed, handed },
      { pairing: null, leases: [], feed: null, handed: [] },
    );
    assert.equal(browser.badge, "");
  });
});

describe("The badge", () => {
  it("counts unseen opens until they are seen", async () => {
    await pair();
    await refreshFeed();
    assert.equal(browser.badge, "1");
    await seen();
    assert.equal(browser.badge, "");
  });
});

describe("The worker's desk", () => {
  const gmail = { id: "sightline", url: "https://mail.google.com/mail/u/0/", frameId: 0 };
  const popup = { id: "sightline", url: "chrome-extension://sightline/popup/popup.html" };
  const refused: [string, object, object][] = [
    ["a name it does not know", { name: "toString" }, popup],
    ["no name at all", {}, popup],
    ["another extension", { name: "window/overview" }, { ...popup, id: "other" }],
    ["Gmail, about the windows' things", { name: "window/overview" }, gmail],
    ["a frame inside Gmail", { name: "page/need" }, { ...gmail, frameId: 7 }],
    ["another site", { name: "page/need" }, { ...gmail, url: "https://mail.google.com.example/" }],
  ];
  for (const [who, message, sender] of refused) {
    it(`does not answer ${who}`, () =>
      assert.equal(answer(message, sender as chrome.runtime.MessageSender), undefined));
  }

  it("tells a window everything but the token", async () => {
    await pair();
    const told = JSON.stringify(
      await answer({ name: "window/overview" }, popup as chrome.runtime.MessageSender),
    );
    assert.ok(told.includes("alice@sandbox.example"));
    assert.ok(!told.includes("alices-token"));
  });

  it("refuses a malformed report", async () => {
    await assert.rejects(
      answer(
        { name: "page/change", change: { kind: "sent" } },
        gmail as chrome.runtime.MessageSender,
      ) ?? Promise.resolve(),
    );
  });
});
