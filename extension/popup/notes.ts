/** Builds the popup's warnings, with what to do about them. */

import { clock, day } from "../lib/i18n/datetimes";
import { type Key, say, sayCount } from "../lib/i18n/texts";
import type { Overview } from "../lib/protocol/messages";
import type { Untracked, UntrackedSend } from "../lib/protocol/shapes/mail";
import { element } from "../lib/ui/element";

/** How long untracked sends are listed. */
const UNTRACKED_MS = 24 * 3600_000;
const UNTRACKED_SHOWN = 3;
const REASONS: Partial<Record<Untracked, Key>> = {
  "plain text": "untracked_plain",
  sealed: "untracked_sealed",
  "unknown form": "untracked_unknown_form",
};

/** Builds the warnings. `failure`: a change did not reach the server; `unanswered`: a search did not. */
export function notesOf(
  overview: Overview,
  failure: boolean,
  unanswered: boolean,
  now: number,
): HTMLElement[] {
  if (overview.account === null) return [];
  const found = [
    overview.link.online ? null : offline(overview, unanswered),
    overview.link.online && failure
      ? note("failed", say("change_failed_title"), say("change_failed"))
      : null,
    overview.changed === null
      ? null
      : note("changed", say("changed_title"), say("changed_words", day(overview.changed))),
    limited(overview, now),
    untracked(overview, now),
    overview.unblocked === null
      ? null
      : note("unblocked", say("unblocked_title"), say("unblocked_words", day(overview.unblocked))),
  ];
  return found.filter((one) => one !== null);
}

function offline({ server, link, waiting }: Overview, unanswered: boolean): HTMLElement {
  const at = server ?? "";
  const words = [
    link.since === null
      ? say("offline_words", at)
      : say("offline_words_since", at, clock(link.since)),
    waiting === 0 ? "" : sayCount("offline_waiting", waiting),
    unanswered ? say("offline_search") : "",
    say("offline_advice"),
  ];
  return note("offline", say("offline_title"), words.filter((one) => one !== "").join(" "));
}

/** Says that the day's quota is used up, and until when. */
function limited({ quota }: Overview, now: number): HTMLElement | null {
  if (quota === null || Date.parse(quota.until) <= now) return null;
  return note(
    "limited",
    say("limited_title"),
    say("limited_words", quota.limit, clock(quota.until)),
  );
}

/** Lists the latest untracked sends, each with its reason. */
function untracked(overview: Overview, now: number): HTMLElement | null {
  const recent = overview.untracked.filter(({ at }) => now - Date.parse(at) < UNTRACKED_MS);
  if (recent.length === 0) return null;
  const lines = recent
    .slice(0, UNTRACKED_SHOWN)
    .map((send) =>
      element("p", { text: say(reasonOf(send, overview), send.subject || say("no_subject")) }),
    );
  return note("untracked", say("untracked_title"), ...lines);
}

function reasonOf({ why, at }: UntrackedSend, { quota }: Overview): Key {
  if (why === "no lease" && quota !== null && at >= quota.since && at < quota.until)
    return "untracked_limited";
  return REASONS[why] ?? "untracked_words";
}

function note(name: string, title: string, ...words: (string | Node)[]): HTMLElement {
  const attributes = { id: name, "data-testid": name };
  const strong = element("strong", { text: title });
  return element("div", { class: "warning", attributes }, strong, ...words);
}
