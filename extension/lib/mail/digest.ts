/**
 * Hashes the visible text of a draft, to compare the text in the window with the text that Gmail saved and the
 * text that the server reads.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const UNSEEN = /[\s\u200b-\u200d\u2060]+/g;

/** Returns the SHA-256 (hex) of `text` without white space, so the same words always give the same digest. */
export function textDigest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.replace(UNSEEN, ""))));
}
