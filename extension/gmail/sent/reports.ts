/** Feature: passes on to the worker what the page's hook saw of each send. */
import { deliver } from "../delivery";
import { toastUntracked } from "../send-toasts";
import type { Tab } from "../tab";

export function init(tab: Tab): void {
  tab.on("change", (change) => deliver("page/change", { change }));
  tab.on("untracked", (send) => {
    deliver("page/untracked", { send });
    toastUntracked(send, tab.state?.trouble ?? null);
  });
  tab.on("missed", (subject) => {
    const at = new Date(Date.now() - (tab.state?.ahead ?? 0)).toISOString();
    deliver("page/untracked", { send: { subject, why: "unknown form", at } });
  });
}
