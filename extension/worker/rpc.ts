/**
 * Answers the messages of content scripts, popup and options page. Each message is accepted only from content
 * scripts in Gmail, or only from the extension's own pages.
 */

import { isFields } from "../lib/protocol/guards/check";
import { isChange, isFoundMarks, isUntracked } from "../lib/protocol/guards/mail";
import { isSettings } from "../lib/protocol/guards/settings";
import type { AskName, Asks, Overview } from "../lib/protocol/messages";
import type { PendingPairing } from "../lib/protocol/shapes/account";
import { withheldNow } from "./access";
import { announceActivity, views } from "./activity";
import { browsers } from "./browsers";
import { changedSince, changedTabs } from "./changed-tabs";
import { copies } from "./copies";
import { refreshFeed, seen } from "./feed";
import { loadChosenTexts } from "./language";
import { refill } from "./leases";
import { lists } from "./lists";
import { mailboxes } from "./mailboxes";
import { flush, keep } from "./outbox";
import { pageState } from "./page-state";
import { cancelPairing, pollPairing, startPairing, unpair } from "./pairing";
import { preferences } from "./preferences";
import { deliverProofs, keepProof } from "./proofs";
import { change, homeOf, read, write } from "./store";
import { GMAIL, notifyTabs } from "./tabs";

type Fields = Record<string, unknown>;
type Sender = chrome.runtime.MessageSender;
type Answers = { [N in AskName]: (fields: Fields, sender: Sender) => Promise<Asks[N]["answer"]> };

const UNTRACKED_KEPT = 5;

const answers: Answers = {
  "page/need": need,
  "page/change": keepChange,
  "page/untracked": keepUntracked,
  "page/texts": loadChosenTexts,
  "page/proof": takeProof,
  "page/default": setDefault,
  ...views,
  ...lists,
  ...browsers,
  ...preferences,
  ...copies,
  ...changedTabs,
  ...mailboxes,
  "window/overview": overview,
  "window/refresh": () => then(refresh),
  "window/seen": () => seen().then(() => true as const),
  "window/settings": ({ settings }) => then(() => saveSettings(settings)),
  "window/pair": ({ server }) => then(() => startPairing(origin(server))),
  "window/poll": () => then(pollPairing),
  "window/cancel": () => then(cancelPairing),
  "window/unpair": () => then(unpair),
};

/** Returns the answer to a message; undefined if the message is unknown or the sender may not send it. */
export function answer(
  message: unknown,
  sender: chrome.runtime.MessageSender,
): Promise<unknown> | undefined {
  if (
    !isFields(message) ||
    typeof message.name !== "string" ||
    !Object.hasOwn(answers, message.name)
  )
    return;
  if (sender.id !== chrome.runtime.id || !mayAsk(message.name, sender)) return;
  return answered(message.name as AskName, message, sender);
}

/** Runs the handler. The function is async, so that an error in the handler becomes a rejected promise. */
async function answered(name: AskName, fields: Fields, sender: Sender): Promise<unknown> {
  return answers[name](fields, sender);
}

function mayAsk(name: string, sender: chrome.runtime.MessageSender): boolean {
  const from = sender.url ?? "";
  if (name.startsWith("window/")) return from.startsWith(chrome.runtime.getURL(""));
  return from.startsWith(`${GMAIL}/`) && sender.frameId === 0;
}

async function need({ have, epoch }: Fields, sender: Sender): Promise<Asks["page/need"]["answer"]> {
  const leaseCount = typeof have === "number" && have >= 0 ? have : 0;
  const state = await pageState(leaseCount, typeof epoch === "string" ? epoch : "", sender.tab?.id);
  if (state.paired) void refill();
  return state;
}

async function keepChange({ change: reported }: Fields, sender: Sender): Promise<true> {
  if (!isChange(reported)) throw new Error("malformed report");
  await keep(reported, Date.now(), sender.tab?.id);
  void flush().then(() => Promise.all([refill(), announceActivity()]));
  return true;
}

async function keepUntracked({ send }: Fields): Promise<true> {
  if (!isUntracked(send)) throw new Error("malformed note");
  // If the person turned tracking off or has no server, a warning is not needed.
  if (send.why === "off" || send.why === "unpaired") return true;
  await change(["untracked"], ({ untracked }) => ({
    untracked: [send, ...untracked].slice(0, UNTRACKED_KEPT),
  }));
  return true;
}

async function takeProof({ found }: Fields): Promise<true> {
  if (!isFoundMarks(found)) throw new Error("malformed proof");
  await keepProof(found);
  void flush().then(deliverProofs).then(announceActivity);
  return true;
}

async function setDefault({ tracking, links }: Fields): Promise<true> {
  if (typeof tracking !== "boolean" || typeof links !== "boolean")
    throw new Error("malformed default");
  await change(["settings"], ({ settings }) => ({ settings: { ...settings, tracking, links } }));
  await notifyTabs();
  return true;
}

async function saveSettings(settings: unknown): Promise<void> {
  if (!isSettings(settings)) throw new Error("malformed settings");
  const { tracking, links, decoy, view_time, exclusions, notify, language } = settings;
  const { phishing_guard, sensitive_guard } = settings;
  const rules = { exclusions, phishing_guard, sensitive_guard };
  const kept = { tracking, links, decoy, view_time, ...rules, notify, language };
  const before = await read("settings");
  await write({ settings: kept });
  await notifyTabs();
  if (before.settings.language !== language) void refetchSentences();
}

/** After a change of language, fetches again everything that contains sentences from the server. */
async function refetchSentences(): Promise<void> {
  await Promise.all([announceActivity(), refreshFeed()]);
}

/** Sends waiting reports before it fetches the list, so that the list contains their mails. */
async function refresh(): Promise<void> {
  await flush(true);
  await Promise.all([refreshFeed(), refill()]);
}

async function then(action: () => Promise<void>): Promise<Overview> {
  await action();
  return overview();
}

async function overview(): Promise<Overview> {
  const kept = await read(
    "pairing",
    "pending",
    "problem",
    "suggestion",
    "revoked",
    "link",
    "feed",
    "outbox",
    "untracked",
    "quota",
    "settings",
    "unblocked",
    "ahead",
  );
  const { pairing, outbox, pending, problem, revoked, link, feed, untracked, settings } = kept;
  const home = pairing === null ? null : homeOf(pairing);
  return {
    account: pairing?.account ?? null,
    server: pairing?.server ?? null,
    waiting: outbox.filter((waiting) => waiting.home === home).length,
    suggested: await suggestedServer(),
    pending: pending === null ? null : shown(pending),
    problem,
    suggestion: kept.suggestion,
    revoked,
    link,
    feed,
    untracked,
    quota: kept.quota,
    settings,
    unblocked: kept.unblocked,
    withheld: await withheldNow(),
    ahead: kept.ahead,
    changed: await changedSince(),
  };
}

function shown({ server, user_code, verify_url, expires_at }: PendingPairing): PendingPairing {
  return { server, user_code, verify_url, expires_at };
}

/** Reads `server.json`, which names the server that this build was downloaded from. */
async function suggestedServer(): Promise<string | null> {
  const file = await fetch(chrome.runtime.getURL("server.json")).catch(() => null);
  const value: unknown = await file?.json().catch(() => null);
  return isFields(value) && typeof value.server === "string" ? value.server : null;
}

function origin(server: unknown): string {
  const url = new URL(String(server));
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new Error("not a web address");
  return url.origin;
}
