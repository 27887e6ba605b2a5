/** Feature: passes on to the worker what the page's hook saw of each send. */
import type { Change } from "../../lib/protocol/shapes/mail";
import { deliver } from "../delivery";
import { mailboxIn } from "../mailbox";
import { toastUntracked } from "../send-toasts";
import type { Tab } from "../tab";

export function init(tab: Tab): void {
  tab.on("change", (change) => deliver("page/change", { change: withMailbox(change, tab) }));
  tab.on("untracked", (send) => {
    deliver("page/untracked", { send });
    toastUntracked(send, tab.state?.trouble ?? null);
  });
  tab.on("missed", (subject) => {
    const at = new Date(Date.now() - (tab.state?.ahead ?? 0)).toISOString();
    deliver("page/untracked", { send: { subject, why: "unknown form", at } });
  });
}

/** The sender's address may be an alias, so the mailbox is reported, too. */
function withMailbox(change: Change, tab: Tab): Change {
  const mailbox = mailboxIn(tab).address;
  if (change.kind !== "sent" || mailbox === null) return change;
  return { ...change, report: { ...change.report, mailbox } };
}
