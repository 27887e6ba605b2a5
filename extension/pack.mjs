/**
 * Makes the packages for the stores from a new build: one zip for each browser. Prints their sizes and SHA-256.
 * Beside them it puts the privacy policy, whose whole text belongs into each listing.
 * The same source gives the same bytes. `--out FOLDER` names the target folder (default: extension/dist).
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zip } from "./zip.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { out = join(here, "dist") } = parseArgs({ options: { out: { type: "string" } } }).values;

const built = mkdtempSync(join(tmpdir(), "sightline-pack-"));
try {
  execFileSync("node", [join(here, "build.mjs"), "--out", built]);
  mkdirSync(out, { recursive: true });
  for (const browser of ["chromium", "firefox"]) pack(browser);
  copyFileSync(join(here, "..", "docs", "privacy-extension.md"), join(out, "sightline-privacy.md"));
} finally {
  rmSync(built, { recursive: true, force: true });
}

function pack(browser) {
  const files = filesIn(join(built, browser));
  const manifest = JSON.parse(files.get("manifest.json"));
  // The stores assign the key themselves, and reject a manifest that contains one.
  delete manifest.key;
  files.set("manifest.json", Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  const content = zip(files);
  const name = `sightline-${browser}-${manifest.version}.zip`;
  writeFileSync(join(out, name), content);
  const hash = createHash("sha256").update(content).digest("hex");
  process.stdout.write(`${hash}  ${name}  ${content.length} bytes\n`);
}

function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const plain = entries.filter((entry) => entry.isFile());
  return new Map(
    plain.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path)];
    }),
  );
}
