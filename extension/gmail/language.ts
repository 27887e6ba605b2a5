/** Feature: speaks the language that the person chose. */
import { useTexts } from "../lib/i18n/words";
import { ask } from "../lib/protocol/messages";
import type { Tab } from "./tab";

/** Before the texts come the browser's own look-up speaks; after an update of the extension only they do. */
export function init(tab: Tab): void {
  const learn = async (): Promise<void> => {
    const texts = await ask("page/words", {}).catch(() => null);
    if (texts === null) return;
    useTexts(texts);
    tab.emit("status", undefined);
  };
  tab.on("stateChanged", () => void learn());
  void learn();
}
