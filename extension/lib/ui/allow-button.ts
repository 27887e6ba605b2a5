/** Builds the button that asks for a site which the browser withholds. */
import { say } from "../i18n/texts";
import { element } from "./element";

/** The browser asks the person only if its request directly follows the click, without an await. */
export function allowButton(pattern: string): HTMLButtonElement {
  const attributes = { type: "button", "data-testid": "allow", "data-pattern": pattern };
  const button = element("button", { class: "quiet allow", text: say("allow_site"), attributes });
  button.addEventListener("click", () => {
    void chrome.permissions.request({ origins: [pattern] }).catch(() => false);
  });
  return button;
}
