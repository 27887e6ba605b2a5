/** Loads the worker's language, which must be done before it shows a text: it may just have started. */
import { loadTexts, locale } from "../lib/i18n/texts";
import type { Texts } from "../lib/protocol/shapes/settings";
import { read } from "./store";

export async function loadChosenTexts(): Promise<Texts | null> {
  const { settings } = await read("settings");
  return loadTexts(settings.language);
}

/** Returns the language in which to request the server's sentences: that of the extension's own texts. */
export async function wantedLanguage(): Promise<string> {
  await loadChosenTexts();
  return locale();
}
