/**
 * Makes and reads click tokens. The page signs them with the key in the lease, which is valid for one mail.
 *
 *     token = base64url( head | sha256(url)[:16] | url | HMAC-SHA256(link key, head | hash | url) )
 *
 * The head's 38 bytes are version, purpose, key id, account, message, recipient and expiry. If the token would
 * end in `-` or `_`, which some mail clients leave out of a link, a zero byte follows the URL.
 * All functions are synchronous, because a send must not wait.
 */
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
/** The length of the zero byte behind the URL, where the token would otherwise end in `-` or `_`. */
const PAD = 1;
const ODD_END = /[-_]$/;
const DECOY_LETTERS = Math.ceil(((HEAD + MAC) * 4) / 3);
/**
 * Line breaks and what a mail client may put where it breaks a link; `=` ends a line in quoted-printable. Python's
 * `\s` is another one, so white space is written out in both.
 */
const BREAKS =
  /=?[\t-\r \u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/g;
const MOST_ODD_ENDS = 3;

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
  // One place for all links of the mail: making new ones takes as long as signing.
  const bytes = new Uint8Array(HEAD + HASH + LONGEST_URL + PAD + MAC);
  const place = bytes.subarray(HEAD + HASH, HEAD + HASH + LONGEST_URL);
  bytes.set(head);
  const signed = (end: number): string => {
    const mac = keyed.clone().update(bytes.subarray(0, end)).digest();
    bytes.set(mac, end);
    return encode(bytes.subarray(0, end + MAC));
  };
  return (url) => {
    const size = writeUtf8(url, place);
    if (size === null) return null;
    const end = HEAD + HASH + size;
    bytes.set(sha256(place.subarray(0, size)).subarray(0, HASH), HEAD);
    const token = signed(end);
    if (!ODD_END.test(token)) return token;
    // Only a multiple of three bytes can end so, hence one more byte always mends it.
    bytes[end] = 0;
    return signed(end + PAD);
  };
}

export function signClick(linkHead: string, linkKey: string, url: string): string | null {
  return clickSigner(linkHead, linkKey)(url);
}

/**
 * Returns the URL in the click token that `text` begins with, or null if there is no intact click token. The page
 * has no keys for earlier mails, so it checks the hash instead of the signature.
 */
export function clickTarget(text: string): string | null {
  for (const token of spellings(text)) {
    const url = targetOf(token);
    if (url !== null) return url;
  }
  return null;
}

/** Returns whether `text` begins with what has the form of a decoy's token; only the server can check it. */
export function isDecoy(text: string): boolean {
  return spellings(text).some((token) => {
    // Decoy tokens are short, so longer ones need not be decoded.
    if (token.length > DECOY_LETTERS) return false;
    const bytes = decode(token);
    return bytes?.length === HEAD + MAC && bytes[0] === VERSION && bytes[1] === DECOY;
  });
}

/**
 * Returns the tokens that `text` may begin with, the likeliest first; server/marks/stray.py says why. What
 * follows a link in a mail must not keep us from recognising our own.
 */
export function spellings(text: string): string[] {
  const found = new Set([leading(text), leading(text.replace(BREAKS, ""))]);
  return [...found].flatMap((token) => {
    const bare = token.replace(/[-_]+$/, "").length;
    const first = Math.max(bare, token.length - MOST_ODD_ENDS);
    const shorter = Array.from({ length: token.length - first }, (_, odd) =>
      token.slice(0, token.length - 1 - odd),
    );
    const longer = token.length % 4 === 3 ? [`${token}-`, `${token}_`] : [];
    return [token, ...shorter, ...longer];
  });
}

function leading(text: string): string {
  return /^[\w-]*/.exec(text)?.[0] ?? "";
}

function targetOf(token: string): string | null {
  const bytes = decode(token);
  if (bytes === null || bytes.length <= HEAD + HASH + MAC) return null;
  if (bytes[0] !== VERSION || bytes[1] !== CLICK) return null;
  const wanted = bytes.subarray(HEAD, HEAD + HASH);
  const target = bytes.subarray(HEAD + HASH, bytes.length - MAC);
  if (startsWith(sha256(target), wanted)) return fromUtf8(target);
  const bare = target.subarray(0, -PAD);
  const padded = target.at(-1) === 0 && bare.length > 0 && startsWith(sha256(bare), wanted);
  return padded ? fromUtf8(bare) : null;
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, at) => byte === bytes[at]);
}

const encoder = new TextEncoder();

/** Writes `text` to `place`, and returns its size in bytes; null if it does not fit, or is not valid UTF-16. */
function writeUtf8(text: string, place: Uint8Array): number | null {
  // A lone surrogate would be signed as U+FFFD, which would make it another URL.
  if (/\p{Surrogate}/u.test(text)) return null;
  const { read, written } = encoder.encodeInto(text, place);
  return read === text.length ? written : null;
}

function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
