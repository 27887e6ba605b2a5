/** Keeps whose mailbox each Gmail tab shows, and opens conversations in the right one. */

import { hashOf, isMailbox, threadUrl } from "../lib/mail/mailbox";
import type { AskName, Asks } from "../lib/protocol/messages";
import { change, read } from "./store";
import { GMAIL } from "./tabs";

type Answer<N extends AskName> = (
  fields: Record<string, unknown>,
  sender: chrome.runtime.MessageSender,
) => Promise<Asks[N]["answer"]>;

export const mailboxes: { "page/mailbox": Answer<"page/mailbox"> } = { "page/mailbox": keep };

async function keep(
  { mailbox }: Record<string, unknown>,
  sender: chrome.runtime.MessageSender,
): Promise<true> {
  if (!isMailbox(mailbox)) throw new Error("malformed mailbox");
  const tab = sender.tab?.id;
  if (tab === undefined) throw new Error("no tab");
  const open = (await chrome.tabs.query({ url: `${GMAIL}/*` })).map(({ id }) => id);
  await change(["mailboxes"], ({ mailboxes: kept }) => {
    const others = kept.filter((one) => one.tab !== tab && open.includes(one.tab));
    return { mailboxes: [...others, { tab, mailbox }] };
  });
  return true;
}

/**
 * Opens a conversation in a tab that shows its mailbox, or else in a new one. `mailbox` is null for mails whose mailbox
 * is not known: then the account counts in which the person uses Sightline.
 */
export async function openThread(thread: string, mailbox: string | null): Promise<void> {
  const { tabs, url } = mailbox === null ? await usual(thread) : await tabsOf(thread, mailbox);
  const tab = tabs.find(({ active }) => active) ?? tabs[0];
  if (tab?.id === undefined) {
    await chrome.tabs.create({ url });
    return;
  }
  const here = (tab.url ?? url).split("#")[0];
  await chrome.tabs.update(tab.id, { active: true, url: `${here}${hashOf(thread)}` });
  // Firefox for phones has no windows.
  await chrome.windows?.update(tab.windowId, { focused: true });
}

type Place = { readonly tabs: readonly chrome.tabs.Tab[]; readonly url: string };

async function tabsOf(thread: string, mailbox: string): Promise<Place> {
  const tabs = await chrome.tabs.query({ url: `${GMAIL}/*` });
  const { mailboxes: known } = await read("mailboxes");
  const own = known.filter((one) => one.mailbox.toLowerCase() === mailbox.toLowerCase());
  const shown = tabs.filter(({ id }) => own.some(({ tab }) => tab === id));
  return { tabs: shown, url: threadUrl(thread, mailbox) };
}

async function usual(thread: string): Promise<Place> {
  const { notified } = await read("notified");
  const home = `${GMAIL}${notified.mailbox ?? "/mail/u/0/"}`;
  const tabs = await chrome.tabs.query({ url: `${home}*` });
  return { tabs, url: `${home}${hashOf(thread)}` };
}
