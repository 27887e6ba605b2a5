/** What runs in the page's own world knows no secret, and calls nothing that a script of the page can replace. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

const PAGE = join(ROOT, "extension", "page");
/** Our own objects, whose methods call what was taken at the start. */
const OWN = ["watched", "others", "xhr", "response", "request"];

describe("The hook in the page's own world", () => {
  const folder = mkdtempSync(join(tmpdir(), "sightline-hook-"));

  before(() => execFileSync("node", [join(ROOT, "extension", "build.mjs"), "--out", folder]));
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const browser of ["chromium", "firefox"])
    it(`contains nothing that signs, marks or reports a mail (${browser})`, () => {
      const built = readFileSync(join(folder, browser, "page", "main.js"), "utf8");
      for (const word of ["link_key", "pixel_token", "lease_id", "sha256", "hmac", "postMessage"])
        assert.ok(!built.includes(word), word);
      assert.ok(built.startsWith('"use strict"'), "sloppy functions show their arguments");
    });

  it("calls no method of an object that a script of the page could have changed", () => {
    const others = readdirSync(PAGE).filter((name) => name !== "natives.ts");
    assert.ok(others.length > 0);
    for (const name of others) {
      const code = withoutComments(readFileSync(join(PAGE, name), "utf8"));
      const calls = [...code.matchAll(/(\w+)\??\.(\w+)\(/g)].filter(
        ([, owner]) => !OWN.includes(owner ?? ""),
      );
      assert.deepEqual(
        calls.map(([call]) => call),
        [],
        name,
      );
      assert.ok(
        !/\bfor \(|=> \[\.\.\.|const \[|\(\.\.\.(?!given: )/.test(code),
        `iterates: ${name}`,
      );
    }
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}
