/** Shows the list of connected browsers, each with a button to disconnect it. */
import { ago } from "../lib/i18n/ago";
import { date } from "../lib/i18n/datetimes";
import { locale, say, sayCount } from "../lib/i18n/texts";
import { ask, type Overview } from "../lib/protocol/messages";
import type { PairedBrowser } from "../lib/protocol/shapes/account";
import { byId, show } from "../lib/ui/by-id";
import { element } from "../lib/ui/element";

const LOOK_AGAIN_MS = 30_000;

/** The account's browsers; null until the server has answered. */
let found: readonly PairedBrowser[] | null = null;
let home: string | null = null;
let asking = false;
let asked = 0;
let drawn = "";
/** How many reports would be lost if this browser were disconnected now. */
let stranded = 0;
/** The browser that the dialog is about; null for this browser if the server has not listed it. */
let subject: PairedBrowser | null = null;

/** Binds the dialog's buttons. `ended` is called with the new state after this browser was disconnected. */
export function openBrowsers(ended: (now: Overview) => void): void {
  const sure = byId<HTMLDialogElement>("sure");
  byId("sure-no").addEventListener("click", () => sure.close());
  byId("sure-yes").addEventListener("click", () => {
    sure.close();
    void (subject === null || subject.this ? endHere(ended) : end(subject));
  });
}

/** Redraws the list. It is called every few seconds, but asks the server less often. */
export function drawBrowsers({ account, server, link, waiting }: Overview): void {
  const now = account === null ? null : `${server} ${account.prefix}`;
  if (now !== home) forget(now);
  show("browsers-card", now !== null);
  if (now === null) return;
  stranded = link.online ? 0 : waiting;
  const due = Date.now() - asked > LOOK_AGAIN_MS || (link.online && found === null);
  if (due && document.visibilityState === "visible") void look();
  draw();
}

function forget(now: string | null): void {
  home = now;
  found = null;
  asked = 0;
  byId("browsers-done").textContent = "";
  show("browsers-failed", false);
}

async function look(): Promise<void> {
  if (asking) return;
  asking = true;
  const listed = await ask("window/browsers", {}).catch(() => null);
  found = listed && [...listed].sort((one, other) => Number(other.this) - Number(one.this));
  asked = Date.now();
  asking = false;
  draw();
}

/** Draws the list again only if it has changed, to keep the focus. */
function draw(): void {
  const rows = found ?? [null];
  const texts = rows.map((browser) => [nameOf(browser), ...linesOf(browser)]);
  const look = JSON.stringify([texts, rows.map((row) => row?.id), locale()]);
  if (look !== drawn) {
    drawn = look;
    redraw(rows);
  }
  byId("browsers-note").textContent = noteOf();
}

function redraw(rows: readonly (PairedBrowser | null)[]): void {
  const list = byId("browsers");
  const focused = list.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.id
    : undefined;
  list.replaceChildren(...rows.map(rowOf));
  if (focused === undefined) return;
  const buttons = [...list.querySelectorAll<HTMLElement>("button")];
  buttons.find(({ dataset }) => dataset.id === focused)?.focus();
}

function noteOf(): string {
  if (asked === 0) return say("browsers_wait");
  if (found === null) return say("browsers_away");
  return found.length === 1 ? say("browsers_only") : "";
}

function rowOf(browser: PairedBrowser | null): HTMLElement {
  const name = element("div", { class: "name" }, element("b", { text: nameOf(browser) }));
  if (browser?.this) name.append(element("span", { class: "here", text: say("browser_this") }));
  const lines = linesOf(browser).map((text) => element("small", { text }));
  const words = element("div", {}, name, ...lines);
  const end = element("button", {
    class: "quiet",
    text: say("disconnect"),
    attributes: {
      type: "button",
      ...(browser === null ? {} : { "aria-label": say("disconnect_named", nameOf(browser)) }),
      "data-id": browser?.id ?? "",
      "data-testid": browser === null || browser.this ? "unpair" : "end",
    },
  });
  end.addEventListener("click", () => askWhetherSure(browser));
  return element("li", {}, words, end);
}

function nameOf(browser: PairedBrowser | null): string {
  return browser === null ? say("browser_this") : browser.name || say("browser_unnamed");
}

function linesOf(browser: PairedBrowser | null): string[] {
  if (browser === null) return [];
  const since = say("browser_since", date(browser.paired_at));
  const { seen_at } = browser;
  if (browser.this) return [since, ...whereOf(browser)];
  const seen =
    seen_at === null ? say("browser_unseen") : say("browser_seen", ago(seen_at, Date.now()));
  return [`${since}, ${seen}`, ...whereOf(browser), ...endOf(browser)];
}

function whereOf({ address, place }: PairedBrowser): string[] {
  if (!address) return [];
  return [place ? `${address} (${place})` : address];
}

function endOf({ ends_at }: PairedBrowser): string[] {
  return ends_at === undefined ? [] : [say("browser_ends", date(ends_at))];
}

function askWhetherSure(browser: PairedBrowser | null): void {
  subject = browser;
  const here = browser === null || browser.this;
  byId("sure-title").textContent =
    browser === null ? say("disconnect_this_sure") : say("disconnect_sure", nameOf(browser));
  const words = [say(here ? "disconnect_here" : "disconnect_there")];
  if (here && stranded > 0) words.push(sayCount("disconnect_waiting", stranded));
  byId("sure-words").textContent = words.join(" ");
  byId<HTMLDialogElement>("sure").showModal();
}

async function endHere(ended: (now: Overview) => void): Promise<void> {
  const now = await ask("window/unpair", {}).catch(() => null);
  if (now !== null) ended(now);
  else fail();
}

async function end(browser: PairedBrowser): Promise<void> {
  const done = await ask("window/disconnect", { browser: browser.id }).catch(() => false);
  byId("browsers-done").textContent = done ? say("disconnected", nameOf(browser)) : "";
  show("browsers-failed", !done);
  if (!done) fail();
  await look();
}

function fail(): void {
  byId("browsers-failed").textContent = say("change_failed");
  show("browsers-failed", true);
}
