/** Feature: asks to reload the tab, without which nothing in it is tracked. */
import type { Tab } from "./tab";
import { reloadToast } from "./toast";

/** An update orphans this script, and an extension that starts after Gmail may miss its requests. */
export function init(tab: Tab): void {
  tab.on("retired", () => {
    if (tab.state?.paired) reloadToast();
  });
}
