/** What each answer to a paired browser means; only the server's own answer ends the pairing. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { ApiError, fetchAccount } from "../../../extension/worker/api";
import { Browser } from "../browser-api";
import { listen } from "../ports";
import { problem } from "../samples";

const ANSWERS: [string, number, string, Pick<ApiError, "kind" | "code" | "message">][] = [
  [
    "the pairing was ended",
    401,
    JSON.stringify(problem("revoked", "This browser is no longer paired. Connect it again.")),
    {
      kind: "revoked",
      code: "revoked",
      message: "This browser is no longer paired. Connect it again.",
    },
  ],
  [
    "a proxy in front of the server wants a password",
    401,
    "<h1>Who are you?</h1>",
    { kind: "lost", code: "http_401", message: "The server answered with status 401." },
  ],
  [
    "a proxy's problem details have a type of the same name",
    401,
    JSON.stringify({ type: "https://proxy.example/revoked", detail: "Begone." }),
    { kind: "lost", code: "http_401", message: "Begone." },
  ],
  [
    "the server refuses",
    409,
    JSON.stringify(problem("unsaved", "Try again in a moment.")),
    { kind: "refused", code: "unsaved", message: "Try again in a moment." },
  ],
  [
    "the path does not exist",
    404,
    JSON.stringify({ type: "about:blank", title: "Not Found", status: 404, detail: "No." }),
    { kind: "refused", code: "http_404", message: "No." },
  ],
  [
    "the server does not know its address yet",
    421,
    JSON.stringify({
      type: "about:blank",
      title: "Misdirected Request",
      status: 421,
      detail: "No.",
    }),
    { kind: "lost", code: "http_421", message: "No." },
  ],
  [
    "the server is asked too often",
    429,
    JSON.stringify(problem("too_many_requests", "Try again in 9 seconds.")),
    { kind: "lost", code: "too_many_requests", message: "Try again in 9 seconds." },
  ],
  [
    "the server fails",
    500,
    "null",
    { kind: "lost", code: "http_500", message: "The server answered with status 500." },
  ],
];

describe("An answer of the server", () => {
  let server = "";
  let next: [number, string] = [500, ""];
  const serving = createServer((_, reply) => void reply.writeHead(next[0]).end(next[1]));

  before(async () => {
    new Browser().install();
    server = `http://127.0.0.1:${await listen(serving)}`;
  });

  after(() => {
    serving.closeAllConnections();
    serving.close();
    return once(serving, "close");
  });

  for (const [what, status, body, expected] of ANSWERS) {
    it(`has the right kind, code and message when ${what}`, async () => {
      next = [status, body];
      await assert.rejects(fetchAccount({ server, token: "t" }), (error: unknown) => {
        assert.ok(error instanceof ApiError);
        const { kind, code, message } = error;
        assert.deepEqual({ kind, code, message }, expected);
        return true;
      });
    });
  }
});
