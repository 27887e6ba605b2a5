/**
 * Makes and reads click tokens. The page signs them with the key in the lease, which is valid for one mail.
 *
 *     token = base64url( head | sha256(url)[:16] | url | HMAC-SHA256(link key, head | hash | url) )
 *
 * The head's 38 bytes are version, purpose, key id, account, message, recipient and expiry.
 * All functions are synchronous, because a send must not wait.
 */
import { concatBytes } from "@noble/hashes/utils.js";
import { LONGEST_URL } from "../../lib/links/rules";
import type { Lease } from "../../lib/protocol/shapes/mail";
import { decode, encode } from "./base64url";
import { hmac, sha256 } from "./hashes";

const VERSION = 1;
const CLICK = 2;
const DECOY = 8;
const HEAD = 38;
const HASH = 16;
const MAC = 32;
const DECOY_LETTERS = Math.ceil(((HEAD + MAC) * 4) / 3);

/** Returns the signed form of a URL, or null if the URL is too long or not valid UTF-16. */
export type Signer = (url: string) => string | null;

/**
 * Returns a signer that makes tracked links for one mail. The key is prepared when the first link is signed.
 */
export function linkSigner({ link_base, link_head, link_key }: Lease): Signer {
  let sign: Signer | null = null;
  return (url) => {
    sign ??= clickSigner(link_head, link_key);
    const token = sign(url);
    return token === null ? null : link_base + token;
  };
}

/**
 * Returns a signer that makes click tokens. Throws if `linkHead` or `linkKey` is malformed (both base64url).
 */
export function clickSigner(linkHead: string, linkKey: string): Signer {
  const head = decode(linkHead);
  const key = decode(linkKey);
  if (head?.length !== HEAD || key?.length !== MAC) throw new Error("malformed lease");
  const keyed = hmac.create(sha256, key);
  return (url) => {
    const target = utf8(url);
    if (target === null || target.length > LONGEST_URL) return null;
    const signed = concatBytes(head, sha256(target).subarray(0, HASH), target);
    return encode(concatBytes(signed, keyed.clone().update(signed).digest()));
  };
}

export function signClick(linkHead: string, linkKey: string, url: string): string | null {
  return clickSigner(linkHead, linkKey)(url);
}

/**
 * Returns the URL in a click token, or null if `token` is not an intact click token. The page has no keys for
 * earlier mails, so it checks the hash instead of the signature.
 */
export function clickTarget(token: string): string | null {
  const bytes = decode(token);
  if (bytes === null || bytes.length <= HEAD + HASH + MAC) return null;
  if (bytes[0] !== VERSION || bytes[1] !== CLICK) return null;
  const target = bytes.subarray(HEAD + HASH, bytes.length - MAC);
  const hash = sha256(target);
  if (!bytes.subarray(HEAD, HEAD + HASH).every((byte, at) => byte === hash[at])) return null;
  return fromUtf8(target);
}

/** Returns whether `token` has the form of a decoy's token; only the server can check its signature. */
export function isDecoy(token: string): boolean {
  // Decoy tokens are short, so longer ones need not be decoded.
  if (token.length > DECOY_LETTERS) return false;
  const bytes = decode(token);
  return bytes?.length === HEAD + MAC && bytes[0] === VERSION && bytes[1] === DECOY;
}

const encoder = new TextEncoder();

function utf8(text: string): Uint8Array | null {
  // A lone surrogate would be signed as U+FFFD, which would make it another URL.
  return /\p{Surrogate}/u.test(text) ? null : encoder.encode(text);
}

function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
