/** Says in a few words what happened to one mail. */
import { ago } from "../i18n/ago";
import { say } from "../i18n/texts";
import type { FeedItem } from "../protocol/shapes/activity";

export type Tone = "clicked" | "opened" | "lost" | "quiet";
export type Status = {
  readonly tone: Tone;
  readonly words: string;
  readonly more: string;
};

export function statusOf(item: FeedItem, now: number): Status {
  if (item.state === "undone") return quiet(say("status_undone"));
  if (item.bounced_at) return { tone: "lost", words: say("status_bounced"), more: "" };
  const signs = signsOf(item, now);
  return { ...signs, more: more(signs.more, notReached(item)) };
}

function signsOf(item: FeedItem, now: number): Status {
  if (item.replied_at)
    return {
      tone: "clicked",
      words: say(
        item.through_desk ? "status_answered_desk_ago" : "status_answered_ago",
        ago(item.replied_at, now),
      ),
      more: item.opens > 0 ? openedInShort(item) : "",
    };
  if (item.clicks > 0)
    return {
      tone: "clicked",
      words: clicked(item, now),
      more: more(openedInShort(item), byWhom(item)),
    };
  if (item.opens > 0)
    return {
      tone: "opened",
      words: opened(item, now),
      more: openedInFull(item),
    };
  if (item.state === "scheduled") return quiet(say("status_scheduled"));
  return quiet(say("status_quiet"));
}

/** Says for how many of several recipients the mail has bounced. */
function notReached({ bounces = 0, recipient_count = 1 }: FeedItem): string {
  return bounces > 0 ? say("status_lost_some", bounces, recipient_count) : "";
}

function quiet(words: string): Status {
  return { tone: "quiet", words, more: "" };
}

function clicked(item: FeedItem, now: number): string {
  const when = item.last_activity_at === null ? null : ago(item.last_activity_at, now);
  if (item.clicks === 1)
    return when === null ? say("status_clicked") : say("status_clicked_ago", when);
  const often = times(item.clicks);
  return when === null
    ? say("status_clicked_times", often)
    : say("status_clicked_times_ago", often, when);
}

function opened(item: FeedItem, now: number): string {
  if (byMachines(item)) return say("status_loaded");
  const when = item.last_open_at ?? item.first_open_at;
  return when === null ? say("status_opened") : say("status_opened_ago", ago(when, now));
}

function openedInShort(item: FeedItem): string {
  if (item.opens < 2) return item.opens === 0 ? "" : say("status_opened_once");
  return say("status_opened_times", times(item.opens));
}

function times(count: number): string {
  if (count < 2) return "";
  if (count > 3) return say("times", count);
  return count === 2 ? say("twice") : say("three_times");
}

function openedInFull(item: FeedItem): string {
  return byMachines(item) ? "" : more(times(item.opens), byWhom(item), sure(item));
}

/**
 * Returns whether the mail counts as opened only because the sender's threshold also includes loads that are
 * probably a machine's.
 */
function byMachines({ certainty, recipient_count }: FeedItem): boolean {
  return recipient_count !== undefined && certainty === null;
}

/** Says "by one of N" for a mail with several recipients, because they share one pixel. */
function byWhom({ recipient_count = 1 }: FeedItem): string {
  return recipient_count > 1 ? say("by_someone_of", recipient_count) : "";
}

/** Says "likely" for an open that is only likely a person's, such as one through a mail provider's proxy. */
function sure(item: FeedItem): string {
  return item.certainty === "likely_person" ? say("status_likely") : "";
}

function more(...words: string[]): string {
  return words.filter((word) => word !== "").join(" · ");
}
