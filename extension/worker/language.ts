/** The worker's language: load it before showing any text, since the worker may just have started. */
import { loadTexts, locale } from "../lib/i18n/texts";
import type { Texts } from "../lib/protocol/shapes/settings";
import { read } from "./store";

export async function loadChosenTexts(): Promise<Texts | null> {
  const { settings } = await read("settings");
  return loadTexts(settings.language);
}

/** Returns the language to request the server's sentences in: that of the extension's own texts. */
export async function wantedLanguage(): Promise<string> {
  await loadChosenTexts();
  return locale();
}
