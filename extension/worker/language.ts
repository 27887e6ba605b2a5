/** The worker's own language: whoever speaks to the person loads it first, since the worker may just have woken. */
import { loadTexts, locale } from "../lib/i18n/words";
import type { Texts } from "../lib/protocol/shapes/settings";
import { read } from "./store";

export async function loadChosenTexts(): Promise<Texts | null> {
  const { settings } = await read("settings");
  return loadTexts(settings.language);
}

/** In which language the server's own sentences are asked for: the one that all the others here are in. */
export async function wantedLanguage(): Promise<string> {
  await loadChosenTexts();
  return locale();
}
