/**
 * Builds the timeline below one of the person’s own messages: what happened, when, and why a verdict was given.
 */

import { moment } from "../../lib/i18n/datetimes";
import { say, sayCount } from "../../lib/i18n/texts";
import type { Correction, Entry, Returned, Timeline } from "../../lib/protocol/shapes/activity";
import { element } from "../../lib/ui/element";
import { proofWords } from "../../lib/ui/proof";
import { keepEventsFromGmail, onClick } from "../click";
import { iconOf } from "./thread-status";

const SHORT = 3;
/** Marks the first of the corrections offered for an event; after a correction, only the undo is offered. */
const FIRST_CHOICE = "first choice ";
const OTHER_CHOICES = "other choice ";

export type TimelineActions = {
  readonly mute: (muted: boolean) => void;
  readonly correct: (event: string, correction: Correction | null) => void;
};

export type TimelineBox = { readonly root: HTMLElement; show(timeline: Timeline): void };

/**
 * The caller puts `root` below the message. `show` redraws the timeline after a change, and keeps the focus.
 */
export function timelineBox(actions: TimelineActions): TimelineBox {
  const root = element("section", {
    class: "sightline-timeline",
    attributes: { "aria-label": "Sightline", "data-testid": "sightline-timeline" },
  });
  keepEventsFromGmail(root);
  let shown = "";
  let all = false;
  const show = (timeline: Timeline): void => {
    const look = JSON.stringify([timeline, all]);
    if (look === shown) return;
    shown = look;
    const more = (): void => {
      all = true;
      show(timeline);
    };
    redraw(root, [
      head(timeline, actions),
      list(timeline, all, actions),
      rest(timeline, all, more),
    ]);
  };
  return { root, show };
}

function redraw(root: HTMLElement, parts: (Node | null)[]): void {
  const focus = root.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.key
    : undefined;
  root.replaceChildren(...parts.filter((part) => part !== null));
  if (focus === undefined) return;
  const controls = [...root.querySelectorAll<HTMLElement>("[data-key]")];
  const keyed = (key: string) => controls.find(({ dataset }) => dataset.key === key);
  (keyed(focus) ?? keyed(focus.replace(OTHER_CHOICES, FIRST_CHOICE)))?.focus({
    preventScroll: true,
  });
}

const quietly = (text: string): Node | string =>
  text === "" ? "" : element("span", { class: "sightline-quiet", text });

function head({ url, muted, proof, ...counts }: Timeline, { mute }: TimelineActions): HTMLElement {
  const quiet = control("mute", say(muted ? "timeline_unmute" : "timeline_mute"), () =>
    mute(!muted),
  );
  quiet.setAttribute("aria-pressed", String(muted));
  const details = element("a", {
    class: "sightline-link",
    text: say("timeline_details"),
    attributes: { href: url, target: "_blank", rel: "noopener", "data-key": "details" },
  });
  return element(
    "div",
    { class: "sightline-head" },
    iconOf(stateOf(counts)),
    element("strong", { text: summary(counts), attributes: { role: "status" } }),
    // After an open or a reply, the proof of the marks need not be shown.
    isSettled(counts) ? "" : quietly(proofWords(proof)),
    muted ? quietly(say("timeline_muted")) : "",
    element("span", { class: "sightline-gap" }),
    element("span", {}, quiet, details),
  );
}

type Counts = Pick<Timeline, "opens" | "clicks" | "replied_at" | "bounced_at" | "returns">;

const isSettled = ({ opens, clicks, replied_at, bounced_at }: Counts) =>
  opens + clicks > 0 || Boolean(replied_at) || Boolean(bounced_at);

function stateOf({ opens, clicks, replied_at, bounced_at }: Counts) {
  if (bounced_at) return "sent";
  return clicks > 0 || replied_at ? "clicked" : opens > 0 ? "opened" : "sent";
}

function summary({ opens, clicks, replied_at, bounced_at, returns = [] }: Counts): string {
  if (bounced_at) return say("status_bounced");
  const parts = [
    replied_at ? say(byDesk(returns) ? "timeline_answered_desk" : "timeline_answered") : "",
    opens > 0 ? sayCount("timeline_opened", opens) : "",
    clicks > 0 ? sayCount("timeline_clicked", clicks) : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? say("timeline_nothing") : parts.join(" · ");
}

/** Returns whether people answered only through help desks. */
function byDesk(returns: readonly Returned[]): boolean {
  const kinds = returns.map(({ kind }) => kind);
  return kinds.includes("desk") && !kinds.includes("reply");
}

function list(timeline: Timeline, all: boolean, actions: TimelineActions): HTMLElement | null {
  const lines = newestFirst(timeline);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, SHORT);
  return element(
    "ol",
    { class: "sightline-entries" },
    ...shown.map((one) => ("event" in one ? line(one, actions) : returnLine(one))),
  );
}

function newestFirst({ entries, returns = [] }: Timeline): readonly (Entry | Returned)[] {
  return [...entries, ...returns].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function returnLine(item: Returned): HTMLElement {
  return element("li", { attributes: { "data-returned": item.kind } }, ...sentences(item));
}

function sentences({ at, text, why }: Returned): Node[] {
  const time = element("time", { text: moment(at), attributes: { datetime: at } });
  const words = element("span", { class: "sightline-what" }, `${text} · `, time);
  return [words, element("span", { class: "sightline-quiet", text: why })];
}

function line(entry: Entry, { correct }: TimelineActions): HTMLElement {
  const { event, verdict } = entry;
  const item = element("li", { attributes: { "data-verdict": verdict } }, ...sentences(entry));
  const choices = corrections(entry).map(([word, next], at) =>
    control(`${at === 0 ? FIRST_CHOICE : OTHER_CHOICES}${event}`, word, () => correct(event, next)),
  );
  item.append(element("span", { class: "sightline-corrections" }, ...choices));
  return item;
}

/**
 * Returns the corrections to offer for an event. After a correction: to undo it. For an event that counts: that
 * the sender or a machine caused it. For one that does not count: that a recipient caused it. For a visit to
 * the hidden link: that the sender caused it.
 */
function corrections({ kind, correction, verdict }: Entry): [string, Correction | null][] {
  if (correction !== null) return [[say("timeline_undo"), null]];
  const counts = verdict === "person" || verdict === "likely_person";
  if (kind === "decoy") return [[say("timeline_me"), "sender"]];
  if (!counts) return [[say("timeline_them"), "recipient"]];
  return [
    [say("timeline_me"), "sender"],
    [say("timeline_machine"), "automated"],
  ];
}

function rest(timeline: Timeline, all: boolean, open: () => void): Node | null {
  const { more, url } = timeline;
  const hidden = all ? 0 : Math.max(newestFirst(timeline).length - SHORT, 0);
  if (hidden > 0) return control("more", sayCount("timeline_more", hidden + more), open);
  if (more === 0) return null;
  return element("a", {
    class: "sightline-link",
    text: sayCount("timeline_more", more),
    attributes: { href: url, target: "_blank", rel: "noopener", "data-key": "more" },
  });
}

function control(key: string, text: string, action: () => void): HTMLButtonElement {
  const button = element("button", {
    class: "sightline-link",
    text,
    attributes: { type: "button", "data-key": key },
  });
  onClick(button, action);
  return button;
}
