/** A real Chromium with the built extension, and functions that read its pages. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function browser(): string {
  const found = process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error("chromium is missing: run 'apt install chromium' as root, or set CHROMIUM");
}

/** Starts Chromium with a build that may already access the test's server, because nobody can answer the prompt. */
export async function launch(
  folder: string,
  server: string,
  gmailPort: number,
): Promise<BrowserContext> {
  execFileSync("node", [join(ROOT, "extension", "build.mjs"), "--out", folder]);
  const extension = join(folder, "chromium");
  const file = join(extension, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  manifest.host_permissions.push(`${server}/*`);
  writeFileSync(file, JSON.stringify(manifest));
  writeFileSync(join(extension, "server.json"), JSON.stringify({ server }));
  const gmail = `127.0.0.1:${gmailPort}`;
  // Every other name is unknown, so nothing in a page can reach the real network.
  const map = `MAP mail.google.com ${gmail}, MAP *.googleusercontent.com ${gmail}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
  return chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: browser(),
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

export async function openPopup(context: BrowserContext, id: string): Promise<Page> {
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 380, height: 580 });
  await popup.goto(`chrome-extension://${id}/popup/popup.html`);
  return popup;
}

/** The width of the picture at `url`; 0 if it is broken. */
export function loaded(page: Page, url: string): Promise<number> {
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

export async function eventually<T>(
  look: () => T | Promise<T>,
): Promise<NonNullable<Exclude<T, false | "">>> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const found = await look();
    if (found) return found as NonNullable<Exclude<T, false | "">>;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never: ${look}`);
}

/** If PICTURES names a folder, stores a light and a dark screenshot there for a person to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder === undefined) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
}
