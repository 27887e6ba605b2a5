/** Feature: asks the person to reload the tab, in which nothing is tracked until then. */
import type { Tab } from "./tab";
import { reloadToast } from "./toast";

/** An update of the extension orphans this script; an extension that starts after Gmail may miss its requests. */
export function init(tab: Tab): void {
  tab.on("retired", () => {
    if (tab.state?.paired) reloadToast();
  });
}
