/** Recognises plain text in a part that Gmail's request calls HTML. A tag in plain text would be visible. */
import type { Tag } from "./html";
import type { Part } from "./marks";

/** Between angle brackets, but no tag: an address or a URL. */
const NO_TAG = /@|:$/;
/** Other programs' elements have a prefix or a hyphen: `<o:p>`, `<amp-img>`. */
const FOREIGN = /[:-]/;
/** The elements of HTML, also the obsolete ones that mails still have. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
  button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
  fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image
  img input ins kbd label legend li link listing main map mark marquee math menu meta meter nav nobr noembed noframes
  noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script
  search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea
  tfoot th thead time title tr track tt u ul var video wbr xml xmp`.split(/\s+/),
);
const RAW_TEXT: ReadonlySet<string> = new Set(["style", "script", "textarea", "title", "xmp"]);

/**
 * Returns whether a part may be plain text: it begins with words, or with something that is no tag, while Gmail's HTML begins with a tag, and it has a
 * `<` that begins nothing or no element of HTML, while Gmail's HTML has every `<` of the text escaped.
 */
export function mayBePlain({ html, scan: { tags, whole } }: Part): boolean {
  const [first] = tags;
  if (first === undefined) return false;
  const before = html.slice(0, first.start);
  if (before.trim() === "" && isElement(first)) return false;
  if (hasStray(before) || !tags.every(isElement)) return true;
  return tags.some(({ name, closing, end }, at) => {
    if (!closing && RAW_TEXT.has(name)) return false;
    return hasStray(html.slice(end, tags[at + 1]?.start ?? (whole ? html.length : end)));
  });
}

/** Returns false for what only looks like a tag, as in `List<String>` or `<https://example.com>`. */
function isElement({ name }: Tag): boolean {
  return ELEMENTS.has(name) || (FOREIGN.test(name) && !NO_TAG.test(name));
}

/** Returns whether `text`, which has no tag, has a `<` outside comments and declarations. */
function hasStray(text: string): boolean {
  for (let at = text.indexOf("<"); at !== -1; ) {
    if (!"!?/".includes(text[at + 1] ?? " ")) return true;
    const end = text.startsWith("<!--", at) ? text.indexOf("-->", at + 2) : text.indexOf(">", at);
    at = end === -1 ? -1 : text.indexOf("<", end);
  }
  return false;
}
