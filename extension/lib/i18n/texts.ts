/** Provides the extension's texts, in the language that the person chose or else in the browser's. */
import type english from "../../_locales/en/messages.json";
import type { Texts } from "../protocol/shapes/settings";

export type Key = keyof typeof english;
/** A plural key without `_one` and `_other`. */
export type CountKey = Key extends infer K ? (K extends `${infer N}_other` ? N : never) : never;

let loaded: Texts | null = null;

/**
 * Returns the text of `key` with `$1`, `$2` … replaced. Until a language is loaded, the browser looks the text
 * up, so nothing has to wait. Never throws: a content script orphaned by an update must still show texts.
 */
export function say(key: Key, ...values: readonly (string | number)[]): string {
  const text = loaded?.texts[key];
  return text === undefined ? browsersText(key, values) : filled(text, values);
}

/** Returns the text of `key_one` or `key_other`, by the language's plural rules; `count` replaces `$1`. */
export function sayCount(key: CountKey, count: number, ...values: (string | number)[]): string {
  const form = new Intl.PluralRules(locale()).select(count) === "one" ? "one" : "other";
  return say(`${key}_${form}` as Key, count, ...values);
}

/**
 * Returns the locale for dates and numbers: the browser's locale with its region if the texts are in the
 * browser's language, otherwise only the language of the texts.
 */
export function locale(): string {
  const language = textsLanguage().replace("_", "-");
  const browser = globalThis.chrome?.i18n?.getUILanguage?.() ?? language;
  return browser.startsWith(`${language}-`) ? browser : language;
}

/** Uses the texts that the worker has loaded; null falls back to the browser's. */
export function useTexts(given: Texts | null): void {
  loaded = given;
}

/**
 * Loads the packaged texts of the language `chosen`, or of the browser's language if it is null. The worker,
 * the popup and the options page use this; content scripts get the texts from the worker.
 */
export async function loadTexts(chosen: string | null): Promise<Texts | null> {
  const wanted = chosen ?? browsersLanguage();
  if (loaded?.language !== wanted)
    loaded = (await packaged(wanted)) ?? (await packaged(browsersLanguage()));
  return loaded;
}

/** Fills in the texts of a page: `data-say` names an element's text, `data-say-title` its title, and so on. */
export function translatePage(root: Document): void {
  root.documentElement.lang = locale();
  for (const node of root.querySelectorAll<HTMLElement>("[data-say]"))
    node.textContent = say(node.dataset.say as Key);
  for (const name of ["title", "placeholder", "aria-label"])
    for (const node of root.querySelectorAll(`[data-say-${name}]`))
      node.setAttribute(name, say(node.getAttribute(`data-say-${name}`) as Key));
}

/** Returns the packaged languages with their native names. */
export async function languages(): Promise<Readonly<Record<string, string>>> {
  return (await packagedJson("lib/i18n/languages.json")) as Record<string, string>;
}

function textsLanguage(): string {
  return loaded?.language ?? browsersLanguage();
}

/** Returns the packaged language that the browser has picked. */
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
