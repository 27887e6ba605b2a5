/** Builds the popup's warnings, with what to do about them. */

import { clock, day } from "../lib/i18n/datetimes";
import { type Key, say } from "../lib/i18n/texts";
import type { Overview } from "../lib/protocol/messages";
import type { Untracked, UntrackedSend } from "../lib/protocol/shapes/mail";
import { connectionNotes, gmailNotes } from "../lib/ui/connection-notes";
import { element } from "../lib/ui/element";
import { note } from "../lib/ui/note";

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
  if (overview.account === null) return gmailNotes(overview);
  const found = [
    ...connectionNotes(overview, unanswered),
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
