/** Feature: uses the language that the person chose. */
import { useTexts } from "../lib/i18n/texts";
import { ask } from "../lib/protocol/messages";
import type { Tab } from "./tab";

/**
 * Until the texts are loaded, the browser looks them up in its own language. After an update of the extension,
 * only texts that were loaded before are available to this script.
 */
export function init(tab: Tab): void {
  const learn = async (): Promise<void> => {
    const texts = await ask("page/texts", {}).catch(() => null);
    if (texts === null) return;
    useTexts(texts);
    tab.emit("status", undefined);
  };
  tab.on("stateChanged", () => void learn());
  void learn();
}
