/** Draws the icons, so that no image files need to be stored: a teal tile with an eye of two arcs and a dot. */
import { crc32, deflateSync } from "node:zlib";

const TEAL = [15, 118, 110];
const WHITE = [255, 255, 255];
/** Samples per pixel in each direction, for smooth edges. */
const FINE = 4;

/** A GIF with one transparent pixel. */
export const EMPTY_GIF = Buffer.from(
  "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
  "base64",
);

/** Returns the icon as a square PNG with `size` pixels on each side. */
export function icon(size) {
  const rows = [];
  for (let y = 0; y < size; y++) {
    rows.push(0);
    for (let x = 0; x < size; x++) rows.push(...pixel(x, y, size));
  }
  return png(size, Buffer.from(rows));
}

function pixel(x, y, size) {
  const sums = [0, 0, 0, 0];
  for (let i = 0; i < FINE * FINE; i++) {
    const u = (x + ((i % FINE) + 0.5) / FINE) / size;
    const v = (y + (Math.floor(i / FINE) + 0.5) / FINE) / size;
    const colour = colourAt(u * 2 - 1, v * 2 - 1);
    if (colour === null) continue;
    for (let c = 0; c < 3; c++) sums[c] += colour[c];
    sums[3] += 1;
  }
  const [r, g, b, hits] = sums;
  return hits === 0
    ? [0, 0, 0, 0]
    : [r / hits, g / hits, b / hits, (255 * hits) / (FINE * FINE)].map(Math.round);
}

/** Returns the colour at (`x`, `y`), each from -1 to 1. The eye is the intersection of two circles. */
function colourAt(x, y) {
  if (!inTile(x, y)) return null;
  const lens = (grow) =>
    Math.hypot(x, y - 0.55) < 0.98 + grow && Math.hypot(x, y + 0.55) < 0.98 + grow;
  if (Math.hypot(x, y) < 0.2) return WHITE;
  return lens(0.02) && !lens(-0.14) ? WHITE : TEAL;
}

function inTile(x, y) {
  const corner = 0.45;
  const dx = Math.max(Math.abs(x) - (1 - corner), 0);
  const dy = Math.max(Math.abs(y) - (1 - corner), 0);
  return Math.hypot(dx, dy) <= corner;
}

function png(size, raw) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(raw, { level: 9 })),
    chunk("IEND"),
  ]);
}

function chunk(name, data = Buffer.alloc(0)) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
