/** Alice's Chromium with the paired extension, at the page that stands in for Gmail. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { launch } from "./chromium";
import { Gmail, welcomed } from "./gmail-server";
import { SightlineServer } from "./sightline-server";

export class Stage {
  readonly server = new SightlineServer();
  readonly gmail = new Gmail();
  private readonly folder = mkdtempSync(join(tmpdir(), "sightline-"));
  private context: BrowserContext | null = null;

  async start(): Promise<void> {
    await this.server.start();
    await this.gmail.start(this.folder);
    this.context = await launch(this.folder, this.server.url, this.gmail.port);
    const worker =
      this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent("serviceworker"));
    await welcomed(this.context);
    await this.pair(this.context, new URL(worker.url()).host);
  }

  async stop(): Promise<void> {
    await this.context?.close();
    await this.server.stop();
    this.gmail.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Opens Gmail, where `before` has run before every other script of the page, and waits until mails are tracked. `heard`
   * gets the address of each request of the page.
   */
  async page(before = "", heard = (_url: string): unknown => undefined): Promise<Page> {
    const page = await (this.context as BrowserContext).newPage();
    page.on("request", (request) => heard(request.url()));
    if (before !== "") await page.addInitScript({ content: before });
    await page.goto("https://mail.google.com/mail/u/0/");
    await page.waitForSelector("[data-testid=sightline-switch][data-state=tracked]");
    return page;
  }

  private async pair(context: BrowserContext, id: string): Promise<void> {
    this.server.allowed = true;
    const options = await context.newPage();
    await options.goto(`chrome-extension://${id}/options/options.html`);
    await options.getByTestId("server").fill(this.server.url);
    const verify = context.waitForEvent("page");
    await options.getByTestId("connect").click();
    await options.getByTestId("verify").click();
    await (await verify).close();
    await options.getByTestId("paired").waitFor({ timeout: 60_000 });
    await options.close();
  }
}
