/** An HTTPS server that stands in for Gmail and its image proxy. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { listen } from "./ports";
import { bytesOf } from "./sightline-server";

const COMPOSE = `
  <div class="AD"><div><div role="dialog">
    <input name="subjectbox"><input type="hidden" name="draft" value="">
    <table class="IZ"><tr><td class="Up"><div><div role="button" id="send">Send</div></div></td><td>tools</td></tr></table>
  </div></div></div>`;

/** As Gmail does, the page keeps references to the functions that it sends with. */
const page = (scripts: number): string => `<!doctype html>
<head data-inboxsdk-script-injected><meta charset="utf-8"><title>Mail</title>
${Array.from({ length: scripts }, (_, at) => `<script nonce="gmail" src="/scripts/${at}"></script>`).join("")}
</head>
<body style="font:14px system-ui">${COMPOSE}
<script nonce="gmail">
  const { open, send } = XMLHttpRequest.prototype;
  window.post = (body) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.onload = () => resolve({ text: request.responseText, took: request.took });
    request.onerror = reject;
    open.call(request, "POST", "/sync/u/0/i/s?hl=en&c=1");
    const start = performance.now();
    send.call(request, body);
    request.took = performance.now() - start;
  });
</script>`;

const POLICY =
  "script-src 'nonce-gmail'; object-src 'none'; base-uri 'self'; require-trusted-types-for 'script'";

export class Gmail {
  readonly bodies: string[] = [];
  /** The same bodies, as they were on the wire. */
  readonly bytes: Buffer[] = [];
  readonly images: string[] = [];
  /** Scripts of the page, or of other extensions in it, that run before Gmail's own. */
  scripts: string[] = [];
  /** The response to every request; null for one with the ids of the mail in the request. */
  answer: string | null = null;
  port = 0;
  private server: Server | null = null;

  /** Writes a new certificate into `folder`. */
  async start(folder: string): Promise<void> {
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const name = ["-subj", "/CN=mail.google.com", "-days", "1"];
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, ...name],
      { stdio: "ignore" },
    );
    const options = { key: readFileSync(key), cert: readFileSync(cert) };
    this.server = createTlsServer(
      options,
      (request, response) => void this.hear(request, response),
    );
    this.port = await listen(this.server);
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(request);
    const body = bytes.toString();
    if (request.headers.host?.includes("googleusercontent")) {
      this.images.push(request.url ?? "");
      response.writeHead(404).end();
    } else if (request.method === "POST") {
      this.bodies.push(body);
      this.bytes.push(bytes);
      response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(this.answer ?? answerTo(body));
    } else if (request.url?.startsWith("/scripts/")) {
      const script = this.scripts[Number(request.url.slice("/scripts/".length))];
      response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8" }).end(script);
    } else {
      response
        .writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": POLICY })
        .end(page(this.scripts.length));
    }
  }
}

/** Gmail's response, with the ids of the mail that was sent from the draft in the request. */
function answerTo(body: string): string {
  const draft = /msg-a:[a-z0-9-]+/.exec(body)?.[0] ?? "";
  const message = Object.assign(Array(56).fill(null), {
    0: draft,
    13: "<one@mail.gmail.com>",
    55: "183234eaadcf41e5",
  });
  const thread = Object.assign(Array(20).fill(null), {
    3: "thread-a:r9",
    4: [message],
    19: "183234ce86ffa010",
  });
  return JSON.stringify([
    null,
    [
      0,
      null,
      null,
      null,
      null,
      [[["thread-a:r9", null, [null, null, null, null, null, null, [thread]]]]],
    ],
  ]);
}

/** Waits until the extension has opened its settings after installation, because it may use a test's blank tab. */
export async function welcomed(browser: BrowserContext): Promise<void> {
  const until = Date.now() + 60_000;
  while (!browser.pages().some((page) => page.url().endsWith("/options/options.html"))) {
    if (Date.now() > until) throw new Error("the extension did not open its settings");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
