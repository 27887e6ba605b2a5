/** The panel of a compose window: what will happen to this mail and to each of its links. */

import { type Key, locale, say } from "../../lib/i18n/texts";
import type { Why } from "../../lib/links/rules";
import { GMAIL_CLIPS_KB } from "../../lib/mail/clipping";
import { element, setAttribute, setText } from "../../lib/ui/element";
import type { CopyView } from "./copies";
import { makeOffer } from "./copies-offer";
import { type Clip, isGuarded, isOpen, type LinkDecision } from "./findings";
import { makePopover } from "./popover";
import { type SwitchState, type SwitchTrouble, stateWords } from "./switch";

export type Shown = {
  readonly state: SwitchState;
  readonly trouble: SwitchTrouble | null;
  readonly tracking: boolean;
  readonly links: boolean;
  readonly decisions: readonly LinkDecision[];
  readonly recipients: number;
  /** Addresses of recipients who usually block images. */
  readonly blocking: readonly string[];
  readonly clip: Clip | null;
  /** The points that a mail filter may add for the pixel. */
  readonly points: number | null;
  readonly copies: CopyView | null;
  /** Whether the choices for this mail differ from the default for new mails. */
  readonly differs: boolean;
};

export type PanelActions = {
  track(on: boolean): void;
  links(on: boolean): void;
  link(url: string, on: boolean): void;
  copies(): void;
  remember(): void;
};

export type Panel = { readonly root: HTMLElement; isOpen(): boolean; show(shown: Shown): void };

/**
 * Builds the panel, which `opener` opens. The caller inserts the panel's `root` after `opener`. `look` is
 * called each time the panel has opened.
 */
export function makePanel(
  opener: HTMLButtonElement,
  actions: PanelActions,
  look: () => void,
): Panel {
  const state = element("p", { class: "sightline-state" });
  const track = toggle("panel_track", "sightline-track", actions.track);
  const links = toggle("panel_links", "sightline-links-on", actions.links);
  const notes = element("div", { class: "sightline-notes", attributes: { role: "status" } });
  const list = element("ul", { class: "sightline-links" });
  const copies = makeOffer(actions.copies);
  const remember = rememberButton(actions.remember);
  const root = element("div", { class: "sightline-panel" });
  root.append(state, track.row, links.row, notes, list, copies.root, remember);
  const popover = makePopover(root, opener, look);
  let drawn = "";
  return {
    root,
    isOpen: popover.isOpen,
    show(shown) {
      const picture = JSON.stringify(shown);
      if (picture === drawn) return;
      drawn = picture;
      setAttribute(root, "aria-label", say("panel_title"));
      setAttribute(list, "aria-label", say("panel_list"));
      setText(state, stateWords(shown.state, shown.trouble));
      track.set(shown.tracking, canBeTracked(shown));
      links.set(shown.links, shown.tracking && canBeTracked(shown));
      copies.show(shown.copies);
      setText(remember, say("panel_remember"));
      remember.hidden = !shown.differs;
      notes.replaceChildren(...notesOf(shown));
      redraw(list, rowsOf(shown, actions));
      popover.place();
    },
  };
}

function toggle(name: Key, id: string, change: (on: boolean) => void) {
  const words = element("span", { text: say(name) });
  const box = element("input", {
    class: "sightline-toggle",
    attributes: { type: "checkbox", role: "switch", "data-testid": id },
  });
  box.addEventListener("change", () => change(box.checked));
  const row = element("label", { class: "sightline-row" }, words, box);
  const set = (on: boolean, possible: boolean): void => {
    setText(words, say(name));
    box.checked = on && possible;
    box.disabled = !possible;
  };
  return { row, set };
}

function rememberButton(action: () => void): HTMLButtonElement {
  const attributes = { type: "button", "data-testid": "sightline-make-default" };
  const button = element("button", { class: "sightline-default", attributes });
  button.addEventListener("click", action);
  return button;
}

function notesOf({ recipients, blocking, clip, points, tracking }: Shown): HTMLElement[] {
  const notes: HTMLElement[] = [];
  if (clip !== null && tracking) notes.push(meter(clip));
  if (recipients > 1 && tracking)
    notes.push(element("p", { class: "sightline-note", text: say("panel_shared", recipients) }));
  const first = blocking[0];
  if (first !== undefined) notes.push(blockedImagesNote(first, blocking.length - 1));
  if (points !== null) notes.push(pointsNote(points));
  return notes;
}

function pointsNote(points: number): HTMLElement {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const text = say("panel_points", new Intl.NumberFormat(locale(), digits).format(points));
  return element("p", {
    class: "sightline-note",
    text,
    attributes: { "data-testid": "sightline-points" },
  });
}

function blockedImagesNote(first: string, others: number): HTMLElement {
  const text = others === 0 ? say("panel_dark", first) : say("panel_dark_more", first, others);
  return element("p", {
    class: "sightline-note",
    text,
    attributes: { "data-testid": "sightline-image-blocking" },
  });
}

function meter({ kb, clipped }: Clip): HTMLElement {
  const bar = element("span", { class: "sightline-bar", attributes: { "aria-hidden": "true" } });
  const filled = element("span", { class: "sightline-filled" });
  filled.style.width = `${Math.min(100, Math.round((100 * kb) / GMAIL_CLIPS_KB))}%`;
  bar.append(filled);
  const words = `${say("panel_size", kb, GMAIL_CLIPS_KB)} · ${say(clipped ? "panel_clipped" : "panel_near")}`;
  const attributes = { "data-testid": "sightline-meter", "data-clipped": String(clipped) };
  return element("p", { class: "sightline-note sightline-meter", attributes }, bar, words);
}

function rowsOf(shown: Shown, { link: change }: PanelActions): HTMLElement[] {
  const { decisions, tracking, links } = shown;
  if (decisions.length === 0)
    return [element("li", { class: "sightline-note", text: say("panel_no_links") })];
  const possible = tracking && links && canBeTracked(shown);
  return decisions.map((decision) => row(decision, possible ? null : offWords(shown), change));
}

function offWords(shown: Shown): string {
  if (!canBeTracked(shown)) return say("panel_unchanged");
  return say(shown.tracking ? "panel_links_off" : "panel_untracked");
}

function canBeTracked({ state }: Shown): boolean {
  return state !== "plain" && state !== "sealed" && state !== "changed";
}

function row(
  decision: LinkDecision,
  off: string | null,
  change: (url: string, on: boolean) => void,
): HTMLElement {
  const { link, why } = decision;
  const box = element("input", { attributes: { type: "checkbox" } });
  box.checked = why === null && off === null;
  box.disabled = !isOpen(decision) || off !== null;
  box.addEventListener("change", () => change(link.url, box.checked));
  const words = why === null ? (off ?? say("panel_tracked")) : say(whyKey(why));
  const attributes = {
    "data-testid": "sightline-link",
    "data-why": why ?? (off === null ? "" : "off"),
    "data-guarded": String(isGuarded(decision)),
  };
  const inner = element(
    "span",
    { class: "sightline-link-words" },
    element("b", { text: link.text === "" ? link.url : link.text }),
    element("span", { class: "sightline-url", text: link.url, attributes: { title: link.url } }),
    element("span", { class: "sightline-why", text: words }),
  );
  return element("li", { attributes }, element("label", {}, box, inner));
}

const whyKey = (why: Why): Key => `why_${why.replaceAll("-", "_")}` as Key;

/** Replaces the rows, and keeps the focus on the checkbox at the same place. */
function redraw(list: HTMLElement, rows: readonly HTMLElement[]): void {
  const boxes = (): HTMLInputElement[] => [...list.querySelectorAll("input")];
  const at = boxes().indexOf(document.activeElement as HTMLInputElement);
  list.replaceChildren(...rows);
  if (at !== -1) boxes()[at]?.focus();
}
