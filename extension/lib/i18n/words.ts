/** The extension's texts, in the language that the person chose, else in the browser's. */
import type english from "../../_locales/en/messages.json";
import type { Texts } from "../protocol/shapes/settings";

export type Key = keyof typeof english;
/** The part before `_one` and `_other`. */
export type CountKey = Key extends infer K ? (K extends `${infer N}_other` ? N : never) : never;

let words: Texts | null = null;

/**
 * The text with `$1`, `$2` … replaced. Until a table is there the browser's own look-up answers, so
 * that nothing waits. It never throws: a content script left behind by an update still has to speak.
 */
export function say(key: Key, ...values: readonly (string | number)[]): string {
  const text = words?.texts[key];
  return text === undefined ? browsersText(key, values) : filled(text, values);
}

/** `key_one` or `key_other`, as the language counts; the number is `$1`. */
export function sayCount(key: CountKey, count: number, ...values: (string | number)[]): string {
  const form = new Intl.PluralRules(locale()).select(count) === "one" ? "one" : "other";
  return say(`${key}_${form}` as Key, count, ...values);
}

/** For dates and numbers: the language of the texts, with the person's own region where it fits. */
export function locale(): string {
  const language = wordsLanguage().replace("_", "-");
  const browser = globalThis.chrome?.i18n?.getUILanguage?.() ?? language;
  return browser.startsWith(`${language}-`) ? browser : language;
}

/** Takes the table that the worker has loaded; null: back to the browser's. */
export function useTexts(given: Texts | null): void {
  words = given;
}

/** Loads the packaged table of `chosen`, or of the browser's language; for the worker and the windows. */
export async function loadTexts(chosen: string | null): Promise<Texts | null> {
  const wanted = chosen ?? browsersLanguage();
  if (words?.language !== wanted)
    words = (await packaged(wanted)) ?? (await packaged(browsersLanguage()));
  return words;
}

/** Puts the texts into a window's page: `data-say` names the content, `data-say-title` the title, and so on. */
export function translatePage(root: Document): void {
  root.documentElement.lang = locale();
  for (const node of root.querySelectorAll<HTMLElement>("[data-say]"))
    node.textContent = say(node.dataset.say as Key);
  for (const name of ["title", "placeholder", "aria-label"])
    for (const node of root.querySelectorAll(`[data-say-${name}]`))
      node.setAttribute(name, say(node.getAttribute(`data-say-${name}`) as Key));
}

/** The languages in the package with their own names. */
export async function languages(): Promise<Readonly<Record<string, string>>> {
  return (await packagedJson("lib/i18n/languages.json")) as Record<string, string>;
}

function wordsLanguage(): string {
  return words?.language ?? browsersLanguage();
}

/** Which of our languages the browser has picked. */
function browsersLanguage(): string {
  const language = browsersText("language", []);
  return language === "language" ? "en" : language;
}

function browsersText(key: Key, values: readonly (string | number)[]): string {
  try {
    return chrome.i18n.getMessage(key, values.map(String)) || key;
  } catch {
    return key;
  }
}

function filled(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\$([1-9$])/g, (_, at: string) =>
    at === "$" ? "$" : String(values[Number(at) - 1] ?? ""),
  );
}

type Packaged = Record<string, { message: string }>;

async function packaged(language: string): Promise<Texts | null> {
  if (!/^[a-z]{2,3}(_[A-Za-z]+)?$/.test(language)) return null;
  const table = (await packagedJson(`_locales/${language}/messages.json`)) as Packaged | null;
  if (table === null) return null;
  const texts = Object.entries(table).map(([key, { message }]) => [key, message]);
  return { language, texts: Object.fromEntries(texts) as Record<string, string> };
}

function packagedJson(path: string): Promise<unknown> {
  return fetch(chrome.runtime.getURL(path)).then(
    (answer) => answer.json() as Promise<unknown>,
    () => null,
  );
}
