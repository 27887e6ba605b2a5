/** Recognises plain text in a part that Gmail's request calls HTML. A tag in plain text would be visible. */
import type { Part } from "./marks";

/** Between angle brackets, but no tag: an address or a URL. */
const NO_TAG = /@|:$/;
const RAW_TEXT: ReadonlySet<string> = new Set(["style", "script", "textarea", "title", "xmp"]);

/**
 * Returns whether a part may be plain text: it begins with words, while Gmail's HTML begins with a tag, and it has a
 * `<` that begins nothing, while Gmail's HTML has every `<` of the text escaped.
 */
export function mayBePlain({ html, scan: { tags, whole } }: Part): boolean {
  const [first] = tags;
  if (first === undefined) return false;
  const before = html.slice(0, first.start);
  if (before.trim() === "" && !NO_TAG.test(first.name)) return false;
  if (hasStray(before) || tags.some(({ name }) => NO_TAG.test(name))) return true;
  return tags.some(({ name, closing, end }, at) => {
    if (!closing && RAW_TEXT.has(name)) return false;
    return hasStray(html.slice(end, tags[at + 1]?.start ?? (whole ? html.length : end)));
  });
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
