/** What the tracking panel of the compose window tells Alice about a mail before she sends it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import {
  clipOf,
  decideLinks,
  isGuarded,
  isOpen,
  pixelPoints,
} from "../../extension/gmail/compose/findings";
import { linkCase } from "../../extension/lib/links/rules";
import { CLIPPED_BYTES } from "../../extension/lib/mail/clipping";
import { ON } from "./samples";

const FILE = join(ROOT, "tests", "vectors", "picture_points.json");
const { points: POINTS } = JSON.parse(readFileSync(FILE, "utf8")) as { points: number[] };

const link = (url: string, text = "read"): { url: string; text: string; quoted: boolean } => ({
  url,
  text,
  quoted: false,
});
const given = linkCase(ON, [], ["https://example.com/out"]);

describe("The tracking panel", () => {
  it("shows the links that a guard leaves untracked, but no trackable links and no mail addresses", () => {
    const decisions = decideLinks(
      [
        link("https://example.com/"),
        link("mailto:bob@sandbox.example"),
        link("https://example.com/", "example.com"),
        link("https://example.com/reset-password"),
      ],
      given,
    );
    assert.deepEqual(decisions.map(isGuarded), [false, false, true, true]);
  });

  it("lets Alice choose for each trackable link, and for no other", () => {
    const decisions = decideLinks(
      [link("https://example.com/"), link("https://example.com/out"), link("tel:1")],
      given,
    );
    assert.deepEqual(decisions.map(isOpen), [true, true, false]);
  });

  it("mentions the size at 90 kB but not at 50 kB, and says that Gmail clips the mail above its limit", () => {
    assert.equal(clipOf(50_000, []), null);
    assert.deepEqual(clipOf(90 * 1024, []), { kb: 90, clipped: false });
    assert.deepEqual(clipOf(CLIPPED_BYTES + 1, []), { kb: 102, clipped: true });
  });

  it("counts a tracked link with the length that it will have", () => {
    const decisions = decideLinks(
      Array.from({ length: 400 }, (_, at) => link(`https://example.com/${at}`)),
      given,
    );
    assert.equal(clipOf(60_000, decisions)?.clipped, true);
  });

  it("names what a filter may add for the pixel in a short mail, up to 3,200 characters with the pixel", () => {
    const lengths = [0, 200, 201, 700, 2000, 2999, 3000, 3001, 50_000];
    const points = lengths.map((length) => pixelPoints(length, []));
    assert.deepEqual(points, [1.799, 1.799, 1.845, 2.059, 2.799, 2.196, 2.196, null, null]);
  });

  it("knows the points of each step from SpamAssassin's rules", () => {
    const points = POINTS.map((_, step) => pixelPoints(400 * (step + 1) - 200, []));
    assert.deepEqual(points, POINTS);
  });

  it("names no points if the mail has a picture of its own or is long", () => {
    assert.equal(pixelPoints(null, []), null);
  });

  it("counts tracked links as text that makes the mail longer", () => {
    const decisions = decideLinks(
      Array.from({ length: 12 }, (_, at) => link(`https://example.com/${at}`)),
      given,
    );
    assert.equal(pixelPoints(1000, []), 2.059);
    assert.equal(pixelPoints(1000, decisions), null);
  });
});
