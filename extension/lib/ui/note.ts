/** Builds a warning with a title. */
import { element } from "./element";

export function note(name: string, title: string, ...words: (string | Node)[]): HTMLElement {
  const attributes = { id: name, "data-testid": name };
  const strong = element("strong", { text: title });
  return element("div", { class: "warning", attributes }, strong, ...words);
}
