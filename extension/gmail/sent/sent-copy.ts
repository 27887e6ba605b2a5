/** What Gmail shows of a sent mail, compared with the marks that left with it. */
import type { Lease } from "../../lib/protocol/shapes/mail";
import { QUOTE } from "../selectors";

export type Found = { readonly pixel: boolean; readonly links: number };

/** The letters that all of one mail's link tokens begin with; the 51st also holds bits of what follows. */
const SAME_LETTERS = 50;
/** A picture whose own address Gmail's proxy did not keep: it could be ours. */
const NAMELESS = /^https:\/\/[a-z0-9-]+\.googleusercontent\.com\/(?:meips|proxy)\/[^#]*$/;

/** Null where it cannot be told: not shown yet, or Gmail hides where its pictures come from. */
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

/** Of what was written now: quoted text holds the marks of other mails. */
function attributesOf(content: Element, elements: string, name: string): string[] {
  return [...content.querySelectorAll(elements)]
    .filter((node) => node.closest(QUOTE) === null)
    .map((node) => (node.getAttribute(name) ?? "").trim());
}
