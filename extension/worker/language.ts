/** The worker's own language: whoever speaks to the person loads it first, since the worker may just have woken. */
import { locale, speak } from "../lib/i18n/words";
import type { Words } from "../lib/protocol/shapes/settings";
import { read } from "./store";

export async function speakAsWanted(): Promise<Words | null> {
  const { settings } = await read("settings");
  return speak(settings.language);
}

/** In which language the server's own sentences are asked for: the one that all the others here are in. */
export async function wantedLanguage(): Promise<string> {
  await speakAsWanted();
  return locale();
}
