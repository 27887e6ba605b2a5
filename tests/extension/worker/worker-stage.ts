/** The worker with stand-ins for the browser's interfaces and for the server. */
import assert from "node:assert/strict";
import { mock } from "node:test";
import type { Lease, MailIds, Report } from "../../../extension/lib/protocol/shapes/mail";
import { handOut } from "../../../extension/worker/leases";
import { pollPairing, startPairing } from "../../../extension/worker/pairing";
import { read } from "../../../extension/worker/store";
import { Browser } from "../browser-api";
import { SightlineServer } from "../sightline-server";

const NO_IDS: MailIds = { gmail_message_id: null, gmail_thread_id: null, rfc822_message_id: null };
export const AT = "2026-01-02T03:04:05.000Z";

export class WorkerStage {
  readonly browser = new Browser();
  readonly server = new SightlineServer();

  static async start(): Promise<WorkerStage> {
    const stage = new WorkerStage();
    stage.browser.install();
    await stage.server.start();
    return stage;
  }

  stop(): Promise<void> {
    mock.timers.reset();
    return this.server.stop();
  }

  /** Pairs the browser with the server, and returns the pairing's epoch. */
  async pair(): Promise<string> {
    await startPairing(this.server.url);
    this.server.allowed = true;
    await pollPairing();
    return (await read("pairing")).pairing?.epoch ?? assert.fail("not paired");
  }
}

/** One lease, as a page gets it. */
export async function taken(epoch: string): Promise<Lease> {
  return (await handOut(0, epoch))[0] ?? assert.fail("no lease");
}

/** The report of a mail that was sent with `given`. */
export function report(given: Lease, changes: Partial<Report> = {}): Report {
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
