/** Starts the worker. Registers its listeners first, because the browser may have woken it for any of them. */

import { forgetChanged } from "./changed-tabs";
import { refreshFeed } from "./feed";
import { refill } from "./leases";
import { openNotification, refreshNotifications } from "./notifications";
import { flush, OUTBOX_ALARM } from "./outbox";
import { applyRules } from "./own-view-blocking";
import { PAIRING_ALARM, pollPairing, refreshAccount } from "./pairing";
import { deliverProofs } from "./proofs";
import { answer } from "./rpc";
import { read } from "./store";

const ALARMS: Record<string, { every: number | null; run: () => Promise<void> }> = {
  feed: { every: 1, run: look },
  leases: { every: 30, run: refill },
  account: { every: 24 * 60, run: refreshAccount },
  [OUTBOX_ALARM]: { every: null, run: () => flush() },
  [PAIRING_ALARM]: { every: null, run: pollPairing },
};

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  const answering = answer(message, sender);
  if (answering === undefined) return false;
  answering.then(
    (value) => reply({ answer: value }),
    (error: unknown) =>
      reply({ problem: error instanceof Error ? error.message : "That didn’t work." }),
  );
  return true;
});

chrome.alarms.onAlarm.addListener(({ name }) => {
  void ALARMS[name]?.run();
});

chrome.notifications.onClicked.addListener((id) => {
  void openNotification(id);
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  // The old version's rules survive an update, and the new version may build other rules.
  void read("own").then(({ own }) => applyRules(own));
  void forgetChanged();
  if (reason === "install") void chrome.runtime.openOptionsPage();
});

/** Fetches the list and notifications; if the server has just become reachable, sends all waiting reports. */
async function look(): Promise<void> {
  const before = (await read("link")).link.online;
  await refreshFeed();
  const now = (await read("link")).link.online;
  if (!now) return;
  await Promise.all([flush(!before), refill(), refreshNotifications()]);
  await deliverProofs();
}

async function start(): Promise<void> {
  // By default content scripts can read storage.local, but they must not see the pairing's token.
  await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
  for (const [name, { every }] of Object.entries(ALARMS)) {
    if (every === null || (await chrome.alarms.get(name)) !== undefined) continue;
    await chrome.alarms.create(name, { periodInMinutes: every });
  }
  await Promise.all([flush(), refill()]);
}

void start();
