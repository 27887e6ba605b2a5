/** Feature: says that the tab must be reloaded before anything in it is tracked again. */
import type { Tab } from "./tab";
import { reloadToast } from "./toast";

/** An update leaves this script behind, and an extension that starts after Gmail may not see its requests. */
export function init(tab: Tab): void {
  tab.on("retired", () => {
    if (tab.state?.paired) reloadToast();
  });
}
