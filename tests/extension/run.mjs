/** Bundles the tests and runs them with node's own runner; what was skipped stands in the last lines. */
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const out = join(root, "node_modules", ".cache", "extension-tests");
const wanted = process.argv.slice(2);

const names = readdirSync(here)
  .filter((name) => name.endsWith(".test.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: names.map((name) => join(here, name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: "inline",
  external: ["playwright-core"],
  define: { ROOT: JSON.stringify(root), BROWSER: JSON.stringify("chromium") },
  logLevel: "warning",
});

const counts = { passed: 0, failed: 0 };
const skipped = [];
const stream = run({
  files: names.map((name) => join(out, name.replace(/\.ts$/, ".mjs"))),
  concurrency: 2,
});
stream.on("test:pass", (event) => {
  if (event.skip !== undefined) skipped.push(`${event.name}: ${event.skip}`);
  else if (event.details.type !== "suite") counts.passed += 1;
});
stream.on("test:fail", (event) => {
  if (event.details.type !== "suite") counts.failed += 1;
  process.exitCode = 1;
});
stream.on("end", () => setImmediate(close));
stream.compose(new spec()).pipe(process.stdout);

function close() {
  const { passed, failed } = counts;
  const lines = skipped.map((line) => `skipped: ${line}`);
  lines.push(`extension: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.stdout.write(`${lines.join("\n")}\n`);
}
