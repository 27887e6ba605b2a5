/** Encodes and decodes base64url without padding, in its canonical form (RFC 4648, sections 3.5 and 5). */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** The two letters for each 12 bits. */
const PAIRS = Array.from(
  { length: 4096 },
  (_, held) => ALPHABET.charAt(held >> 6) + ALPHABET.charAt(held & 63),
);
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

export function encode(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const held = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += `${PAIRS[held >> 12]}${PAIRS[held & 4095]}`;
  }
  return text.slice(0, Math.ceil((bytes.length * 4) / 3));
}

/** Decodes base64url; returns null for anything but the canonical form. */
export function decode(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = VALUES.get(letter);
    if (value === undefined) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
    held &= (1 << bits) - 1;
  }
  return held === 0 ? bytes : null;
}
