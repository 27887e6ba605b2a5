/** Feature: asks the person to reload the tab when it can no longer track mails. */
import type { Tab } from "./tab";
import { reloadToast } from "./toast";

/**
 * An update of the extension orphans this script; a hook that starts after Gmail's scripts may miss requests.
 */
export function init(tab: Tab): void {
  tab.on("retired", () => {
    if (tab.state?.paired) reloadToast();
  });
}
