/** The built extension in a real Chromium, between a Gmail-like page and a server. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { countOf, type Mail, partsOf, request, SAVE } from "./samples";
import { Gmail, SightlineServer, welcomed } from "./standin";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const browser = process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
const skip =
  browser === undefined ? "no Chromium or Chrome installed (set CHROMIUM to its path)" : false;

const LINK = '<a href="https://example.com/?a=1&amp;b=2">read</a>';
const TRACKED: [number, string][] = [[0, `<div dir="ltr">Hello ${LINK}</div>`]];

describe("The extension in Chromium", { skip, timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "sightline-"));
  const server = new SightlineServer();
  const gmail = new Gmail();
  let context: BrowserContext;
  let page: Page;
  let id: string;

  before(async () => {
    await server.start();
    await gmail.start(folder);
    context = await launch(folder, server.url, gmail.port);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    id = new URL(worker.url()).host;
    await welcomed(context);
    page = await context.newPage();
    await page.goto("https://mail.google.com/mail/u/0/");
  });

  after(async () => {
    await context.close();
    await server.stop();
    gmail.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const state = (wanted: string, of = page): Promise<unknown> =>
    of.waitForSelector(`[data-testid=sightline-switch][data-state=${wanted}]`, { timeout: 20_000 });

  async function send(mail: Mail, from = page): Promise<{ body: string; took: number }> {
    const body = request({ parts: TRACKED, ...mail });
    const { took } = await from.evaluate(
      (text) =>
        (window as never as { post: (body: string) => Promise<{ took: number }> }).post(text),
      body,
    );
    return { body: gmail.bodies.at(-1) ?? "", took };
  }

  it("says in the compose window that it is not connected, and lets mail pass", async () => {
    await state("unpaired");
    assert.equal((await send({})).body, request({ parts: TRACKED }));
  });

  it("is connected by a code that both sides show", async () => {
    const options = await context.newPage();
    await options.goto(`chrome-extension://${id}/options/options.html`);
    await options.getByTestId("connect-form").waitFor();
    assert.equal(await options.getByTestId("server").inputValue(), server.url);
    const verify = context.waitForEvent("page");
    await options.getByTestId("connect").click();
    await options.getByTestId("verify").click();
    assert.equal((await verify).url(), `${server.url}/pair?code=ABCD-EFGH`);
    await options.bringToFront();
    assert.equal(await options.getByTestId("code").textContent(), "ABCD-EFGH");
    await shoot(options, "options-code");
    server.allowed = true;
    await options.getByTestId("paired").waitFor();
    assert.equal(await options.getByTestId("paired-server").textContent(), server.url);
    await shoot(options, "options-paired");
    await options.close();
    await (await verify).close();
  });

  it("marks the next send of a tab that was open already", async (test) => {
    await state("tracked");
    const { body, took } = await send({ id: "msg-a:r10", subject: "First" });
    const html = partsOf(body, "msg-a:r10")[0] ?? "";
    assert.equal(countOf(html, `${server.url}/p/alice123/`), 1);
    assert.equal(countOf(html, `href="${server.url}/c/alice123/`), 1);
    test.diagnostic(`send() took ${took.toFixed(1)} ms`);
    assert.ok(took < 100, `send() took ${took} ms`);
  });

  it("reports it with the ids that Gmail gave", async () => {
    const report = await eventually(
      () => server.reportOf("First")?.gmail_message_id && server.reportOf("First"),
    );
    assert.equal(report.gmail_message_id, "183234eaadcf41e5");
    assert.equal(report.gmail_thread_id, "183234ce86ffa010");
    assert.equal(report.rfc822_message_id, "<one@mail.gmail.com>");
    assert.deepEqual(report.links, [{ url: "https://example.com/?a=1&b=2", text: "read" }]);
  });

  it("reports an undo, and sends the same draft with the same lease again", async () => {
    const before = partsOf(gmail.bodies.at(-1) ?? "", "msg-a:r10")[0];
    const saved = await send({ id: "msg-a:r10", subject: "First", labels: SAVE });
    assert.equal(
      saved.body,
      request({ parts: TRACKED, id: "msg-a:r10", subject: "First", labels: SAVE }),
    );
    await eventually(() => server.reportOf("First")?.state === "undone");
    const again = await send({ id: "msg-a:r10", subject: "First" });
    assert.equal(partsOf(again.body, "msg-a:r10")[0], before);
    await eventually(() => server.reportOf("First")?.state === "sent");
  });

  it("obeys the switch, which the keyboard reaches", async () => {
    const control = page.getByTestId("sightline-switch");
    await control.focus();
    await page.keyboard.press("Space");
    await state("off");
    assert.equal(
      (await send({ id: "msg-a:r11" })).body,
      request({ parts: TRACKED, id: "msg-a:r11" }),
    );
    await page.keyboard.press("Space");
    await state("tracked");
  });

  it("never gives one lease to two tabs", async () => {
    const other = await context.newPage();
    await other.goto("https://mail.google.com/mail/u/0/");
    await state("tracked", other);
    const bodies = [
      await send({ id: "msg-a:r12" }),
      await send({ id: "msg-a:r13" }, other),
      await send({ id: "msg-a:r14" }),
      await send({ id: "msg-a:r15" }, other),
    ].map(({ body }) => /alice123\/([\w-]{94})\.gif/.exec(body)?.[1]);
    assert.equal(new Set(bodies).size, 4);
    await other.close();
  });

  it("keeps Alice's own looks from the server, directly and through the proxy", async () => {
    const direct = `${server.url}/p/alice123/x.gif`;
    const urls = [direct, `https://ci3.googleusercontent.com/meips/AAbb=s0#${direct}`];
    for (const url of urls) assert.equal(await loaded(page, url), 1, url);
    assert.deepEqual(gmail.images, []);
    await loaded(
      page,
      `https://ci3.googleusercontent.com/meips/BBcc=s0#${server.url}/p/bobbob12/x.gif`,
    );
    assert.deepEqual(gmail.images, ["/meips/BBcc=s0"]);
  });

  it("shows the newest mails in the popup and clears the badge", async () => {
    const popup = await openPopup(context, id);
    const rows = popup.getByTestId("message");
    await rows.first().waitFor();
    assert.match(
      (await rows.first().textContent()) ?? "",
      /Opened 3 minutes ago · twice · likely a person/,
    );
    assert.match((await rows.nth(1).textContent()) ?? "", /Clicked 1 hour ago/);
    assert.match((await rows.nth(2).textContent()) ?? "", /No sign yet/);
    await shoot(popup, "popup");
    const badge = (): Promise<string> =>
      context.serviceWorkers()[0]?.evaluate(() => chrome.action.getBadgeText({})) ??
      Promise.resolve("");
    await eventually(async () => (await badge()) === "");
    await popup.close();
  });

  for (const mode of ["failing", "garbage", "slow", "stopped"] as const) {
    it(`delays and stops no mail while the server is ${mode}`, async (test) => {
      if (mode === "stopped") await server.stop();
      else server.mode = mode;
      const { body, took } = await send({ id: `msg-a:r2${mode}`, subject: mode });
      const html = partsOf(body, `msg-a:r2${mode}`)[0] ?? "";
      assert.ok(html.includes(LINK) || countOf(html, "/p/alice123/") === 1);
      test.diagnostic(`send() took ${took.toFixed(1)} ms`);
      assert.ok(took < 100, `send() took ${took} ms`);
      server.mode = "well";
    });
  }

  it("says in popup and compose window when the server is away and leases have run out", async () => {
    const popup = await openPopup(context, id);
    await popup.getByTestId("offline").waitFor();
    await shoot(popup, "popup-offline");
    await popup.close();
    for (let at = 0; (await page.locator("[data-state=offline]").count()) === 0; at++) {
      assert.ok(at < 60, "the pool never ran out");
      await send({ id: `msg-a:r3x${at}`, subject: `dry ${at}` });
      await page.waitForTimeout(150);
    }
    assert.equal(
      (await send({ id: "msg-a:r40" })).body,
      request({ parts: TRACKED, id: "msg-a:r40" }),
    );
    const loud = page.getByTestId("sightline-notice").filter({ hasText: "Sent without tracking" });
    await loud.first().waitFor();
    await shoot(page, "gmail-offline");
  });

  it("delivers the waiting reports once the server is back", async () => {
    await server.start();
    const popup = await openPopup(context, id);
    await eventually(() =>
      ["failing", "garbage", "slow", "stopped", "dry 0"].every((subject) =>
        server.reportOf(subject),
      ),
    );
    await popup.getByTestId("offline").waitFor({ state: "hidden", timeout: 20_000 });
    await popup.close();
    await state("tracked");
  });

  it("shows that it was disconnected on the server, and lets mail pass", async () => {
    server.revoked = true;
    const popup = await openPopup(context, id);
    await popup.getByText("No longer connected").waitFor();
    await shoot(popup, "popup-revoked");
    await state("unpaired");
    assert.equal(
      (await send({ id: "msg-a:r41" })).body,
      request({ parts: TRACKED, id: "msg-a:r41" }),
    );
  });
});

/** A copy of the build that may already talk to the test's server: nobody can answer a permission prompt here. */
async function launch(folder: string, server: string, gmailPort: number): Promise<BrowserContext> {
  execFileSync("node", [join(ROOT, "extension", "build.mjs"), "--out", folder]);
  const extension = join(folder, "chromium");
  const file = join(extension, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  manifest.host_permissions.push(`${server}/*`);
  writeFileSync(file, JSON.stringify(manifest));
  writeFileSync(join(extension, "server.json"), JSON.stringify({ server }));
  const map = `MAP mail.google.com 127.0.0.1:${gmailPort}, MAP *.googleusercontent.com 127.0.0.1:${gmailPort}`;
  return chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: browser ?? "",
    headless: false,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--ignore-certificate-errors",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=${map}`,
    ],
  });
}

async function openPopup(context: BrowserContext, id: string): Promise<Page> {
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 380, height: 580 });
  await popup.goto(`chrome-extension://${id}/popup/popup.html`);
  return popup;
}

/** The width of the picture at `url`, 0 if it is broken. */
function loaded(page: Page, url: string): Promise<number> {
  return page.evaluate(
    (src) =>
      new Promise<number>((resolve) => {
        const image = new Image();
        image.onload = () => resolve(image.naturalWidth);
        image.onerror = () => resolve(0);
        image.src = src;
      }),
    url,
  );
}

async function eventually<T>(
  look: () => T | Promise<T>,
): Promise<NonNullable<Exclude<T, false | "">>> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const found = await look();
    if (found) return found as NonNullable<Exclude<T, false | "">>;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never: ${look}`);
}

/** Pictures for a person to look at, light and dark, where PICTURES names a folder. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder === undefined) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
}
