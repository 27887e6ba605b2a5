/**
 * Recognises links that act when they are followed, by the words in their URLs and texts. Pure. The words are in
 * signs.json; the server uses the same (server/marks/link_signs.json).
 */
import known from "./signs.json";

export type Sensitive = "password-reset" | "sign-in-link" | "one-time-code" | "calendar-answer";

export type Sign = Sensitive | "unsubscribe";

type Patterns = Record<"words" | "segments" | "parameters" | "anywhere" | "text", string[]>;
type Signs = { readonly place: readonly RegExp[]; readonly text: readonly RegExp[] };

/** The beginning of a word: of a segment of the path, a parameter or a value. */
const BEGINNING = "(?:^|[/?&=#;.])";
const QUALIFIER = "(?:[a-z0-9]+[-_])?";
const SOUGHT = /([?&](?:q|query|search|s|keywords?|text|title|subject|utm_[a-z]+)=)[^&#]*/g;
/** The title of an article, and of a part of it. */
const TITLE = /(\/wiki\/)[^?]*/;

const { parts, ...patterns } = known;

const SIGNS: Record<Sign, Signs> = {
  unsubscribe: signs(patterns.unsubscribe),
  "password-reset": signs(patterns["password-reset"]),
  "sign-in-link": signs(patterns["sign-in-link"]),
  "one-time-code": signs(patterns["one-time-code"]),
  "calendar-answer": signs(patterns["calendar-answer"]),
};

/** Most links show no sign at all, and one look tells. */
const ANY = signs({
  words: every("words"),
  segments: every("segments"),
  parameters: every("parameters"),
  anywhere: every("anywhere"),
  text: every("text"),
});

/** Returns a function that says whether a link looks like one of a kind; it looks when it is first asked. */
export function signsOf(target: URL, text: string): (name: Sign) => boolean {
  let place: string | undefined;
  let any = true;
  return (name) => {
    if (place === undefined) {
      place = placeOf(target);
      any = shows(ANY, place, folded(text));
    }
    return any && shows(SIGNS[name], place, folded(text));
  };
}

function shows(signs: Signs, place: string, text: string): boolean {
  return signs.place.some((one) => one.test(place)) || signs.text.some((one) => one.test(text));
}

/**
 * Returns the URL's path, query and fragment, folded, and without what somebody only names: what is searched for, a
 * campaign, or an article of a wiki.
 */
function placeOf({ pathname, search, hash }: URL): string {
  const where = `${pathname}${search}${hash}`.replace(/(?:%[0-9a-f]{2})+/gi, unescaped);
  return folded(where).replace(SOUGHT, "$1").replace(TITLE, "$1");
}

/** Returns `text` in lower case and without accents: `Désabonner` and `desabonner` are the same word. */
function folded(text: string): string {
  const low = text.toLowerCase();
  if (/^[ -~]*$/.test(low)) return low;
  return low
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

function unescaped(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

function every(part: keyof Patterns): string[] {
  return Object.values<Patterns>(patterns).flatMap((one) => one[part]);
}

function signs({ words, segments, parameters, anywhere, text }: Patterns): Signs {
  // One expression for each beginning: a browser skips places where none can begin, but not for a union.
  const place = [
    ...begun(`${BEGINNING}${QUALIFIER}`, words),
    ...begun(BEGINNING, segments),
    ...begun("[?&#;]", parameters),
    ...begun("", anywhere),
  ];
  return { place, text: begun("", text) };
}

function begun(beginning: string, patterns: readonly string[]): RegExp[] {
  if (patterns.length === 0) return [];
  const whole = Object.entries(parts).reduce(
    (sum, [name, part]) => sum.replaceAll(`<${name}>`, () => part),
    patterns.join("|"),
  );
  return [new RegExp(`${beginning}(?:${whole})`)];
}
