/** Builds the warnings about what stands between Gmail, this extension and the server; popup and settings show them. */

import { clock } from "../i18n/datetimes";
import { say, sayCount } from "../i18n/texts";
import type { Standing } from "../protocol/shapes/account";
import { allowButton } from "./allow-button";
import { clockWords } from "./clock-words";
import { element } from "./element";
import { note } from "./note";
import { troubleAdvice, troubleIn, troubleTitle, troubleWords } from "./trouble";

/** `unanswered`: whether a search could not be answered. */
export function connectionNotes(standing: Standing, unanswered = false): HTMLElement[] {
  const { withheld, ahead } = standing;
  const found = [
    withheld.gmail === null ? null : noGmail(withheld.gmail),
    withheld.server === null ? noAnswer(standing, unanswered) : noServer(standing, withheld.server),
    clockNote(ahead),
  ];
  return found.filter((one) => one !== null);
}

/** Draws the notes again only if they have changed, so that a button is not replaced under the pointer. */
export function drawNotes(box: HTMLElement, notes: readonly HTMLElement[]): void {
  const same = notes.every((one, at) => box.children[at]?.isEqualNode(one));
  if (!same || box.childElementCount !== notes.length) box.replaceChildren(...notes);
}

/** Only what concerns Gmail, for a browser that is not paired. */
export function gmailNotes({ withheld }: Standing): HTMLElement[] {
  return withheld.gmail === null ? [] : [noGmail(withheld.gmail)];
}

function noGmail(pattern: string): HTMLElement {
  return accessNote("no-gmail", pattern, say("no_gmail_title"), say("no_gmail_words"));
}

function noAnswer(standing: Standing, unanswered: boolean): HTMLElement | null {
  const { server, link, waiting } = standing;
  if (link.online) return null;
  const trouble = troubleIn(link);
  const since = link.since === null ? "" : say("trouble_since", clock(link.since));
  const waits = waiting === 0 ? "" : sayCount("offline_waiting", waiting);
  const search = unanswered ? say("offline_search") : "";
  return note(
    "offline",
    troubleTitle(trouble),
    paragraph(troubleWords(trouble, server ?? ""), since),
    paragraph(waits, search, troubleAdvice(trouble)),
  );
}

function paragraph(...sentences: string[]): HTMLElement {
  return element("p", { text: sentences.filter((one) => one !== "").join(" ") });
}

function noServer({ server }: Standing, pattern: string): HTMLElement {
  const at = server ?? "";
  const words = `${say("trouble_permission", at)} ${say("permission_advice")}`;
  return accessNote("no-server", pattern, say("no_server_title"), words);
}

/** Says which site the browser withholds, with a button that asks the person for it again. */
function accessNote(id: string, pattern: string, title: string, words: string): HTMLElement {
  return note(id, title, element("p", { text: words }), allowButton(pattern));
}

function clockNote(ahead: number): HTMLElement | null {
  const words = clockWords(ahead);
  return words === null ? null : note("clock", say("clock_title"), words);
}
