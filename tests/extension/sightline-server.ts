/** An HTTP server that stands in for Sightline. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { FoundMarks, Lease, Report } from "../../extension/lib/protocol/shapes/mail";
import { listen, listenToReturn } from "./ports";
import { lease, problem } from "./samples";

export type Mode = "well" | "slow" | "failing" | "garbage";

export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const CHANGE = /^seen$|\/(claim|showing|mute|correction|revocation)$/;

type Reply = number | string;

export class SightlineServer {
  readonly reports: Report[] = [];
  readonly proofs: FoundMarks[] = [];
  /** The answers to the steps of individual copies, each a status code or a state of the copies. */
  copies = { hold: "held" as Reply, release: [] as Reply[], stop: [] as Reply[] };
  /** Method and path of each request. */
  readonly asked: string[] = [];
  /** Every lease that was given, in one list per answer. */
  readonly given: Lease[][] = [];
  /** If it is a promise, the server sends leases only after it is settled. */
  held: Promise<void> | null = null;
  /** A report with this lease makes the server fail, and with it every report in the same request. */
  poison: string | null = null;
  mode: Mode = "well";
  /** By how many milliseconds the server's clock is ahead of this computer's. */
  ahead = 0;
  /** For how many seconds a lease is valid. */
  lifeS = 90 * 24 * 3600;
  allowed = false;
  revoked = false;
  /** When the used-up daily quota starts again; "" while there is some left. */
  limitedUntil = "";
  url = "";
  private server: Server | null = null;

  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.answer(request, response));
    const before = this.url === "" ? null : Number(new URL(this.url).port);
    const port = await (before ? listen(this.server, before) : listenToReturn(this.server));
    this.url = `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    this.server?.close();
    if (this.server !== null) await once(this.server, "close");
    this.server = null;
  }

  /** The newest state of the report with this subject. */
  reportOf(subject: string): Report | undefined {
    return this.reports.filter((report) => report.subject === subject).at(-1);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await bytesOf(request)).toString();
    this.asked.push(`${request.method} ${request.url}`);
    if (this.mode === "slow") await new Promise((resolve) => setTimeout(resolve, 30_000).unref());
    if (this.mode === "failing") return void response.writeHead(500).end("no");
    if (this.mode === "garbage") return void response.writeHead(200).end("<html>hello</html>");
    if (request.url?.endsWith("/leases")) await this.held;
    const [status, value] = this.reply(
      `${request.method} ${request.url}`,
      body === "" ? {} : JSON.parse(body),
    );
    response
      .writeHead(status, {
        "Content-Type": "application/json",
        "Sightline-Api": `1;now=${Math.floor((Date.now() + this.ahead) / 1000)}`,
      })
      .end(value === null ? "" : JSON.stringify(value));
  }

  private reply(asked: string, given: Record<string, unknown>): [number, unknown] {
    const [method, path] = asked.replace("/api/extension/", "").split(/[ ?]/);
    if (path === "pairings") return [201, this.offer()];
    if (path === "pairings/token") {
      if (this.allowed) return [200, { token: "alices-token", account: this.account() }];
      return [400, problem("authorization_pending", "Not yet.")];
    }
    const refusal = this.refusal(path);
    if (refusal !== null) return refusal;
    if (path === "leases") return [200, { leases: this.leases(Number(given.count)) }];
    if (path === "reports" && isIn(given.reports as Report[], this.poison)) return [500, null];
    if (path === "reports") return [200, { results: this.take(given.reports as Report[]) }];
    if (path === "proofs") return this.prove(given as FoundMarks);
    if (path === "feed") return [200, this.feed()];
    if (path?.startsWith("copies")) return this.copy(path);
    return this.rest(method, path);
  }

  private refusal(path: string | undefined): [number, unknown] | null {
    if (this.revoked) return [401, problem("revoked", "This browser was disconnected.")];
    if (this.limitedUntil === "" || !(path === "leases" || path === "reports")) return null;
    return [429, { ...problem("quota_reached"), limit: 2000, until: this.limitedUntil }];
  }

  private rest(method: string | undefined, path: string | undefined): [number, unknown] {
    if (path === "account") return [200, this.account()];
    if (method === "POST" && path?.endsWith("/reminder")) return [200, { remind_at: null }];
    return method === "POST" && path !== undefined && CHANGE.test(path)
      ? [204, null]
      : [404, problem("absent", "No such page.")];
  }

  private copy(path: string): [number, unknown] {
    const { hold, release, stop } = this.copies;
    const given = path === "copies" ? hold : (path.endsWith("/release") ? release : stop).shift();
    const copy = { address: "bob@x.example", name: "Bob", state: "waiting", failure: "" };
    // A 403 stands for a refusal by a proxy in front of the server.
    const said = given === 403 ? null : problem(given === 404 ? "not_found" : "unsaved");
    if (typeof given === "number") return [given, said];
    return [200, { id: "set-1", state: given ?? "released", copies: [copy] }];
  }

  private offer(): object {
    const verify_url = `${this.url}/pair`;
    return { device_code: "d", user_code: "ABCD-EFGH", verify_url, expires_in: 600, interval: 1 };
  }

  private account(): object {
    const email = "alice@sandbox.example";
    return {
      name: "Alice Arnold",
      email,
      prefix: "alice123",
      public_url: this.url,
      dashboard_url: `${this.url}/messages`,
    };
  }

  askedFor(path: string): number {
    return this.asked.filter((asked) => asked.endsWith(`/${path}`)).length;
  }

  private leases(count: number): object[] {
    const expires_at = Math.floor((Date.now() + this.ahead) / 1000) + this.lifeS;
    const here = (url: string): string => url.replace("https://track.example.com", this.url);
    const made = Array.from({ length: count }, () => lease({ expires_at })).map((one) => ({
      ...one,
      pixel_url: here(one.pixel_url),
      decoy_url: here(one.decoy_url ?? ""),
      link_base: here(one.link_base),
    }));
    this.given.push(made);
    return made;
  }

  private take(reports: Report[]): object[] {
    this.reports.push(...reports);
    return reports.map((report) => ({ lease: report.lease, status: "stored" }));
  }

  /** Accepts a proof only if its mail was reported. */
  private prove(found: FoundMarks): [number, unknown] {
    if (!this.reports.some(({ lease }) => lease === found.lease))
      return [404, problem("not_found", "No such mail.")];
    this.proofs.push(found);
    return [204, null];
  }

  private feed(): object {
    const now = Date.now();
    const at = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
    const item = (id: string, changes: object): object => ({
      id,
      subject: "Lunch on Thursday?",
      recipients: "Bob",
      sent_at: at(95),
      state: "sent",
      opens: 0,
      clicks: 0,
      first_open_at: null,
      last_open_at: null,
      last_activity_at: null,
      certainty: null,
      unseen: false,
      muted: false,
      remind_at: null,
      proof: null,
      gmail_message_id: null,
      gmail_thread_id: null,
      rfc822_message_id: null,
      url: `${this.url}/messages/${id}`,
      ...changes,
    });
    const opened = {
      opens: 2,
      first_open_at: at(9),
      last_open_at: at(3.5),
      last_activity_at: at(3.5),
    };
    const messages = [
      item("1", { ...opened, unseen: true, certainty: "likely_person" }),
      item("2", {
        ...opened,
        subject: "Offer for the new roof, second version with the drawings",
        recipients: "Charlie and 2 more",
        clicks: 1,
        last_activity_at: at(64),
        certainty: "person",
        sent_at: at(60 * 26),
      }),
      item("3", { subject: "Minutes of the meeting", recipients: "Bob and 1 more" }),
      item("4", { subject: "Happy birthday", state: "scheduled", recipients: "Charlie" }),
      item("5", { subject: "", state: "undone", recipients: "Bob" }),
    ];
    return { messages, unseen: 1, now: at(0) };
  }
}

function isIn(reports: readonly Report[], lease: string | null): boolean {
  return reports.some((report) => report.lease === lease);
}
