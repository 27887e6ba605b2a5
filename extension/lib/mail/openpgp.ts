/** Mail that is encrypted or signed by OpenPGP in its own text: neither would survive a change. */

const LINES = ["-----BEGIN PGP MESSAGE-----", "-----BEGIN PGP SIGNED MESSAGE-----"];

/** `text`: a mail's words or its HTML; such a line is the same in both. */
export function isArmoured(text: string): boolean {
  return LINES.some((line) => text.includes(line));
}
