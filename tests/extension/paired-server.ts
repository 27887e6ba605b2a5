/** A server that answers as a test says, and with which the browser is already paired. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserNotification } from "../../extension/lib/protocol/shapes/activity";
import type { Browser } from "./browser-api";
import { problem } from "./samples";

const CHANGE = /\/(claim|showing|mute|reminder|correction|revocation)$/;
const HTML_TYPE = { "Content-Type": "text/html" };
const JSON_TYPE = { "Content-Type": "application/json" };

export class PairedServer {
  readonly requests: { path: string; body: unknown }[] = [];
  /** The answer for each path, without its query; for any other path the server answers 503. */
  answers: Record<string, unknown> = {};
  /** For each path, the problem with which the server refuses a change; "away" stands for 503. */
  refusals: Record<string, string> = {};
  /** For each path, the status with which something in front of the server answers. */
  strangers: Record<string, number> = {};
  private readonly server: Server = createServer(
    (request, reply) => void this.hear(request, reply),
  );

  static async started(browser: Browser): Promise<PairedServer> {
    const made = new PairedServer();
    await new Promise<void>((done) => made.server.listen(0, "127.0.0.1", done));
    const { port } = made.server.address() as AddressInfo;
    browser.install();
    browser.stored.pairing = {
      server: `http://127.0.0.1:${port}`,
      token: "t",
      epoch: "one",
      account: {
        name: "Alice",
        email: "a@s.example",
        prefix: "abcdefgh",
        public_url: "",
        dashboard_url: "",
      },
    };
    return made;
  }

  stop(): Promise<unknown> {
    return new Promise((done) => this.server.close(done));
  }

  asked(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  private async hear(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const path = (request.url ?? "").replace("/api/extension/", "");
    this.requests.push({ path, body: text === "" ? null : JSON.parse(text) });
    const stranger = this.strangers[path];
    if (stranger !== undefined) reply.writeHead(stranger, HTML_TYPE).end("<h1>No</h1>");
    else if (CHANGE.test(path)) put(this.refusals[path], reply);
    else give(this.answers[path.split("?")[0] ?? ""], reply);
  }
}

function give(found: unknown, reply: ServerResponse): void {
  reply.writeHead(found === undefined ? 503 : 200, JSON_TYPE).end(JSON.stringify(found ?? {}));
}

function put(refusal: string | undefined, reply: ServerResponse): void {
  if (refusal === undefined) reply.writeHead(204).end();
  else
    reply
      .writeHead(refusal === "away" ? 503 : 409, JSON_TYPE)
      .end(JSON.stringify(problem(refusal)));
}

export function notification(changes: Partial<BrowserNotification> = {}): BrowserNotification {
  return {
    id: "1",
    kind: "first_open",
    message: "m1",
    text: "Bob opened it",
    subject: "Lunch",
    recipients: "Bob",
    at: "2026-01-02T11:00:00.000Z",
    gmail_thread_id: "1a2b3c4d5e6f",
    url: "https://s.example/messages/m1",
    ...changes,
  };
}
