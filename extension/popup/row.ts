/** Builds the row of one mail in the popup: its status, and its buttons. */
import { ago } from "../lib/i18n/ago";
import { clock, day } from "../lib/i18n/datetimes";
import { say } from "../lib/i18n/texts";
import type { FeedItem } from "../lib/protocol/shapes/activity";
import type { Proof } from "../lib/protocol/shapes/mail";
import { element } from "../lib/ui/element";
import { icon } from "../lib/ui/icon";
import { statusOf } from "../lib/ui/mail-status";
import { proofWords } from "../lib/ui/proof";

const REMIND_DAYS = 2;

export type Actions = {
  mute: (id: string, muted: boolean) => void;
  remind: (id: string, days: number | null) => void;
};

export function makeRow(item: FeedItem, now: number, actions: Actions): HTMLElement {
  const row = element("li", { attributes: { "data-id": item.id } });
  row.append(link(item, now), buttons(item, actions));
  return row;
}

function link(item: FeedItem, now: number): HTMLElement {
  const where = { href: item.url, target: "_blank", rel: "noopener" };
  const made = element(
    "a",
    {
      class: item.unseen ? "message unseen" : "message",
      attributes: { ...where, "data-testid": "message", "data-id": item.id },
    },
    element("span", { class: "subject", text: item.subject || say("no_subject") }),
    element("span", { class: "sent", text: day(item.sent_at) }),
    element("span", { class: "recipients", text: say("to_recipients", item.recipients) }),
    status(item, now),
  );
  made.title = titleOf(item, now);
  return made;
}

function status(item: FeedItem, now: number): HTMLElement {
  const { tone, words, more } = statusOf(item, now);
  const rest = [more, proven(item), item.remind_at === null ? "" : remindWords(item.remind_at)];
  return element(
    "span",
    { class: `status ${tone}`, attributes: { "data-testid": "status" } },
    element("b", { text: words }),
    ...rest.filter((one) => one !== "").map((one) => ` · ${one}`),
  );
}

/** Returns the proof in words; "" for a mail that was opened, was answered or has bounced. */
function proven({ proof, opens, clicks, state, replied_at, bounced_at }: FeedItem): string {
  if (replied_at || bounced_at) return "";
  return opens + clicks > 0 || state !== "sent" ? "" : proofWords(proof);
}

function titleOf(item: FeedItem, now: number): string {
  const likely = item.certainty === "likely_person" ? say("likely_explained") : "";
  const proof = item.proof === null ? "" : proofTitle(item.proof);
  const sent = `${say("sent_ago", ago(item.sent_at, now))}.`;
  return [sent, likely, proof].filter((one) => one !== "").join(" ");
}

function proofTitle({ by, pixel, links, of }: Proof): string {
  const who = say(by === "gmail" ? "proof_by_gmail" : "proof_by_browser");
  const what = say(pixel ? "proof_pixel" : "proof_no_pixel");
  return [who, what, of === 0 ? "" : say("proof_links", links, of)]
    .filter((one) => one !== "")
    .join(" ");
}

const remindWords = (at: string): string => say("reminder_at", `${day(at)}, ${clock(at)}`);

function buttons(item: FeedItem, actions: Actions): HTMLElement {
  const { id, muted, remind_at } = item;
  const box = element("span", { class: "actions" });
  if (canRemind(item)) {
    const title = remind_at === null ? say("remind", REMIND_DAYS) : say("remind_not");
    const remind = button("clock", "r", title, remind_at !== null, "remind");
    remind.addEventListener("click", () =>
      actions.remind(id, remind_at === null ? REMIND_DAYS : null),
    );
    box.append(remind);
  }
  const title = say(muted ? "unmute" : "mute");
  const mute = button(muted ? "muted" : "bell", "m", title, muted, "mute");
  mute.addEventListener("click", () => actions.mute(id, !muted));
  box.append(mute);
  return box;
}

function canRemind({ opens, clicks, state, replied_at, bounced_at }: FeedItem): boolean {
  if (replied_at || bounced_at) return false;
  return opens + clicks === 0 && (state === "sent" || state === "scheduled");
}

function button(
  drawing: Parameters<typeof icon>[0],
  key: string,
  title: string,
  pressed: boolean,
  testid: string,
): HTMLButtonElement {
  return element(
    "button",
    {
      class: "icon",
      attributes: {
        type: "button",
        title: `${title} (${key.toUpperCase()})`,
        "aria-label": title,
        "aria-pressed": String(pressed),
        "aria-keyshortcuts": key,
        "data-key": key,
        "data-testid": testid,
      },
    },
    icon(drawing),
  );
}
