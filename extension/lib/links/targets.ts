/** Decides which URLs a tracked link may lead to: public web addresses that survive a redirect unchanged. */

/** Browsers drop or rewrite these characters, so the redirect's URL would differ from the one in the mail. */
const HIDDEN_LETTERS = /[\s\p{Cc}\\]/u;
const INSIDE_ENDINGS = [
  ".localhost",
  ".local",
  ".localdomain",
  ".internal",
  ".lan",
  ".home.arpa",
  ".metadata.goog",
  ".onion",
];
/** First and last address of each non-public IPv4 block (IANA special-purpose registry). */
const INSIDE_BLOCKS: readonly (readonly [number, number])[] = [
  [0x00000000, 0x00ffffff],
  [0x0a000000, 0x0affffff],
  [0x64400000, 0x647fffff],
  [0x7f000000, 0x7fffffff],
  [0xa83f8110, 0xa83f8110],
  [0xa9fe0000, 0xa9feffff],
  [0xac100000, 0xac1fffff],
  [0xc0000000, 0xc00000ff],
  [0xc0000200, 0xc00002ff],
  [0xc0586300, 0xc05863ff],
  [0xc0a80000, 0xc0a8ffff],
  [0xc6120000, 0xc613ffff],
  [0xc6336400, 0xc63364ff],
  [0xcb007100, 0xcb0071ff],
  [0xe0000000, 0xffffffff],
];

export type Unfit = "not-web" | "unreadable" | "credentials" | "inside";

/**
 * Returns the parsed URL, or the reason why it cannot be a target. A link into a private network must not be
 * changed: the server refuses to redirect there, so the link would be broken.
 */
export function readTarget(url: string): URL | Unfit {
  if (!/^https?:\/\//i.test(url)) return "not-web";
  const target = HIDDEN_LETTERS.test(url) ? null : parsed(url);
  if (target === null) return "unreadable";
  if (target.username !== "" || target.password !== "") return "credentials";
  return isPublic(target.hostname) ? target : "inside";
}

/** Parses once: `URL.canParse` would parse most links a second time. */
function parsed(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

function isPublic(hostname: string): boolean {
  if (hostname.startsWith("[")) return isPublicV6(hostname.slice(1, -1));
  const name = hostname.replace(/\.$/, "");
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return isPublicV4(name);
  return name.includes(".") && !INSIDE_ENDINGS.some((ending) => `.${name}`.endsWith(ending));
}

function isPublicV4(address: string): boolean {
  const number = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return !INSIDE_BLOCKS.some(([first, last]) => first <= number && number <= last);
}

function isPublicV6(address: string): boolean {
  // Global unicast is 2000::/3. Within it, 2002::/16 (6to4) may lead to a private network,
  // 2001::/23 is for protocols such as Teredo, and 2001:db8::/32 and 3fff::/20 are for
  // documentation.
  if (!/^[23][0-9a-f]{3}:/.test(address)) return false;
  return !/^(?:2002:|2001:(?:[01]?[0-9a-f]{0,2}:|db8:)|3fff:(?:0?:|[0-9a-f]{1,3}:))/.test(address);
}
