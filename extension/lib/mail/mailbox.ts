/** Reads the address of a mailbox from what Gmail shows, and makes Gmail's addresses of conversations. Pure. */

const GMAIL = "https://mail.google.com";
const ADDRESS = /^[^\s@()<>"]+@[^\s@()<>"]+\.[^\s@()<>"]+$/;
const LONGEST = 254;

export function isMailbox(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST && ADDRESS.test(value);
}

/**
 * Returns the address in a page's title: `Inbox (3) - alice@example.org - Gmail`. What is in front of it may be the
 * subject of a mail, which may contain addresses, so the last part that is an address counts.
 */
export function mailboxInTitle(title: string): string | null {
  return title.split(" - ").slice(1).reverse().find(isMailbox) ?? null;
}

/** Returns the address in the label of Google's account button: `… Alice Arnold (alice@example.org)`. */
export function mailboxInLabel(label: string): string | null {
  const found = [...label.matchAll(/\(([^()]+)\)/g)].map(([, inside]) => inside?.trim());
  return found.reverse().find(isMailbox) ?? null;
}

/**
 * Returns the address of a conversation in this mailbox. Gmail finds the number of the account (`/u/1/`) by itself,
 * which depends on the order in which the person signed in.
 */
export function threadUrl(thread: string, mailbox: string): string {
  const account = encodeURIComponent(mailbox).replace("%40", "@");
  return `${GMAIL}/mail/u/?authuser=${account}${hashOf(thread)}`;
}

export const hashOf = (thread: string): string => `#all/${encodeURIComponent(thread)}`;
