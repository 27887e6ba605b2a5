/** Runs the popup: what happened to the latest mails, and what to do if something is wrong. */

import { date } from "../lib/i18n/datetimes";
import { loadTexts, say, translatePage } from "../lib/i18n/texts";
import { ask, type Overview } from "../lib/protocol/messages";
import type { Feed, FeedItem } from "../lib/protocol/shapes/activity";
import { byId, show } from "../lib/ui/by-id";
import { drawNotes } from "../lib/ui/connection-notes";
import { type Find, finder } from "./finder";
import { drawKeys } from "./keys";
import { notesOf } from "./notes";
import { Rows } from "./rows";

/** How long the open popup waits after an answer before it requests the list again. */
const PAUSE_MS = 3000;

let overview: Overview;
let find: Find = { q: "", filter: "" };
/** The server's answer to `find`; the unfiltered list is in the overview. */
let found: Feed | null = null;
let failure = false;
/** Counts the requests, so that an outdated answer is not shown. */
let asked = 0;

const rows = new Rows(byId("messages"), {
  mute: (id, muted) => change(ask("window/mute", { message: id, muted })),
  remind: (id, days) => change(ask("window/remind", { message: id, days })),
});

async function open(): Promise<void> {
  for (const id of ["connect", "settings"]) byId(id).addEventListener("click", openSettings);
  // Shows the cached list first, so that the popup is not empty while a slow server answers.
  overview = await ask("window/overview", {});
  await loadTexts(overview.settings.language);
  translatePage(document);
  finder(search);
  drawKeys();
  draw();
  for (;;) {
    await refresh();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function refresh(): Promise<void> {
  overview = await ask("window/refresh", {});
  await look();
  if (overview.link.online && (overview.feed?.unseen ?? 0) > 0) await ask("window/seen", {});
}

async function search(wanted: Find): Promise<void> {
  find = wanted;
  found = null;
  draw();
  await look();
}

async function look(): Promise<void> {
  const mine = ++asked;
  const answer = isPlain() || !overview.link.online ? null : await ask("window/list", { ...find });
  if (mine !== asked) return;
  found = answer;
  draw();
}

async function change(done: Promise<boolean>): Promise<void> {
  failure = !(await done.catch(() => false));
  overview = await ask("window/overview", {});
  await look();
}

function openSettings(): void {
  void chrome.runtime.openOptionsPage().then(() => window.close());
}

function isPlain(): boolean {
  return find.q === "" && find.filter === "";
}

function draw(): void {
  const { account, feed } = overview;
  const paired = account !== null;
  const shown = isPlain() ? feed : found;
  const messages = shown?.messages ?? [];
  show("unpaired", !paired);
  show("finder", paired && (feed?.messages.length ?? 0) > 0);
  show("empty", paired && shown !== null && messages.length === 0);
  show("messages", messages.length > 0);
  const now = Date.now() - overview.ahead;
  rows.draw(messages, now);
  drawSearchedTo(shown?.searched_to ?? null);
  drawNotes(byId("notes"), notesOf(overview, failure, needsServer(), now));
  byId("account").textContent = account?.email ?? say("not_connected");
  byId("connection").dataset.state = connectionState();
  drawDashboard(account?.dashboard_url ?? null);
  drawEmpty(messages);
  drawUnpaired(overview.revoked);
}

/** Green only if nothing stands between Gmail, this extension and the server. */
function connectionState(): string {
  const { account, link, withheld } = overview;
  if (account === null) return "unpaired";
  return link.online && !withheld.gmail && !withheld.server ? "online" : "offline";
}

/** Returns whether a search could not be answered because the server is offline. */
function needsServer(): boolean {
  return !isPlain() && found === null && !overview.link.online;
}

function drawDashboard(url: string | null): void {
  const dashboard = byId<HTMLAnchorElement>("dashboard");
  dashboard.hidden = url === null;
  if (url !== null) dashboard.href = url;
}

/** Shows how far back the search went, if it did not cover all mails. */
function drawSearchedTo(to: string | null): void {
  show("searched-to", to !== null);
  if (to !== null) byId("searched-to").textContent = say("searched_to", date(to));
}

function drawEmpty(messages: readonly FeedItem[]): void {
  if (messages.length > 0) return;
  const [title, words] = emptyWords();
  byId("empty-title").textContent = title;
  byId("empty-words").textContent = words;
}

function emptyWords(): [string, string] {
  if (find.q !== "") return [say("none_found"), say("none_found_words", find.q)];
  if (find.filter === "unopened") return [say("none_unopened"), say("none_unopened_words")];
  if (find.filter === "opened_today") return [say("none_today"), say("none_today_words")];
  if (find.filter === "clicked") return [say("none_clicked"), say("none_clicked_words")];
  return [say("empty_title"), say("empty_words")];
}

function drawUnpaired(revoked: boolean): void {
  byId("unpaired-title").textContent = say(revoked ? "revoked_title" : "unpaired_title");
  byId("unpaired-words").textContent = say(revoked ? "revoked_words" : "unpaired_words");
}

void open();
