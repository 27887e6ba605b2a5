/** The packages of the extension for the browsers' stores. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { inflateRawSync } from "node:zlib";

const MOST_BYTES = 150_000;
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), "sightline-package-")));
const [folder = "", again = ""] = folders;
const printed: string[] = [];

type Entry = { name: string; time: number; content: Buffer };

/** The files in the archive, according to the directory at its end, as an unpacker reads it. */
function entries(zip: Buffer): Entry[] {
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const name = zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26);
    const content = inflateRawSync(zip.subarray(data, data + zip.readUInt32LE(at + 20)));
    const time = zip.readUInt32LE(at + 12);
    at += 46 + name.length;
    return { name, time, content };
  });
}

const packed = (browser: string, from = folder): Buffer =>
  readFileSync(join(from, `sightline-${browser}-0.1.0.zip`));

describe("The package", () => {
  before(() => {
    for (const out of folders)
      printed.push(
        execFileSync("node", [join(ROOT, "extension", "pack.mjs"), "--out", out], {
          encoding: "utf8",
        }),
      );
  });

  after(() => {
    for (const out of folders) rmSync(out, { recursive: true, force: true });
  });

  it("has the same bytes when it is made twice, and its hash is printed", () => {
    assert.equal(printed[0], printed[1]);
    assert.match(
      printed[0] ?? "",
      /^[0-9a-f]{64} {2}sightline-chromium-0\.1\.0\.zip {2}\d+ bytes$/m,
    );
    for (const name of readdirSync(folder))
      assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(again, name))), name);
  });

  it("comes with the whole privacy policy, which names every permission and nobody but the user's server", () => {
    const policy = readFileSync(join(folder, "sightline-privacy.md"), "utf8");
    assert.equal(policy, readFileSync(join(ROOT, "docs", "privacy-extension.md"), "utf8"));
    const store = readFileSync(join(ROOT, "docs", "store.md"), "utf8");
    const [chromium] = entries(packed("chromium")).filter(({ name }) => name === "manifest.json");
    const manifest = JSON.parse(chromium?.content.toString("utf8") ?? "{}");
    for (const permission of manifest.permissions) {
      assert.ok(policy.includes(`| \`${permission}\` |`), permission);
      assert.ok(store.includes(`| \`${permission}\` |`), permission);
    }
    for (const origin of [...manifest.host_permissions, ...manifest.optional_host_permissions])
      assert.ok(store.includes(`\`${origin}\``), origin);
  });

  for (const browser of ["chromium", "firefox"]) {
    it(`for ${browser} has at most 150,000 bytes`, () =>
      assert.ok(packed(browser).length <= MOST_BYTES));

    it(`for ${browser} contains sorted files, all with the same time, and a server.json without a server`, () => {
      const found = entries(packed(browser));
      const names = found.map(({ name }) => name);
      assert.deepEqual(names, [...names].sort());
      assert.equal(new Set(found.map(({ time }) => time)).size, 1);
      for (const name of ["manifest.json", "_locales/fr/messages.json", "worker/main.js"])
        assert.ok(names.includes(name), name);
      const server = found.find(({ name }) => name === "server.json");
      assert.deepEqual(JSON.parse(String(server?.content)), { server: null });
    });

    it(`for ${browser} has a manifest without a key or an update URL, and descriptions of at most 132 characters`, () => {
      const file = entries(packed(browser)).find(({ name }) => name === "manifest.json");
      const manifest = JSON.parse(String(file?.content)) as Record<string, unknown>;
      assert.equal(manifest.key, undefined);
      assert.equal(manifest.default_locale, "en");
      assert.equal(manifest.update_url, undefined);
      const texts = entries(packed(browser)).filter(({ name }) => name.startsWith("_locales/"));
      for (const { name, content } of texts) {
        const { description } = JSON.parse(String(content)) as Record<string, { message: string }>;
        assert.ok((description?.message.length ?? 999) <= 132, `${name}: 132 letters at most`);
      }
    });
  }

  it("for firefox passes Mozilla's linter without errors and warnings", () => {
    const zip = join(folder, "sightline-firefox-0.1.0.zip");
    const linter = join(ROOT, "node_modules", ".bin", "web-ext");
    const said = execFileSync(
      linter,
      ["lint", "--no-config-discovery", "--output", "json", "--source-dir", zip],
      { encoding: "utf8" },
    );
    const { summary } = JSON.parse(said) as { summary: { errors: number; warnings: number } };
    assert.deepEqual([summary.errors, summary.warnings], [0, 0]);
  });
});
