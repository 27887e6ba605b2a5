/**
 * A tokenizer for mail bodies: finds tags and attribute values, with their positions in the text. It implements
 * only those states of the HTML standard (section 13.2.5) on which positions depend: comments, quotes,
 * text-only elements. It builds no tree.
 */

export type Attribute = {
  readonly name: string;
  /** The value's first character, after an opening quote; `end` is after its last character. */
  readonly start: number;
  readonly end: number;
  readonly quote: '"' | "'" | "";
};

export type Tag = {
  readonly name: string;
  readonly closing: boolean;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly Attribute[];
};

export type Scan = {
  readonly tags: readonly Tag[];
  /** False if the text ends inside a tag, a comment or a text-only element. */
  readonly whole: boolean;
};

const LETTER = /[A-Za-z]/;
const NAME_END = /[\t\n\f\r />]/g;
const ATTRIBUTE_NAME_END = /[\t\n\f\r />=]/g;
const UNQUOTED_END = /[\t\n\f\r >]/g;
const NOT_SPACE = /[^\t\n\f\r ]/g;
const NOT_SEPARATOR = /[^\t\n\f\r /]/g;
const COMMENT_END = /--!?>/g;
const TEXT_ONLY = new Set([
  "script",
  "style",
  "textarea",
  "title",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
  "plaintext",
]);

export function scan(html: string): Scan {
  const tags: Tag[] = [];
  let at = html.indexOf("<");
  while (at !== -1) {
    const tag = tagAt(html, at);
    if (tag !== null) tags.push(tag);
    const end = tag === null ? endOfOther(html, at) : endWithText(html, tag);
    if (end === -1) return { tags, whole: false };
    at = html.indexOf("<", end);
  }
  return { tags, whole: true };
}

/** Returns the tag at `at`; null if something else starts there, or a tag that does not end. */
function tagAt(html: string, at: number): Tag | null {
  const closing = html[at + 1] === "/";
  const nameStart = closing ? at + 2 : at + 1;
  if (!LETTER.test(html[nameStart] ?? "")) return null;
  const nameEnd = find(html, NAME_END, nameStart);
  const { attributes, end } = attributesFrom(html, nameEnd);
  if (end === -1) return null;
  const name = html.slice(nameStart, nameEnd).toLowerCase();
  return { name, closing, start: at, end, attributes };
}

function attributesFrom(html: string, from: number): { attributes: Attribute[]; end: number } {
  const attributes: Attribute[] = [];
  let names: Set<string> | undefined;
  let at = find(html, NOT_SEPARATOR, from);
  while (at < html.length && html[at] !== ">") {
    const { attribute, end } = attributeAt(html, at);
    // If two attributes have the same name, the first one counts, as in browsers.
    names ??= new Set();
    if (!names.has(attribute.name)) attributes.push(attribute);
    names.add(attribute.name);
    at = find(html, NOT_SEPARATOR, end);
  }
  return { attributes, end: at < html.length ? at + 1 : -1 };
}

function attributeAt(html: string, at: number): { attribute: Attribute; end: number } {
  // The name may begin with "=", so the search for its end starts after the first character.
  const nameEnd = find(html, ATTRIBUTE_NAME_END, at + 1);
  const name = html.slice(at, nameEnd).toLowerCase();
  const sign = find(html, NOT_SPACE, nameEnd);
  if (html[sign] !== "=")
    return { attribute: { name, start: nameEnd, end: nameEnd, quote: "" }, end: nameEnd };
  const start = find(html, NOT_SPACE, sign + 1);
  const quote = html[start];
  if (quote !== '"' && quote !== "'") {
    const end = find(html, UNQUOTED_END, start);
    return { attribute: { name, start, end, quote: "" }, end };
  }
  const close = html.indexOf(quote, start + 1);
  const end = close === -1 ? html.length : close;
  return { attribute: { name, start: start + 1, end, quote }, end: end + 1 };
}

/**
 * Returns the position after the comment, declaration, bogus end tag or lone `<` at `at`; -1 if it has no end.
 */
function endOfOther(html: string, at: number): number {
  if (html.startsWith("<!--", at)) return endOfComment(html, at);
  const next = html[at + 1] ?? "";
  const bogus = next === "!" || next === "?" || next === "/";
  if (bogus) return after(html, ">", at + 2);
  return LETTER.test(next) ? -1 : at + 1;
}

function endOfComment(html: string, at: number): number {
  if (html.startsWith("<!-->", at)) return at + 5;
  if (html.startsWith("<!--->", at)) return at + 6;
  COMMENT_END.lastIndex = at + 4;
  return COMMENT_END.test(html) ? COMMENT_END.lastIndex : -1;
}

/**
 * Returns the position after `tag`. If it opens an element that contains only text, returns the position of its
 * closing tag, or -1 if that is missing.
 */
function endWithText(html: string, tag: Tag): number {
  if (tag.closing || !TEXT_ONLY.has(tag.name)) return tag.end;
  const close = new RegExp(`</${tag.name}(?=[\\t\\n\\f\\r />])`, "gi");
  close.lastIndex = tag.end;
  const found = close.exec(html);
  return found === null || tag.name === "plaintext" ? -1 : found.index;
}

function after(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found === -1 ? -1 : found + text.length;
}

/** Returns the position of the first letter that matches `pattern`, which has to be a single letter's. */
function find(html: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(html) ? pattern.lastIndex - 1 : html.length;
}

export function attributeNamed(tag: Tag, name: string): Attribute | undefined {
  return tag.attributes.find((attribute) => attribute.name === name);
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));/g;

/** Returns the text that `raw` stands for, or null if it contains an unknown character reference. */
export function plainText(raw: string): string | null {
  if (!raw.includes("&")) return raw;
  let known = true;
  const text = raw.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    const letter = name === undefined ? letterOf(decimal, hex) : ENTITIES[name];
    if (letter === undefined) known = false;
    return letter ?? whole;
  });
  return known ? text : null;
}

/** Returns the text that `raw` stands for; unknown character references stay as they are written. */
export function decoded(raw: string): string {
  return raw.replace(
    REFERENCE,
    (whole, decimal?: string, hex?: string, name?: string) =>
      (name === undefined ? letterOf(decimal, hex) : ENTITIES[name]) ?? whole,
  );
}

function letterOf(decimal?: string, hex?: string): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const proper =
    code >= 0x20 &&
    code <= 0x10ffff &&
    (code < 0x7f || code > 0x9f) &&
    (code < 0xd800 || code > 0xdfff);
  return proper ? String.fromCodePoint(code) : undefined;
}

/** Escapes `text` for an attribute value quoted with `quote`; if `quote` is "", adds quotes where needed. */
export function escapeValue(text: string, quote: Attribute["quote"]): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("\u00a0", "&nbsp;");
  if (quote === "'") return escaped.replaceAll("'", "&#39;");
  if (quote === '"') return escaped.replaceAll('"', "&quot;");
  return /^[^\s"'<=>`]+$/.test(escaped) ? escaped : `"${escaped.replaceAll('"', "&quot;")}"`;
}
