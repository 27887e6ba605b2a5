/** The extension's texts exist in every language, and each is used. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

type Table = Record<string, { message: string }>;

const source = join(ROOT, "extension");
const tables = new Map<string, Table>(
  readdirSync(join(source, "_locales")).map((language) => [
    language,
    JSON.parse(readFileSync(join(source, "_locales", language, "messages.json"), "utf8")),
  ]),
);
const english = tables.get("en") ?? assert.fail("no English");

const code = (readdirSync(source, { recursive: true }) as string[])
  .filter((name) => /\.(ts|html|mjs)$/.test(name) && !name.startsWith("dist"))
  .filter((name) => statSync(join(source, name)).isFile())
  .map((name) => readFileSync(join(source, name), "utf8"))
  .join("\n");

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\$\d/g)].map(([found]) => found))].sort();

describe("The extension's texts", () => {
  it("exist in English, German and French", () =>
    assert.deepEqual([...tables.keys()].sort(), ["de", "en", "fr"]));

  for (const [language, table] of tables) {
    it(`have the same keys in ${language} as in English`, () =>
      assert.deepEqual(Object.keys(table).sort(), Object.keys(english).sort()));

    it(`have the same placeholders in ${language} as in English, and no empty text`, () => {
      for (const [key, { message }] of Object.entries(table)) {
        // The singular may omit its number.
        if (!key.endsWith("_one"))
          assert.deepEqual(placeholders(message), placeholders(english[key]?.message ?? ""), key);
        assert.ok(message.trim() !== "" && message.trim() === message, key);
      }
    });

    it(`contain the code of their own language in ${language}`, () =>
      assert.equal(table.language?.message, language));
  }

  it("have every key that the code uses", () => {
    const asked = [
      ...code.matchAll(/\bsay\(\s*"(\w+)"/g),
      ...code.matchAll(/\bdata-say(?:-[a-z-]+)?="(\w+)"/g),
      ...code.matchAll(/__MSG_(\w+)__/g),
    ].map(([, key]) => key ?? "");
    assert.ok(asked.length > 0);
    assert.deepEqual(
      asked.filter((key) => !(key in english)),
      [],
    );
  });

  it("have no key that the code does not use", () => {
    const beginnings = [...code.matchAll(/`(\w+_)\$\{/g)].map(([, beginning]) => beginning ?? "");
    const isAsked = (key: string): boolean =>
      beginnings.some((beginning) => key.startsWith(beginning)) ||
      [key, key.replace(/_(one|other)$/, "")].some(
        (name) => code.includes(`"${name}"`) || code.includes(`__MSG_${name}__`),
      );
    const own = ["language", "language_name"];
    assert.deepEqual(
      Object.keys(english).filter((key) => !isAsked(key) && !own.includes(key)),
      [],
    );
  });
});
