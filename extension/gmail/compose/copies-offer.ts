/** Offers individual copies of a mail with several recipients, at the bottom of the compose panel. */

import { say } from "../../lib/i18n/texts";
import { element, setAttribute, setText } from "../../lib/ui/element";
import type { CopyView } from "./copies";

export type Offer = { readonly root: HTMLElement; show(view: CopyView | null): void };

export function makeOffer(press: () => void): Offer {
  const button = element("button", {
    class: "sightline-copies-send",
    attributes: { type: "button", "data-testid": "sightline-copies" },
  });
  button.addEventListener("click", press);
  const words = element("p", { class: "sightline-note" });
  const link = element("a", { attributes: { target: "_blank", rel: "noopener" } });
  const problem = element("p", {
    class: "sightline-problem",
    attributes: { role: "alert", "data-testid": "sightline-copies-problem" },
  });
  const root = element("div", { class: "sightline-copies" }, button, words, link, problem);
  return {
    root,
    show(view) {
      root.hidden = view === null;
      if (view === null) return;
      const permit = view.kind === "permit";
      button.hidden = permit;
      // Not `disabled`: the button would lose the focus, and the next key would go to Gmail.
      setAttribute(button, "aria-disabled", String(view.kind === "busy"));
      setText(button, buttonWords(view));
      setText(words, say(permit ? "copies_allow" : "copies_what"));
      link.hidden = !permit;
      setText(link, say("copies_settings"));
      if (permit) setAttribute(link, "href", view.url);
      problem.hidden = view.kind !== "offer" || view.problem === null;
      setText(problem, problemWords(view));
    },
  };
}

function buttonWords(view: CopyView): string {
  if (view.kind === "busy") return say("copies_busy");
  return view.kind === "offer" ? say("copies_send", view.count) : "";
}

function problemWords(view: CopyView): string {
  return view.kind === "offer" && view.problem !== null ? say(view.problem) : "";
}
