/** Detects inline OpenPGP: if we changed encrypted or signed text, it could not be decrypted or verified. */

const LINES = ["-----BEGIN PGP MESSAGE-----", "-----BEGIN PGP SIGNED MESSAGE-----"];

/** Returns whether `text`, a mail's plain text or its HTML, contains an OpenPGP armor header line. */
export function isArmoured(text: string): boolean {
  return LINES.some((line) => text.includes(line));
}
