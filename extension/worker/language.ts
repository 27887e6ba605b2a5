/** Loads the worker's texts. The worker may just have started, so call this before it shows a text. */
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
