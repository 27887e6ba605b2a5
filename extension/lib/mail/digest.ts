/** What is read in a mail, as one short value: to compare what is shown with what was saved, and with the server. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const UNSEEN = /[\s\u200b-\u200d\u2060]+/g;

/** SHA-256 (hex) of `text` without spaces: however it is written down, the same words. */
export function wordsDigest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.replace(UNSEEN, ""))));
}
