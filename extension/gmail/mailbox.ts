/** Feature: tells the worker whose mailbox this tab shows, so that notifications open the right one. */
import { mailboxInLabel, mailboxInTitle } from "../lib/mail/mailbox";
import { deliver } from "./delivery";
import { ACCOUNT_BUTTON, WRITTEN } from "./selectors";
import { perTab, type Tab } from "./tab";

/** The mailbox of a tab; null until the page has shown it. */
export const mailboxIn = perTab(() => ({ address: null as string | null }));

export function init(tab: Tab): void {
  let title = "";
  tab.on("mutation", () => {
    // Most changes of the page leave its title alone.
    if (document.title === title && mailboxIn(tab).address !== null) return;
    title = document.title;
    note(tab);
  });
}

function note(tab: Tab): void {
  const known = mailboxIn(tab);
  const shown = isDelegated() ? null : (onButton() ?? mailboxInTitle(document.title));
  if (shown === null || shown === known.address) return;
  known.address = shown;
  deliver("page/mailbox", { mailbox: shown });
}

/** A mailbox of somebody else, whose address leads to no account of this person. */
function isDelegated(): boolean {
  return /^\/mail\/u\/\d+\/d\//.test(location.pathname);
}

function onButton(): string | null {
  const button = document.querySelector(ACCOUNT_BUTTON);
  if (button === null || button.closest(WRITTEN) !== null) return null;
  return mailboxInLabel(button.getAttribute("aria-label") ?? "");
}
