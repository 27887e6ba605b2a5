/** What the build contains and what it may do in a person's browser. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), "sightline-build-")));
const [folder = "", again = ""] = folders;

function files(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true }) as string[];
  const plain = names.filter((name) => statSync(join(root, name)).isFile()).sort();
  return new Map(plain.map((name) => [name, readFileSync(join(root, name), "latin1")]));
}

type Manifest = Record<string, unknown> & { content_scripts: { js: string[]; css?: string[] }[] };

const manifestOf = (browser: string): Manifest =>
  JSON.parse(readFileSync(join(folder, browser, "manifest.json"), "utf8"));

describe("The build", () => {
  before(() => {
    for (const out of folders)
      execFileSync("node", [join(ROOT, "extension", "build.mjs"), "--out", out]);
  });

  after(() => {
    for (const out of folders) rmSync(out, { recursive: true, force: true });
  });

  it("is the same every time", () => assert.deepEqual(files(folder), files(again)));

  it("exposes no file to web pages except an empty image to Gmail in Firefox", () => {
    assert.equal(manifestOf("chromium").web_accessible_resources, undefined);
    assert.deepEqual(manifestOf("firefox").web_accessible_resources, [
      {
        resources: ["icons/empty.gif"],
        matches: ["https://mail.google.com/*", "https://*.googleusercontent.com/*"],
      },
    ]);
    assert.ok(files(join(folder, "firefox")).get("icons/empty.gif")?.startsWith("GIF89a"));
  });

  it("contains no local paths, no remote code and no HTML built from strings", () => {
    for (const [name, content] of files(folder)) {
      for (const unwanted of [
        ROOT,
        tmpdir(),
        "innerHTML",
        "eval(",
        "new Function",
        "insertAdjacentHTML",
      ]) {
        assert.ok(!content.includes(unwanted), `${name} holds ${unwanted}`);
      }
      if (name.endsWith(".html"))
        assert.doesNotMatch(content, /https?:\/\/(?!track\.example)|<script>|style="| on\w+="/);
    }
  });

  for (const browser of ["chromium", "firefox"]) {
    it(`asks ${browser} at installation only for Gmail and its image proxy`, () => {
      const { permissions, host_permissions } = manifestOf(browser);
      assert.deepEqual(permissions, [
        "storage",
        "alarms",
        "declarativeNetRequest",
        "notifications",
        "idle",
      ]);
      assert.deepEqual(host_permissions, [
        "https://mail.google.com/*",
        "https://*.googleusercontent.com/*",
      ]);
    });

    it(`accepts no messages from other pages in ${browser}`, () =>
      assert.equal(manifestOf(browser).externally_connectable, undefined));

    it(`names every file that it loads in ${browser}`, () => {
      const { content_scripts } = manifestOf(browser);
      const there = files(join(folder, browser));
      for (const name of content_scripts.flatMap(({ js, css = [] }) => [...js, ...css]))
        assert.ok(there.has(name), name);
    });
  }
});
