/**
 * Reads JSON and keeps the position of every value in the text. Edits are spliced into the text at these
 * positions, so the rest of Gmail's request is not serialised again and stays as it is.
 */

export type Place = {
  readonly start: number;
  readonly end: number;
  /** The members of an array or the values of an object; absent for strings, numbers and words. */
  readonly items?: readonly Place[];
};

export type Edit = { readonly start: number; readonly end: number; readonly text: string };

const SPACE = /[\t\n\r ]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Returns the position of the JSON value in `text`, with the positions of the values inside it. Throws
 * SyntaxError if `text` is not JSON.
 */
export function places(text: string): Place {
  const reader = new Reader(text);
  const place = reader.value();
  reader.finish();
  return place;
}

/** Returns the decoded string at `place`, or null for any other value. */
export function stringAt(text: string, place: Place | undefined): string | null {
  if (place === undefined || text[place.start] !== '"') return null;
  return JSON.parse(text.slice(place.start, place.end)) as string;
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(): Place {
    this.skip(SPACE);
    const opening = this.text[this.at];
    if (opening === "[") return this.members("]", () => this.value());
    if (opening === "{") return this.members("}", () => this.property());
    const start = this.at;
    if (opening === '"') this.string();
    else if (!this.skip(SCALAR)) throw new SyntaxError("not JSON");
    return { start, end: this.at };
  }

  finish(): void {
    this.skip(SPACE);
    if (this.at !== this.text.length) throw new SyntaxError("more than one value");
  }

  private property(): Place {
    this.skip(SPACE);
    this.string();
    this.skip(SPACE);
    this.expect(":");
    return this.value();
  }

  /**
   * Scans from quote to quote: a regular expression could exceed the stack in a very long mail, and single
   * characters would be slow.
   */
  private string(): void {
    this.expect('"');
    let end = this.text.indexOf('"', this.at);
    while (end !== -1 && isEscaped(this.text, end)) end = this.text.indexOf('"', end + 1);
    if (end === -1) throw new SyntaxError("string without end");
    this.at = end + 1;
  }

  private members(closing: string, member: () => Place): Place {
    const start = this.at++;
    const items: Place[] = [];
    this.skip(SPACE);
    while (this.text[this.at] !== closing) {
      if (items.length > 0) this.expect(",");
      items.push(member());
      this.skip(SPACE);
    }
    return { start, end: ++this.at, items };
  }

  private expect(letter: string): void {
    if (this.text[this.at] !== letter) throw new SyntaxError(`no ${letter}`);
    this.at++;
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.test(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}

/**
 * Converts `edits` (sorted) of a decoded string to edits of `text`, in which `literal` is the string's literal.
 */
export function insideLiteral(text: string, literal: Place, edits: readonly Edit[]): Edit[] {
  let raw = literal.start + 1;
  let decoded = 0;
  let next = -1;
  const nextEscape = (from: number): number => {
    if (next < from) next = text.indexOf("\\", from);
    if (next === -1) next = text.length;
    return next;
  };
  const rawPlaceOf = (wanted: number): number => {
    while (decoded < wanted) {
      // Up to the next escape, both positions advance by the same number. A mail with inline images has
      // millions of characters without an escape.
      const plain = Math.min(nextEscape(raw) - raw, wanted - decoded);
      raw += plain;
      decoded += plain;
      if (decoded === wanted) break;
      raw += unitLength(text, raw);
      decoded++;
    }
    return raw;
  };
  return edits.map(({ start, end, text: inserted }) => ({
    start: rawPlaceOf(start),
    end: rawPlaceOf(end),
    text: JSON.stringify(inserted).slice(1, -1),
  }));
}

/** Returns whether an odd number of backslashes precedes `at`. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === "\\") first--;
  return (at - first) % 2 === 1;
}

function unitLength(text: string, at: number): number {
  if (text[at] !== "\\") return 1;
  return text[at + 1] === "u" ? 6 : 2;
}

/** Applies `edits`, which must be sorted and must not overlap. */
export function splice(text: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const edit of edits) {
    if (edit.start < from) throw new RangeError("edits overlap");
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
