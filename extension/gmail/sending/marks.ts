/** Edits one HTML part: removes old pixels and decoys, restores the URLs of old links, and signs links. */
import { type LinkCase, whyLeft } from "../../lib/links/rules";
import type { Own, TrackedLink } from "../../lib/protocol/shapes/mail";
import {
  type Attribute,
  attributeNamed,
  decoded,
  escapeValue,
  plainText,
  type Scan,
  scan,
  type Tag,
} from "./html";
import type { Edit } from "./json";

import { clickTarget, isDecoy, type Signer } from "./tokens";

type Range = { readonly start: number; readonly end: number };
/** A link in a part: its attribute, its target as it is written, and the token if the target is ours. */
type Link = { readonly href: Attribute; readonly url: string; readonly token: string | null };

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

/**
 * Returns whether a part contains HTML: in plain text, a pixel would be visible as text. An empty part counts, as in a
 * mail that is only an attachment.
 */
export function isHtml(part: Part): boolean {
  return part.scan.tags.length > 0 || part.html.trim() === "";
}

/** The signer of one mail's links, and the rules that say which links it signs. */
export type Signing = { readonly sign: Signer; readonly given: LinkCase };

/** Returns the edits to `part`. With `signing`, links are signed; without it, marks are only removed. */
export function mark(part: Part, own: readonly Own[], signing: Signing | null): Marked {
  const links: TrackedLink[] = [];
  const edits: Edit[] = [];
  const isQuoted = quoteFinder(part.quotes);
  const track = (tag: Tag, at: number, url: string): string | null => {
    if (signing === null) return null;
    const text = textBehind(part, at);
    if (whyLeft({ url, text, quoted: isQuoted(tag) }, signing.given) !== null) return null;
    const tracked = signing.sign(url);
    if (tracked !== null) links.push({ url, text });
    return tracked;
  };
  part.scan.tags.forEach((tag, at) => {
    if (isOwnPixel(part.html, tag, own)) edits.push(without(tag));
    const link = linkIn(part.html, tag, own);
    if (link === null) return;
    if (isOwnDecoy(tag, link)) edits.push(...decoyTags(part, at).map(without));
    else edits.push(...linkEdit(link, (url) => track(tag, at, url)));
  });
  return { edits, links };
}

function without({ start, end }: Tag): Edit {
  return { start, end, text: "" };
}

/** Returns whether `tag` shows one of the sender's pixels, directly or through Gmail's image proxy. */
function isOwnPixel(html: string, tag: Tag, own: readonly Own[]): boolean {
  if (tag.closing || tag.name !== "img") return false;
  return picturesOf(html, tag).some((url) =>
    own.some(({ pixels }) => startsAt(url, pixels) || startsAt(behindProxy(url), pixels)),
  );
}

/** Returns the URLs of the picture and its backgrounds, which remain if a program replaces it. */
function picturesOf(html: string, tag: Tag): string[] {
  const src = attributeNamed(tag, "src");
  const style = attributeNamed(tag, "style");
  const url = src === undefined ? null : plainText(html.slice(src.start, src.end));
  const css = style === undefined ? "" : decoded(html.slice(style.start, style.end));
  const behind = [...css.matchAll(/url\(\s*["']?([^"')]*)/gi)].map((found) => found[1] ?? "");
  return url === null ? behind : [url, ...behind];
}

function behindProxy(url: string): string {
  const proxied =
    /^\s*(?:https?:)?\/\/[a-z0-9-]+\.googleusercontent\.com\/(?:meips|proxy)\/[^#]*#(.*)$/is.exec(
      url,
    );
  return proxied?.[1] ?? "";
}

function isOwnDecoy(tag: Tag, { token }: Link): boolean {
  return tag.name === "a" && token !== null && isDecoy(token);
}

/** Returns the decoy's opening and closing tag, so that text that somebody wrote between them can stay. */
function decoyTags({ scan: { tags } }: Part, at: number): Tag[] {
  let next = at + 1;
  while (next < tags.length && tags[next]?.name !== "a") next++;
  return [tags[at], tags[next]?.closing ? tags[next] : undefined].filter(
    (tag) => tag !== undefined,
  );
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

function linkEdit({ href, url, token }: Link, track: (url: string) => string | null): Edit[] {
  const target = token === null ? null : clickTarget(token);
  const tracked = track((target ?? url).trim());
  if (tracked === null && target === null) return [];
  const text = escapeValue(tracked ?? target ?? url, href.quote);
  return [{ start: href.start, end: href.end, text }];
}

function isLinkTag(tag: Tag | undefined): boolean {
  return tag?.name === "a" || tag?.name === "area";
}

/** Returns the link that `tag` begins; null if it begins none, or if the target cannot be decoded. */
function linkIn(html: string, tag: Tag, own: readonly Own[]): Link | null {
  if (tag.closing || !isLinkTag(tag)) return null;
  const href = attributeNamed(tag, "href");
  const url = href === undefined ? null : plainText(html.slice(href.start, href.end));
  return href === undefined || url === null ? null : { href, url, token: ownToken(url, own) };
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

/** Returns the text of the link whose opening tag has the index `at`: up to the next link's tag. */
function textBehind(part: Part, at: number): string {
  const { tags } = part.scan;
  let text = "";
  for (let next = at; next < tags.length; next++) {
    text += part.html.slice(tags[next]?.end, tags[next + 1]?.start);
    if (isLinkTag(tags[next + 1])) break;
  }
  return (plainText(text) ?? text).replace(/\s+/g, " ").trim().slice(0, 200);
}

/** Returns a function that says whether a tag is in a quote. It must be asked about tags in their order. */
function quoteFinder(quotes: readonly Range[]): (tag: Tag) => boolean {
  let next = 0;
  return (tag) => {
    while ((quotes[next]?.end ?? Number.POSITIVE_INFINITY) <= tag.start) next++;
    return (quotes[next]?.start ?? Number.POSITIVE_INFINITY) <= tag.start;
  };
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
