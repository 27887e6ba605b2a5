/** Detects inline OpenPGP: encrypted or signed text would not survive a change. */

const LINES = ["-----BEGIN PGP MESSAGE-----", "-----BEGIN PGP SIGNED MESSAGE-----"];

/** Returns whether `text`, a mail's plain text or its HTML, contains an OpenPGP armor header line. */
export function isArmoured(text: string): boolean {
  return LINES.some((line) => text.includes(line));
}
