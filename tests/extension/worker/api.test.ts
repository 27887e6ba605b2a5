/** What each answer to a paired browser means. Only our own server's word counts, whoever else answers. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, beforeEach, describe, it } from "node:test";
import { reportShown, setMute } from "../../../extension/worker/activity-api";
import { fetchAccount, setReminder } from "../../../extension/worker/api";
import { ApiError } from "../../../extension/worker/http";
import { read } from "../../../extension/worker/store";
import { Browser } from "../browser-api";
import { listen } from "../ports";
import { problem } from "../samples";

type Headers = Record<string, string>;
type Answer = { status: number; body?: string; headers?: Headers };
type Expected = Pick<ApiError, "kind" | "code"> & { trouble: ApiError["trouble"] };

const HTML: Headers = { "Content-Type": "text/html" };
const JSON_: Headers = { "Content-Type": "application/json" };
const PROBLEM: Headers = { "Content-Type": "application/problem+json" };
const MARK: Headers = { "Sightline-Api": "1;now=1767323045" };
const blank = (status: number): string =>
  JSON.stringify({ type: "about:blank", title: "No", status, detail: "No." });
const stranger = (status: number): Expected => ({
  kind: "lost",
  code: `http_${status}`,
  trouble: { why: "stranger", status },
});
const failing = (status: number, code = `http_${status}`): Expected => ({
  kind: "lost",
  code,
  trouble: { why: "failing", status },
});

const ANSWERS: [string, Answer, Expected][] = [
  [
    "the pairing was ended",
    { status: 401, body: JSON.stringify(problem("revoked")), headers: PROBLEM },
    { kind: "revoked", code: "revoked", trouble: null },
  ],
  [
    "a proxy in front of the server wants a password",
    { status: 401, body: "<h1>Who are you?</h1>", headers: HTML },
    stranger(401),
  ],
  [
    "a proxy's problem details have a type of the same name",
    {
      status: 401,
      body: JSON.stringify({ type: "https://proxy.example/revoked", detail: "Begone." }),
      headers: PROBLEM,
    },
    stranger(401),
  ],
  [
    "a firewall forbids it",
    { status: 403, body: "<h1>Forbidden</h1>", headers: HTML },
    stranger(403),
  ],
  [
    "a gateway has an API of its own",
    { status: 404, body: '{"message":"no Route"}', headers: JSON_ },
    stranger(404),
  ],
  ["a cache says that it is gone", { status: 410, body: "Gone" }, stranger(410)],
  ["a firewall refuses the method", { status: 405, body: "", headers: {} }, stranger(405)],
  [
    "a network's sign-in page is shown",
    { status: 200, body: "<form>", headers: HTML },
    stranger(200),
  ],
  ["another API answers", { status: 200, body: '{"ok":true}', headers: JSON_ }, stranger(200)],
  [
    "a page that is not JSON has its type",
    { status: 200, body: "Hello", headers: JSON_ },
    stranger(200),
  ],
  ["something answers nothing", { status: 204 }, stranger(204)],
  [
    "the address leads elsewhere",
    { status: 302, headers: { Location: "https://login.example/" } },
    { kind: "lost", code: "http_302", trouble: { why: "redirect", status: 302 } },
  ],
  [
    "the server refuses",
    { status: 409, body: JSON.stringify(problem("unsaved", "Try again.")), headers: PROBLEM },
    { kind: "refused", code: "unsaved", trouble: null },
  ],
  [
    "the path does not exist on our server",
    { status: 404, body: blank(404), headers: { ...PROBLEM, ...MARK } },
    { kind: "refused", code: "http_404", trouble: null },
  ],
  [
    "the path does not exist on an older server, or on somebody else's",
    { status: 404, body: blank(404), headers: PROBLEM },
    failing(404),
  ],
  [
    "the server does not know its address yet",
    { status: 421, body: blank(421), headers: PROBLEM },
    { kind: "lost", code: "http_421", trouble: { why: "address", status: 421 } },
  ],
  [
    "the server is asked too often",
    { status: 429, body: JSON.stringify(problem("too_many_requests")), headers: PROBLEM },
    failing(429, "too_many_requests"),
  ],
  ["the server fails", { status: 500, body: "null" }, failing(500)],
  [
    "a proxy cannot reach the server",
    { status: 502, body: "<h1>Bad Gateway</h1>", headers: HTML },
    failing(502),
  ],
  [
    "the server answers in another form",
    { status: 200, body: '{"account":1}', headers: { ...JSON_, ...MARK } },
    { kind: "lost", code: "http_200", trouble: { why: "garbage", status: 200 } },
  ],
];

let server = "";
let browser: Browser;
let next: (asked: string) => Answer = () => ({ status: 500 });
const asked: string[] = [];
const serving = createServer((request, reply) => {
  asked.push(`${request.method} ${request.url?.replace("/api/extension/", "")}`);
  const { status, headers, body } = next(request.method ?? "");
  reply.writeHead(status, headers).end(body);
});

before(async () => {
  server = `http://127.0.0.1:${await listen(serving)}`;
});

beforeEach(() => {
  browser = new Browser();
  browser.install();
  asked.length = 0;
});

after(() => {
  serving.closeAllConnections();
  serving.close();
  return once(serving, "close");
});

describe("An answer of the server", () => {
  for (const [what, answer, expected] of ANSWERS) {
    it(`has the right kind, code and trouble when ${what}`, async () => {
      next = () => answer;
      await assert.rejects(fetchAccount({ server, token: "t" }), (error: unknown) => {
        assert.ok(error instanceof ApiError);
        const { kind, code, trouble } = error;
        assert.deepEqual({ kind, code, trouble }, expected);
        return true;
      });
    });
  }

  it("says that the browser withholds the server's address, if it does", async () => {
    browser.withheld = [`${server}/*`];
    const gone = { server, token: "t" };
    next = () => ({ status: 500 });
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
    try {
      await assert.rejects(fetchAccount(gone), (error: unknown) => {
        assert.ok(error instanceof ApiError);
        assert.deepEqual(error.trouble, { why: "permission", status: 0 });
        return true;
      });
    } finally {
      globalThis.fetch = fetch;
    }
  });
});

describe("A change", () => {
  const connection = () => ({ server, token: "t" });

  it("is made by POST, which firewalls let through", async () => {
    next = () => ({ status: 204, headers: MARK });
    await setMute(connection(), "m1", true);
    await setMute(connection(), "m1", false);
    await reportShown(connection(), "7");
    assert.deepEqual(asked, [
      "POST messages/m1/mute",
      "POST messages/m1/mute",
      "POST browser-notifications/7/showing",
    ]);
  });

  it("is made in the older form if the server is from before the POST", async () => {
    next = (method) =>
      method === "POST" ? { status: 405, body: blank(405), headers: PROBLEM } : { status: 204 };
    await setMute(connection(), "m1", false);
    await setReminder(connection(), "m1", null);
    assert.deepEqual(asked, [
      "POST messages/m1/mute",
      "DELETE messages/m1/mute",
      "POST messages/m1/reminder",
      "DELETE messages/m1/reminder",
    ]);
  });

  it("is not taken for done because somebody else answers every request with nothing", async () => {
    next = () => ({ status: 204, headers: MARK });
    await setMute(connection(), "m1", true);
    assert.deepEqual((await read("marking")).marking, null, "an empty answer proves nothing");
    next = () => ({
      status: 409,
      body: JSON.stringify(problem("answered")),
      headers: { ...PROBLEM, ...MARK },
    });
    await assert.rejects(setReminder(connection(), "m1", 2));
    next = () => ({ status: 204 });
    await assert.rejects(setMute(connection(), "m1", true), { code: "http_204" });
    await assert.rejects(reportShown(connection(), "7"), { code: "http_204" });
  });

  for (const status of [200, 204, 401, 403, 404, 405, 410])
    it(`is not taken for done or refused because a page with status ${status} comes back`, async () => {
      next = () => ({
        status: 409,
        body: JSON.stringify(problem("answered")),
        headers: { ...PROBLEM, ...MARK },
      });
      await assert.rejects(setReminder(connection(), "m1", 2));
      next = () => ({
        status,
        headers: HTML,
        ...(status === 204 ? {} : { body: "<h1>Hello</h1>" }),
      });
      await assert.rejects(reportShown(connection(), "7"), (error: unknown) => {
        assert.ok(error instanceof ApiError);
        assert.deepEqual([error.kind, error.trouble], ["lost", { why: "stranger", status }]);
        return true;
      });
    });
});
