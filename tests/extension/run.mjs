/**
 * Bundles the tests and runs them with Node's own runner.
 *
 *     node tests/extension/run.mjs [PART OF A FILE'S NAME…] [--test=FILE::TITLE] [--record=FILE]
 *
 * `--record` writes how each test ended to FILE, one JSON object per line, as tests/record.py does.
 */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const out = join(root, "node_modules", ".cache", "extension-tests");
const BY_REQUEST = "left out by request: ";

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { test: { type: "string" }, record: { type: "string" } },
});
const [onlyFile, onlyTitle] = asked.test?.split(/::(.*)/s) ?? [];
const wanted = onlyFile === undefined ? positionals : [basename(onlyFile)];

const names = readdirSync(here, { recursive: true })
  .filter((name) => name.endsWith(".test.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => basename(name).includes(part)));

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: names.map((name) => join(here, name)),
  outbase: here,
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

const entries = [];
const stream = run({
  files: names.map((name) => join(out, name.replace(/\.ts$/, ".mjs"))),
  concurrency: 2,
  ...(onlyTitle !== undefined && { testNamePatterns: [exactly(onlyTitle)] }),
});
stream.on("test:pass", (event) => {
  if (isFile(event)) keep(event, "broken", "has no tests");
  else if (event.skip !== undefined) keep(event, skipped(event.skip), String(event.skip));
  else if (event.details.type !== "suite" || event.name === onlyTitle) keep(event, "passed");
});
stream.on("test:fail", (event) => {
  const why = event.details.error?.failureType;
  // A suite fails with its tests, and tests fail with their suite's hook; only the cause is recorded.
  if (event.details.type === "suite" ? why === "subtestsFailed" : why === "cancelledByParent")
    return;
  keep(event, isFile(event) ? "broken" : "failed");
});
stream.on("end", () => setImmediate(close));
stream.compose(new spec()).pipe(process.stdout);

function exactly(title) {
  return new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** Returns whether the test is a whole file: Node reports a file as a test if no test in it has ended. */
function isFile({ name }) {
  return name.endsWith(".test.mjs");
}

/** Returns the outcome of a skipped test; a test that WITHOUT did not leave out counts as failed. */
function skipped(reason) {
  return String(reason).startsWith(BY_REQUEST) ? "skipped" : "failed";
}

function keep({ name, file, details }, outcome, reason = "") {
  // Some versions of Node report tests that were not requested as skipped.
  if (onlyTitle !== undefined && name !== onlyTitle) return;
  const source = relative(out, file ?? name)
    .split(sep)
    .join("/")
    .replace(/\.mjs$/, ".ts");
  const seconds = (details?.duration_ms ?? 0) / 1000;
  entries.push({ test: `tests/extension/${source}::${name}`, outcome, seconds, reason });
}

function close() {
  const of = (...outcomes) => entries.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const failed = of("failed", "broken");
  if (asked.record !== undefined) {
    writeFileSync(asked.record, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  }
  process.stdout.write(
    `extension: ${of("passed")} passed, ${failed} failed, ${of("skipped")} left out\n`,
  );
  process.exitCode = failed > 0 ? 1 : 0;
}
