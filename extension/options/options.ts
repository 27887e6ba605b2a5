/** Runs the options page: the server, the settings, and which data goes where. */

import { patternOf } from "../lib/access";
import { day } from "../lib/i18n/datetimes";
import { loadTexts, say, translatePage } from "../lib/i18n/texts";
import { type AskName, type Asks, ask, type Overview } from "../lib/protocol/messages";
import type { PendingPairing } from "../lib/protocol/shapes/account";
import { byId, show } from "../lib/ui/by-id";
import { connectionNotes, drawNotes, gmailNotes } from "../lib/ui/connection-notes";
import { element } from "../lib/ui/element";
import { drawBrowsers, openBrowsers } from "./browsers";
import { originOf } from "./server-address";
import { drawSettings, openSettings } from "./settings";

declare const BROWSER: string;

const LOOK_MS = 2000;

const server = byId<HTMLInputElement>("server");
let complaint: string | null = null;

async function open(): Promise<void> {
  byId("connect-form").addEventListener("submit", connect);
  byId("cancel").addEventListener("click", () => void act("window/cancel", {}));
  for (const id of ["verify", "verify-here"]) byId(id).addEventListener("click", copyAndOpen);
  byId("try").addEventListener("click", trySuggestion);
  const overview = await ask("window/overview", {});
  await loadTexts(overview.settings.language);
  translatePage(document);
  server.value = overview.suggested ?? "";
  openBrowsers(draw);
  await openSettings(overview.settings, draw);
  draw(overview);
  setInterval(() => void look(), LOOK_MS);
}

/** Refreshes the page; while a code is shown, asks the worker to poll whether the person approved it. */
async function look(): Promise<void> {
  const waiting = !byId("pending").hidden;
  draw(await ask(waiting ? "window/poll" : "window/overview", {}));
}

function connect(event: Event): void {
  event.preventDefault();
  complaint = null;
  const origin = originOf(server.value);
  if (origin === null) {
    complain(say("server_bad"));
    return;
  }
  // The browser asks the person only if this request directly follows the click, without an await.
  chrome.permissions.request({ origins: [patternOf(origin, BROWSER)] }).then(
    (granted) => afterRequest(granted, origin),
    () => complain(say("failed")),
  );
}

async function afterRequest(granted: boolean, origin: string): Promise<void> {
  if (!granted) return complain(say("server_denied", origin));
  byId<HTMLButtonElement>("connect").disabled = true;
  await act("window/pair", { server: origin });
  byId<HTMLButtonElement>("connect").disabled = false;
}

async function act<N extends AskName>(name: N, fields: Asks[N]["ask"]): Promise<void> {
  try {
    draw((await ask(name, fields)) as Overview);
  } catch {
    complain(say("failed"));
  }
}

function draw(overview: Overview): void {
  const { account, server: at, pending, problem, settings } = overview;

  show("paired", account !== null);
  show("pending", account === null && pending !== null);
  show("connect-form", account === null && pending === null);
  if (account !== null) {
    byId("paired-server").textContent = at;
    byId("paired-account").textContent =
      account.name === "" ? account.email : `${account.name} (${account.email})`;
    byId<HTMLAnchorElement>("dashboard").href = account.dashboard_url;
  }
  drawConnection(overview);
  drawBrowsers(overview);
  drawSettings(settings);
  drawOwn(overview);
  drawCode(pending);
  drawProblem(complaint ?? problem, complaint === null ? overview.suggestion : null);
}

/** Says what stands between Gmail, this extension and the server, and where the marks in mails lead. */
function drawConnection(overview: Overview): void {
  const { account, server: at } = overview;
  drawNotes(
    byId("connection-notes"),
    account === null ? gmailNotes(overview) : connectionNotes(overview),
  );
  const words =
    account === null || at === null ? [] : otherAddress(at, originOf(account.public_url));
  byId("other-address").textContent = words.join(" ");
  show("other-address", words.length > 0);
}

/** Says that the server's own address (PUBLIC_URL) is another one than `at`, to which this browser is connected. */
function otherAddress(at: string, own: string | null): string[] {
  if (own === null || own === at) return [];
  const plain = at.startsWith("http:") && own.startsWith("https:");
  return [say("public_url_differs", own), plain ? say("public_url_plain", at, own) : ""];
}

/** Shows whether own views can be kept out of the counts. */
function drawOwn({ unblocked, account }: Overview): void {
  const own = byId("own");
  own.className = unblocked === null ? "" : "warning";
  if (unblocked !== null) own.textContent = say("unblocked_words", day(unblocked));
  else own.textContent = say(account === null ? "own_later" : "own_fine");
}

/** Shows the code of the pending pairing, and removes it afterwards. */
function drawCode(pending: PendingPairing | null): void {
  drawElsewhere(pending);
  if (byId("code-place").textContent === (pending?.user_code ?? "")) return;
  const attributes = { id: "code", "data-testid": "code" };
  const code =
    pending === null ? [] : [element("p", { class: "code", text: pending.user_code, attributes })];
  byId("code-place").replaceChildren(...code);
  if (pending !== null) byId<HTMLAnchorElement>("verify").href = pending.verify_url;
}

/** Offers the server's page under the address that was typed, if the server calls itself something else. */
function drawElsewhere(pending: PendingPairing | null): void {
  const own = pending === null ? null : originOf(pending.verify_url);
  const elsewhere = pending !== null && own !== null && own !== pending.server;
  show("elsewhere", elsewhere);
  if (!elsewhere) return;
  byId("elsewhere-words").textContent = say("pairing_elsewhere", pending.server, own);
  const here = byId<HTMLAnchorElement>("verify-here");
  here.textContent = say("pairing_open_here", pending.server);
  here.href = `${pending.server}/pair`;
}

/** Copies the code before the server's page opens, so that it can be pasted there: no link contains it. */
function copyAndOpen(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { href } = event.currentTarget as HTMLAnchorElement;
  const copied = navigator.clipboard.writeText(byId("code-place").textContent ?? "");
  // A browser may refuse to copy; the code can still be typed.
  void copied.catch(() => {}).then(() => window.open(href, "_blank", "noopener"));
}

/** Shows a problem with what was typed or clicked here, until the next attempt. */
function complain(words: string): void {
  complaint = words;
  drawProblem(words);
}

function drawProblem(words: string | null, suggestion: string | null = null): void {
  byId("problem-words").textContent = words ?? "";
  show("problem", words !== null);
  show("try", suggestion !== null);
  byId("try").dataset.server = suggestion ?? "";
  byId("try").textContent = suggestion === null ? "" : say("pairing_try", suggestion);
}

function trySuggestion({ currentTarget }: Event): void {
  server.value = (currentTarget as HTMLElement).dataset.server ?? "";
  byId<HTMLFormElement>("connect-form").requestSubmit();
}

void open();
