/** Keeps in which Gmail tabs the saves or sends are not understood, for the popup. */
import type { AskName, Asks } from "../lib/protocol/messages";
import { change, read, write } from "./store";
import { GMAIL } from "./tabs";

type Answer<N extends AskName> = (
  fields: Record<string, unknown>,
  sender: chrome.runtime.MessageSender,
) => Promise<Asks[N]["answer"]>;

export const changedTabs: { "page/form": Answer<"page/form"> } = { "page/form": keepForm };

/** A tab speaks for itself only: another one may have an older Gmail, or another account's. */
async function keepForm(
  { understood }: Record<string, unknown>,
  sender: chrome.runtime.MessageSender,
): Promise<true> {
  if (typeof understood !== "boolean") throw new Error("malformed note");
  const tab = sender.tab?.id;
  if (tab === undefined) throw new Error("no tab");
  const since = new Date().toISOString();
  const open = await openTabs();
  await change(["changedTabs"], ({ changedTabs: kept }) => {
    const own = kept.find((one) => one.tab === tab);
    if (understood === (own === undefined)) return null;
    const others = kept.filter((one) => one !== own && open.includes(one.tab));
    return { changedTabs: understood ? others : [...others, { tab, since }] };
  });
  return true;
}

/** Returns since when Gmail's form is not known in a tab that is open; null if it is understood in all. */
export async function changedSince(): Promise<string | null> {
  const { changedTabs: kept } = await read("changedTabs");
  if (kept.length === 0) return null;
  const open = await openTabs();
  const times = kept.filter(({ tab }) => open.includes(tab));
  return times.map(({ since }) => since).sort()[0] ?? null;
}

async function openTabs(): Promise<(number | undefined)[]> {
  const found = await chrome.tabs.query({ url: `${GMAIL}/*` });
  return found.map(({ id }) => id);
}

/** Forgets all, because a new version of the extension may know the form. */
export function forgetChanged(): Promise<void> {
  return write({ changedTabs: [] });
}
