/**
 * Builds the extension for both browsers into extension/dist, and copies libraries into static/vendor.
 * With `--out FOLDER` it builds only the extension, into that folder.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { EMPTY_GIF, icon } from "./icons.mjs";
import { manifest } from "./manifest.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);

const BROWSERS = ["chromium", "firefox"];
const SCRIPTS = ["page/main", "gmail/main", "worker/main", "popup/popup", "options/options"];
const FILES = [
  "gmail/gmail.css",
  "gmail/compose/panel.css",
  "gmail/compose/copies.css",
  "gmail/reading/reading.css",
  "lib/ui/look.css",
  "popup/popup.html",
  "popup/popup.css",
  "options/options.html",
  "options/options.css",
  "options/browsers.css",
];
const VENDOR = {
  "htmx.min.js": "htmx.org/dist/htmx.min.js",
  "sse.js": "htmx-ext-sse/dist/sse.js",
};

const { out: wanted } = parseArgs({ options: { out: { type: "string" } } }).values;
for (const browser of BROWSERS)
  await buildFor(browser, join(wanted ?? join(here, "dist"), browser));
if (wanted === undefined) await fillVendor();

async function buildFor(browser, out) {
  await rm(out, { recursive: true, force: true });
  await bundle(browser, out);
  for (const file of FILES) await cp(join(here, file), join(out, file));
  await copyTexts(out);
  for (const size of [16, 32, 48, 128]) await write(join(out, `icons/${size}.png`), icon(size));
  if (browser === "firefox") await write(join(out, "icons/empty.gif"), EMPTY_GIF);
  await write(join(out, "manifest.json"), `${JSON.stringify(manifest(browser), null, 2)}\n`);
  // In the downloads that a server offers, it writes its own address into this file.
  await write(join(out, "server.json"), `${JSON.stringify({ server: null })}\n`);
}

async function bundle(browser, outdir) {
  await build({
    entryPoints: Object.fromEntries(SCRIPTS.map((name) => [name, join(here, `${name}.ts`)])),
    outdir,
    absWorkingDir: root,
    bundle: true,
    format: "iife",
    target: browser === "chromium" ? "chrome120" : "firefox142",
    define: { BROWSER: JSON.stringify(browser) },
    charset: "utf8",
    legalComments: "inline",
    logLevel: "warning",
  });
}

/**
 * Copies the texts of all languages, and writes `languages.json`, from which the options page lists the
 * languages.
 */
async function copyTexts(out) {
  const from = join(here, "_locales");
  const names = {};
  for (const language of (await readdir(from)).sort()) {
    const table = JSON.parse(await readFile(join(from, language, "messages.json"), "utf8"));
    names[language] = table.language_name.message;
    await write(join(out, "_locales", language, "messages.json"), JSON.stringify(table));
  }
  await write(join(out, "lib/i18n/languages.json"), JSON.stringify(names));
}

async function fillVendor() {
  const out = join(root, "static", "vendor");
  await rm(out, { recursive: true, force: true });
  for (const [name, from] of Object.entries(VENDOR)) {
    await mkdir(out, { recursive: true });
    await cp(join(root, "node_modules", from), join(out, name));
  }
}

async function write(path, content) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
