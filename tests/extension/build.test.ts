/** The files of the build, and the permissions that its manifests request. */
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

  it("has the same files with the same bytes when it is made twice", () =>
    assert.deepEqual(files(folder), files(again)));

  it("exposes no file to web pages, except in Firefox an empty image to Gmail and its image proxy", () => {
    assert.equal(manifestOf("chromium").web_accessible_resources, undefined);
    assert.deepEqual(manifestOf("firefox").web_accessible_resources, [
      {
        resources: ["icons/empty.gif"],
        matches: ["https://mail.google.com/*", "https://*.googleusercontent.com/*"],
      },
    ]);
    assert.ok(files(join(folder, "firefox")).get("icons/empty.gif")?.startsWith("GIF89a"));
  });

  it("contains no local paths, no HTML or code made from strings, and no inline or remote code", () => {
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
    it(`requests five permissions, and only Gmail and its image proxy as hosts, in ${browser}`, () => {
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

    it(`allows no web page in ${browser} to send it messages`, () =>
      assert.equal(manifestOf(browser).externally_connectable, undefined));

    it(`contains every file that its manifest for ${browser} loads into pages`, () => {
      const { content_scripts } = manifestOf(browser);
      const there = files(join(folder, browser));
      for (const name of content_scripts.flatMap(({ js, css = [] }) => [...js, ...css]))
        assert.ok(there.has(name), name);
    });
  }
});
