/**
 * Shows desktop notifications of opens, clicks and reminders, even while Gmail is closed. Each notification is
 * shown in one of the person's browsers.
 */

import { type Key, say } from "../lib/i18n/texts";
import type { BrowserNotification } from "../lib/protocol/shapes/activity";
import { claimNotification, fetchNotifications, reportShown } from "./activity-api";
import { serverNow } from "./clock";
import { withConnection } from "./connection";
import { openThread } from "./mailboxes";
import { isQuiet, isWanted } from "./notification-rules";
import { isAway } from "./presence";
import { change, read } from "./store";

const REMEMBERED = 100;
/** For this long, only a browser that the person is using shows a notification. */
const PRESENT_FIRST_MS = 3 * 60_000;
const TITLES: Record<BrowserNotification["kind"], Key> = {
  first_open: "notification_opened",
  open: "notification_opened",
  click: "notification_clicked",
  reminder: "notification_reminder",
};

let running: Promise<void> | null = null;

/** Fetches new notifications and shows them. One run at a time. */
export function refreshNotifications(): Promise<void> {
  running ??= run().finally(() => {
    running = null;
  });
  return running;
}

async function run(): Promise<void> {
  await showPending();
  const more = await fetchOnce();
  await showPending();
  if (more) await fetchOnce().then(showPending);
}

/** Returns whether the server may have more. A new pairing ignores all notifications from before it. */
async function fetchOnce(): Promise<boolean> {
  const count = await withConnection(async (pairing) => {
    const { notified } = await read("notified");
    const cursor = notified.epoch === pairing.epoch ? notified.cursor : null;
    const answer = await fetchNotifications(pairing, cursor);
    await take(pairing.epoch, answer.cursor, cursor === null ? [] : answer.notifications);
    return answer.notifications.length;
  }, "GET browser-notifications");
  return (count ?? 0) >= 50;
}

/**
 * Stores the cursor and the notifications in one write, before any notification is shown. If the worker is
 * stopped in between, it shows the rest when it next starts, without requesting them again.
 */
function take(
  epoch: string,
  cursor: string,
  notifications: readonly BrowserNotification[],
): Promise<void> {
  return change(["notified", "settings"], ({ notified, settings }) => {
    const same = notified.epoch === epoch;
    const none = { pending: [], clicked: [], shown: [], unreported: [] };
    const before = same ? notified : { ...notified, ...none };
    const clicked = new Set(before.clicked);
    const shown = new Set(before.shown.map(({ id }) => id));
    const wanted = notifications.filter((notification) => {
      const good =
        !shown.has(notification.id) && isWanted(notification, settings.notify, clicked, new Date());
      if (good && notification.kind === "click") clicked.add(notification.message);
      return good;
    });
    const pending = [...before.pending, ...wanted];
    return {
      notified: { ...before, epoch, cursor, pending, clicked: [...clicked].slice(-REMEMBERED) },
    };
  });
}

/**
 * Shows the pending notifications. If another browser has claimed a notification, it stays pending, and is shown
 * here if that browser does not show it. Without an answer from the server, all stay pending. Notifications that
 * are pending when quiet hours begin are not shown in this browser.
 */
async function showPending(): Promise<void> {
  await reportAllShown();
  await dropWhileSilent();
  const { notified } = await read("notified");
  const from = (await isAway()) ? (await serverNow()) - PRESENT_FIRST_MS : Number.POSITIVE_INFINITY;
  for (const notification of notified.pending) {
    if (Date.parse(notification.at) > from) continue;
    const claim = await withConnection(
      (pairing) => claimNotification(pairing, notification.id),
      "POST browser-notifications",
    );
    if (claim === null) return;
    if (claim !== "taken")
      await settle(notification, claim === "mine" && (await show(notification)));
  }
  await reportAllShown();
}

function dropWhileSilent(): Promise<void> {
  return change(["notified", "settings"], ({ notified, settings: { notify } }) =>
    notify.on && !isQuiet(notify, new Date()) ? null : { notified: { ...notified, pending: [] } },
  );
}

/**
 * Shows a notification under its own id, so that the browser does not show it twice at the same time. Returns
 * false if it could not be shown.
 */
function show({ id, kind, text, subject }: BrowserNotification): Promise<boolean> {
  return chrome.notifications
    .create(id, {
      type: "basic",
      iconUrl: chrome.runtime.getURL("icons/128.png"),
      title: say(TITLES[kind]),
      message: text,
      contextMessage: subject,
    })
    .then(
      () => true,
      () => false,
    );
}

function settle(notification: BrowserNotification, here: boolean): Promise<void> {
  const { id, gmail_thread_id, url, mailbox = null } = notification;
  return change(["notified"], ({ notified }) => {
    const pending = notified.pending.filter((waiting) => waiting.id !== id);
    if (!here) return { notified: { ...notified, pending } };
    const shown = [...notified.shown, { id, thread: gmail_thread_id, url, mailbox }].slice(
      -REMEMBERED,
    );
    const unreported = [...(notified.unreported ?? []), id].slice(-REMEMBERED);
    return { notified: { ...notified, pending, shown, unreported } };
  });
}

/**
 * Reports shown notifications. Without the report, another browser may show them too when the claim expires.
 */
async function reportAllShown(): Promise<void> {
  const { notified } = await read("notified");
  for (const id of notified.unreported ?? []) {
    const reported = await withConnection(
      (pairing) => reportShown(pairing, id).then(() => true),
      "POST browser-notifications",
    );
    if (reported === null) return;
    await change(["notified"], ({ notified: now }) => ({
      notified: { ...now, unreported: (now.unreported ?? []).filter((other) => other !== id) },
    }));
  }
}

/** Opens the notification's conversation in an existing Gmail tab, or in a new tab. */
export async function openNotification(id: string): Promise<void> {
  const { notified } = await read("notified");
  const found = notified.shown.find((one) => one.id === id);
  await chrome.notifications.clear(id);
  if (found === undefined) return;
  if (found.thread === null) await chrome.tabs.create({ url: found.url });
  else await openThread(found.thread, found.mailbox ?? null);
}

/** Remembers the path of the Gmail account in which the person uses Sightline, such as `/mail/u/1/`. */
export async function rememberMailbox(url: string | undefined): Promise<void> {
  const found = /^\/mail\/u\/\d+\//.exec(
    URL.canParse(url ?? "") ? new URL(url ?? "").pathname : "",
  );
  const mailbox = found?.[0] ?? null;
  if (mailbox === null) return;
  await change(["notified"], ({ notified }) =>
    notified.mailbox === mailbox ? null : { notified: { ...notified, mailbox } },
  );
}
