/** Edits one HTML part: removes old pixels and decoys, restores the URLs of old links, and signs links. */
import { type LinkCase, whyLeft } from "../../lib/links/rules";
import type { Own, TrackedLink } from "../../lib/protocol/shapes/mail";
import { attributeNamed, escapeValue, plainText, type Scan, scan, type Tag } from "./html";
import type { Edit } from "./json";

import { clickTarget, isDecoy, type Signer } from "./tokens";

type Range = { readonly start: number; readonly end: number };

export type Marked = { readonly edits: readonly Edit[]; readonly links: readonly TrackedLink[] };

export type Part = {
  readonly html: string;
  readonly scan: Scan;
  /** Ranges of quoted text inside a typed part. */
  readonly quotes: readonly Range[];
};

export function readPart(html: string): Part {
  const found = scan(html);
  return { html, scan: found, quotes: quotesIn(found.tags, html) };
}

/** Returns whether a part contains HTML: in plain text, a pixel would be visible as text. */
export function isHtml(part: Part): boolean {
  return part.scan.tags.length > 0;
}

/** The signer of one mail's links, and the rules that say which links it signs. */
export type Signing = { readonly sign: Signer; readonly given: LinkCase };

/** Returns the edits to `part`. With `signing`, links are signed; without it, marks are only removed. */
export function mark(part: Part, own: readonly Own[], signing: Signing | null): Marked {
  const links: TrackedLink[] = [];
  const track = (tag: Tag, at: number, url: string): string | null => {
    if (signing === null) return null;
    const text = textBehind(part, at);
    if (whyLeft({ url, text, quoted: isQuoted(part, tag) }, signing.given) !== null) return null;
    const tracked = signing.sign(url);
    if (tracked !== null) links.push({ url, text });
    return tracked;
  };
  const edits = part.scan.tags.flatMap((tag, at) => {
    if (isOwnPixel(part.html, tag, own)) return [without(tag)];
    if (isOwnDecoy(part.html, tag, own)) return decoyTags(part, at).map(without);
    const edit = linkEdit(part.html, tag, own, (url) => track(tag, at, url));
    return edit === null ? [] : [edit];
  });
  return { edits, links };
}

function without({ start, end }: Tag): Edit {
  return { start, end, text: "" };
}

/** Returns whether `tag` shows one of the sender's pixels, directly or through Gmail's image proxy. */
function isOwnPixel(html: string, tag: Tag, own: readonly Own[]): boolean {
  if (tag.closing || tag.name !== "img") return false;
  const src = attributeNamed(tag, "src");
  const url = src === undefined ? null : plainText(html.slice(src.start, src.end));
  return (
    url !== null &&
    own.some(({ pixels }) => startsAt(url, pixels) || startsAt(behindProxy(url), pixels))
  );
}

function behindProxy(url: string): string {
  const proxied =
    /^\s*(?:https?:)?\/\/[a-z0-9-]+\.googleusercontent\.com\/(?:meips|proxy)\/[^#]*#(.*)$/is.exec(
      url,
    );
  return proxied?.[1] ?? "";
}

function isOwnDecoy(html: string, tag: Tag, own: readonly Own[]): boolean {
  const url = tag.name === "a" ? hrefOf(html, tag) : null;
  const token = url === null ? null : ownToken(url, own);
  return token !== null && isDecoy(token);
}

/** Returns the decoy's opening and closing tag, so that text that somebody wrote between them can stay. */
function decoyTags({ scan: { tags } }: Part, at: number): Tag[] {
  const opening = tags[at];
  const next = tags.slice(at + 1).find(({ name }) => name === "a");
  return [opening, next?.closing ? next : undefined].filter((tag) => tag !== undefined);
}

/** Returns whether `url` begins with `place`, which has no scheme. */
function startsAt(url: string, place: string): boolean {
  // Only the beginning, because an inline image may be megabytes of data URL.
  return url
    .trimStart()
    .slice(0, "https:".length + place.length)
    .replace(/^https?:/i, "")
    .toLowerCase()
    .startsWith(place.toLowerCase());
}

function linkEdit(
  html: string,
  tag: Tag,
  own: readonly Own[],
  track: (url: string) => string | null,
): Edit | null {
  const href = attributeNamed(tag, "href");
  const url = hrefOf(html, tag);
  if (href === undefined || url === null) return null;
  const target = unwrapped(url, own);
  const tracked = track((target ?? url).trim());
  if (tracked === null && target === null) return null;
  return {
    start: href.start,
    end: href.end,
    text: escapeValue(tracked ?? target ?? url, href.quote),
  };
}

/** Returns a link's target as it is written; null if `tag` is no link, or the target cannot be decoded. */
function hrefOf(html: string, tag: Tag): string | null {
  if (tag.closing || (tag.name !== "a" && tag.name !== "area")) return null;
  const href = attributeNamed(tag, "href");
  return href === undefined ? null : plainText(html.slice(href.start, href.end));
}

/** Returns the target of one of the sender's tracked links; null for other links and for damaged ones. */
export function unwrapped(url: string, own: readonly Own[]): string | null {
  const token = ownToken(url, own);
  return token === null ? null : clickTarget(token);
}

/** Returns the token in one of the sender's tracked links, and what follows it; null for any other URL. */
function ownToken(url: string, own: readonly Own[]): string | null {
  const bare = url.trim();
  const place = own.find(({ links }) => startsAt(bare, links));
  if (place === undefined) return null;
  return bare.replace(/^https?:/i, "").slice(place.links.length);
}

/** Returns the text of the link whose opening tag has the index `at`. */
function textBehind(part: Part, at: number): string {
  const { tags } = part.scan;
  let text = "";
  for (let next = at; next < tags.length; next++) {
    text += part.html.slice(tags[next]?.end, tags[next + 1]?.start);
    if (tags[next + 1]?.name === "a") break;
  }
  return (plainText(text) ?? text).replace(/\s+/g, " ").trim().slice(0, 200);
}

function isQuoted(part: Part, tag: Tag): boolean {
  return part.quotes.some(({ start, end }) => start <= tag.start && tag.start < end);
}

function quotesIn(tags: readonly Tag[], html: string): Range[] {
  const quotes: Range[] = [];
  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at];
    if (tag === undefined || tag.closing || !isQuoteTag(tag, html)) continue;
    const last = endOfElement(tags, at);
    quotes.push({ start: tag.start, end: tags[last]?.end ?? html.length });
    at = last;
  }
  return quotes;
}

function isQuoteTag(tag: Tag, html: string): boolean {
  const name = attributeNamed(tag, "class");
  return (
    name !== undefined &&
    /(?:^|\s)gmail_quote(?:_container)?(?:\s|$)/.test(html.slice(name.start, name.end))
  );
}

/** Returns the index of the closing tag, or `tags.length` if the element is never closed. */
function endOfElement(tags: readonly Tag[], opening: number): number {
  const name = tags[opening]?.name;
  let depth = 0;
  for (let at = opening; at < tags.length; at++) {
    if (tags[at]?.name !== name) continue;
    depth += tags[at]?.closing ? -1 : 1;
    if (depth === 0) return at;
  }
  return tags.length;
}
