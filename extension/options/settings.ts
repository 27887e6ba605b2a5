/** Shows the stored settings in a form, and stores each change immediately. */

import { languages, loadTexts, say, translatePage } from "../lib/i18n/texts";
import { ask, type Overview } from "../lib/protocol/messages";
import type { NotifySettings, Settings } from "../lib/protocol/shapes/settings";
import { byId, show } from "../lib/ui/by-id";
import { element } from "../lib/ui/element";
import { readExclusions } from "./exclusions";

const NIGHT = { quiet_from: "22:00", quiet_to: "07:00" };
const MAIL_BOXES = ["tracking", "links", "decoy", "reading-time", "phishing", "sensitive"];
const BOXES = [...MAIL_BOXES, "notify", "first", "clicks", "quiet"];
const FIELDS = [...BOXES, "exclusions", "quiet-from", "quiet-to", "language"];

const box = (id: string): HTMLInputElement => byId<HTMLInputElement>(id);
const exclusions = byId<HTMLTextAreaElement>("exclusions");
const language = byId<HTMLSelectElement>("language");

let kept: Settings;
let spoken: string | null;
let saving: Promise<void> = Promise.resolve();
let waiting = 0;

/** Binds the settings form. `saved` is called with the new state after each change was stored. */
export async function openSettings(first: Settings, saved: (now: Overview) => void): Promise<void> {
  for (const id of FIELDS)
    byId(id).addEventListener("change", ({ currentTarget }) => {
      const card = (currentTarget as Element).closest(".card");
      waiting += 1;
      saving = saving.then(() => save(card, saved)).finally(() => void waiting--);
    });
  spoken = first.language;
  await drawLanguages(spoken);
  kept = first;
  draw();
}

/** Redraws after a change in another window, but not while the list of exclusions has the focus. */
export function drawSettings(now: Settings): void {
  if (waiting > 0 || JSON.stringify(now) === JSON.stringify(kept)) return;
  kept = now;
  if (document.activeElement !== exclusions) draw();
}

function draw(): void {
  const { notify } = kept;
  const checked = [
    kept.tracking,
    kept.links,
    kept.decoy,
    kept.view_time,
    kept.phishing_guard,
    kept.sensitive_guard,
    notify.on,
    notify.first_only,
    notify.clicks,
    notify.quiet_from !== null,
  ];
  for (const [at, id] of BOXES.entries()) box(id).checked = checked[at] ?? false;
  box("quiet-from").value = notify.quiet_from ?? NIGHT.quiet_from;
  box("quiet-to").value = notify.quiet_to ?? NIGHT.quiet_to;
  exclusions.value = kept.exclusions.join("\n");
  show("notify-rules", notify.on);
  show("hours", notify.quiet_from !== null);
}

async function save(card: Element | null, saved: (now: Overview) => void): Promise<void> {
  const { entries, problems } = readExclusions(exclusions.value);
  drawProblems(problems);
  const wanted: Settings = {
    tracking: box("tracking").checked,
    links: box("links").checked,
    decoy: box("decoy").checked,
    view_time: box("reading-time").checked,
    // If a line is invalid, the stored list stays unchanged.
    exclusions: problems.length > 0 ? kept.exclusions : entries,
    phishing_guard: box("phishing").checked,
    sensitive_guard: box("sensitive").checked,
    notify: notifyWanted(),
    language: language.value === "" ? null : language.value,
  };
  const now = await ask("window/settings", { settings: wanted }).catch(() => null);
  if (now !== null) await take(now, problems.length === 0);
  tell(card, now === null ? say("failed") : problems.length > 0 ? "" : say("saved"));
  if (now !== null) saved(now);
}

async function take({ settings }: Overview, whole: boolean): Promise<void> {
  kept = settings;
  // Another change is waiting to be stored, so the form is newer than `settings`.
  if (waiting > 1) return;
  const typed = exclusions.value;
  draw();
  if (!whole) exclusions.value = typed;
  if (settings.language === spoken) return;
  spoken = settings.language;
  await loadTexts(spoken);
  translatePage(document);
  await drawLanguages(spoken);
}

/** Reads the notification settings from the form; an empty time field means the default time. */
function notifyWanted(): NotifySettings {
  const hours = box("quiet").checked
    ? {
        quiet_from: box("quiet-from").value || NIGHT.quiet_from,
        quiet_to: box("quiet-to").value || NIGHT.quiet_to,
      }
    : { quiet_from: null, quiet_to: null };
  const [on, first_only, clicks] = ["notify", "first", "clicks"].map((id) => box(id).checked);
  return { on: on === true, first_only: first_only === true, clicks: clicks === true, ...hours };
}

function drawProblems(problems: readonly string[]): void {
  byId("exclusions-problems").replaceChildren(
    ...problems.slice(0, 5).map((text) => element("li", { text })),
  );
  show("exclusions-problems", problems.length > 0);
  exclusions.ariaInvalid = String(problems.length > 0);
}

/** Shows "Saved" only in the card that was changed. */
function tell(card: Element | null, words: string): void {
  for (const line of document.querySelectorAll(".saved"))
    line.textContent = card?.contains(line) ? words : "";
}

async function drawLanguages(chosen: string | null): Promise<void> {
  const names = Object.entries(await languages());
  const choices = [["", say("language_browser")], ...names];
  language.replaceChildren(
    ...choices.map(([value = "", text = ""]) => element("option", { text, attributes: { value } })),
  );
  language.value = chosen ?? "";
}
