/** Compares the displayed copy of a sent mail with the marks that it was sent with. */
import type { Lease } from "../../lib/protocol/shapes/mail";
import { QUOTE } from "../selectors";

export type Found = { readonly pixel: boolean; readonly links: number };

/** The characters that all link tokens of one mail share; the 51st also encodes bits of the URL's hash. */
const SAME_LETTERS = 50;
/** A proxied image without its original URL: the image could be one of ours. */
const NAMELESS = /^https:\/\/[a-z0-9-]+\.googleusercontent\.com\/(?:meips|proxy)\/[^#]*$/;

/**
 * Finds the marks of `lease` in `content`. Null if they cannot be seen: the copy is not displayed yet, or Gmail
 * hides the URLs of the images.
 */
export function foundIn(content: Element, lease: Lease): Found | null {
  if (content.childElementCount === 0) return null;
  const sources = attributesOf(content, "img", "src");
  const pixel = sources.some(
    (src) => src === lease.pixel_url || src.endsWith(`#${lease.pixel_url}`),
  );
  if (!pixel && sources.some((src) => NAMELESS.test(src))) return null;
  const start = lease.link_base + lease.link_head.slice(0, SAME_LETTERS);
  const links = attributesOf(content, "a, area", "href").filter((href) => href.startsWith(start));
  return { pixel, links: links.length };
}

/** Skips quoted text, which contains the marks of other mails. */
function attributesOf(content: Element, elements: string, name: string): string[] {
  return [...content.querySelectorAll(elements)]
    .filter((node) => node.closest(QUOTE) === null)
    .map((node) => (node.getAttribute(name) ?? "").trim());
}
