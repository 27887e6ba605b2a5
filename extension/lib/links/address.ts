/**
 * Decides whether a link's text is an address, which people and mail filters compare with the target. Pure.
 * server/marks/link_text.py decides the same.
 */
import domains from "tlds";

const INVISIBLE = /[\p{Cc}\u00ad\u200b-\u200f\u2060\ufeff]/gu;
/** A dot in a host name, too. */
const DOTS = /[。．｡]/g;
const WEB_ADDRESS = /https?:\/\/|(?:^|[^a-z0-9])www\.[^ .]/i;
const MAIL_ADDRESS = /[^ @<>]@[^ @<>]+\.[^ @<>.0-9]{2}/;
const AROUND = "[ \"'„“”‚‘’«»‹›()\\[\\]{}<>,;!|…=–—]";
const WORD_ENDS = new RegExp(`(?:${AROUND}|[/?@:#])+`);
const ENDS = new RegExp(`^(?:${AROUND}|[.?:])+|(?:${AROUND}|[.?:])+$`, "g");
const ONE_WORD = /^[^ /@:?#<>"'()]+\.[^ ./@:?#<>"'()]{2,}(?:[/:?#][^ ]*)?$/;
/** Top-level domains that more often end the name of a file. */
const ALSO_FILES: ReadonlySet<string> = new Set(
  "ai cc md mk ml mov pl ps py rs sh so tf zip".split(" "),
);
const PUBLIC: ReadonlySet<string> = new Set(domains);
let publicInAscii: ReadonlySet<string> | undefined;

/** Returns whether `text` is an address, or contains the name of the target's host. */
export function isAddress(text: string, hostname: string): boolean {
  const shown = text.replace(INVISIBLE, "").replace(DOTS, ".");
  if (WEB_ADDRESS.test(shown) || MAIL_ADDRESS.test(shown)) return true;
  if (!shown.includes(".")) return false;
  const host = hostname.replace(/\.$/, "").replace(/^www\./, "");
  const words = shown.split(WORD_ENDS).filter((word) => word.includes("."));
  if (words.some((word) => isNear(nameIn(word), host))) return true;
  const bare = shown.replace(ENDS, "");
  return ONE_WORD.test(bare) && isPublic(nameIn(bare.split(/[/:?#]/, 1)[0] ?? ""));
}

/** Returns the host name that `word` is, as a browser spells it; empty if it cannot be one. */
function nameIn(word: string): string {
  const low = word.replace(/^[.-]+|[.-]+$/g, "").toLowerCase();
  const name = /^[ -~]*$/.test(low) ? low : spelled(low);
  return /^[a-z0-9_.-]+$/.test(name) ? name.replace(/^www\./, "") : "";
}

/** Returns whether one of both names is the other, or lies below it. */
function isNear(name: string, host: string): boolean {
  if (!name.includes(".")) return false;
  return name === host || host.endsWith(`.${name}`) || name.endsWith(`.${host}`);
}

function isPublic(name: string): boolean {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  if (ALSO_FILES.has(ending)) return false;
  if (!ending.startsWith("xn--")) return PUBLIC.has(ending);
  publicInAscii ??= new Set(domains.map((domain) => spelled(`a.${domain}`).slice(2)));
  return publicInAscii.has(ending);
}

function spelled(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
}
