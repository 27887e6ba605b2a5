/**
 * Rewrites one of Gmail's requests: decides which of the mails that it sends are tracked, and marks them.
 * Pure: no clock, no storage, no network. Outside the edits, every character of the body stays the same.
 */

import { linkCase } from "../../lib/links/rules";
import { CLIPPED_BYTES, utf8Length } from "../../lib/mail/clipping";
import { isArmoured } from "../../lib/mail/openpgp";
import type { Draft, Lease, Own, TrackedLink, Untracked } from "../../lib/protocol/shapes/mail";
import type { Choice, LinkRules } from "../../lib/protocol/shapes/page";
import { type Edit, insideLiteral, places, splice } from "./json";
import { isHtml, type Part as MarkedPart, mark, readPart, type Signing } from "./marks";
import { mayBePlain } from "./plain";
import type { Save } from "./saved-drafts";
import { type Message, messages, type Part } from "./sync-request";
import { linkSigner } from "./tokens";

export type Leases = {
  readonly free: readonly Lease[];
  /** Used leases by draft id; a draft that is sent again keeps its lease. */
  readonly used: ReadonlyMap<string, Lease>;
};

export type Settings = LinkRules & {
  readonly paired: boolean;
  readonly tracking: boolean;
  readonly links: boolean;
  readonly decoy: boolean;
  readonly view_time: boolean;
  readonly own: readonly Own[];
  readonly choices: readonly Choice[];
  /** Choices at an earlier send of the draft: Gmail may send it again long after its window was closed. */
  readonly earlier?: ReadonlyMap<string, MailChoice>;
};

/** The choices that apply to one mail. */
export type MailChoice = Pick<Choice, "tracking" | "links" | "without" | "changed">;

export type Send = {
  readonly draft: Draft;
  readonly lease: Lease | null;
  readonly why: Untracked | null;
  readonly links: readonly TrackedLink[];
  /** Whether the image that measures view time is in the mail. */
  readonly view_time: boolean;
  readonly choice: MailChoice;
};

export type Rewritten = {
  readonly body: string;
  readonly sends: readonly Send[];
  /** Drafts that the request saves but does not send. */
  readonly saves: readonly Save[];
  /** Ids of the drafts that the request saves or sends in a form that is not known. */
  readonly strange: readonly string[];
  /** Ids of the drafts of which the request says something, but neither in a save nor in a send that is known. */
  readonly unlabelled: readonly string[];
  /** Whether no mail was found in the request. Most requests without a mail only read or move mails. */
  readonly empty: boolean;
};

/** Rewrites one request body. Throws SyntaxError if `text` is not JSON. */
export function rewrite(text: string, leases: Leases, settings: Settings): Rewritten {
  if (!/"msg-[af]:/.test(text))
    return { body: text, sends: [], saves: [], strange: [], unlabelled: [], empty: true };
  const found = messages(text, places(text));
  const given = new Map(leases.used);
  const free = [...leases.free];
  const edits: Edit[] = [];
  const sends = found
    .filter(({ action }) => action === "send")
    .map((message) => {
      const send = marked(
        text,
        message,
        settings,
        () => given.get(message.draft.id) ?? free.shift() ?? null,
      );
      if (send.lease !== null) given.set(message.draft.id, send.lease);
      edits.push(...send.edits);
      return send;
    });
  const body = edits.length === 0 ? text : splice(text, edits);
  return {
    body,
    sends: sends.map(({ edits: _, ...send }) => send),
    saves: savesIn(found),
    strange: idsOf(found.filter(({ known, action }) => !known && action !== null)),
    unlabelled: idsOf(found.filter(({ action }) => action === null)),
    empty: found.length === 0,
  };
}

const idsOf = (found: readonly Message[]): string[] => found.map(({ draft }) => draft.id);

function savesIn(found: readonly Message[]): Save[] {
  const sent = new Set(
    found.filter(({ action }) => action === "send").map(({ draft }) => draft.id),
  );
  return found
    .filter(({ action, draft }) => action === "save" && !sent.has(draft.id))
    .map(({ draft, parts, known }) => ({ draft, parts, known }));
}

function marked(
  text: string,
  message: Message,
  settings: Settings,
  take: () => Lease | null,
): Send & { edits: Edit[] } {
  const parts = message.parts.map((part) => ({ ...part, ...readPart(part.html) }));
  const home = parts.filter(({ typed }) => typed).at(-1);
  const choice = choiceFor(message.draft, settings);
  const sealed = message.confidential || parts.some(({ typed, html }) => typed && isArmoured(html));
  const refusal = refusalOf(message, choice, settings, sealed, home) ?? unsureOf(parts);
  const { draft } = message;
  // A sealed mail is not changed at all, because even removing a mark would break its signature.
  if (sealed)
    return { draft, lease: null, why: refusal, links: [], view_time: false, choice, edits: [] };
  const lease = refusal === null ? take() : null;
  const why = refusal ?? (lease === null ? "no lease" : null);
  const signing = lease === null ? null : signingOf(lease, settings, choice);
  const done = parts.map((part) => ({
    part,
    ...mark(part, settings.own, part.typed ? signing : null),
  }));
  const viewTimeUrl = settings.view_time ? lease?.view_time_url : undefined;
  const decoy = settings.decoy && signing !== null ? lease?.decoy_url : undefined;
  const added = lease === null ? [] : addedTo(done, picture(lease.pixel_url, viewTimeUrl), decoy);
  const edits = done.flatMap(({ part, edits: own }) => {
    const here = added.flatMap(({ edit, ...place }) => (place.part === part ? [edit] : []));
    return insideLiteral(text, part.literal, sorted([...here, ...own]));
  });
  const links = done.flatMap((part) => part.links);
  return { draft, lease, why, links, view_time: viewTimeUrl !== undefined, choice, edits };
}

function refusalOf(
  message: Message,
  choice: MailChoice,
  settings: Settings,
  sealed: boolean,
  home: MarkedPart | undefined,
): Untracked | null {
  if (!settings.paired) return "unpaired";
  if (!choice.tracking) return "off";
  if (sealed) return "sealed";
  if (message.text === "plain") return "plain text";
  if (!message.known || choice.changed) return "unknown form";
  return home !== undefined && isHtml(home) ? null : "plain text";
}

function unsureOf(parts: readonly (Part & MarkedPart)[]): Untracked | null {
  return parts.some((part) => part.typed && mayBePlain(part)) ? "unknown form" : null;
}

/**
 * Returns the choice for this draft, made in its compose window now or at an earlier send; else the defaults.
 */
function choiceFor(draft: Draft, { choices, tracking, links, earlier }: Settings): MailChoice {
  const exact = choices.find((choice) => choice.draft === draft.id) ?? earlier?.get(draft.id);
  if (exact !== undefined) return exact;
  // Gmail does not say which window the mail is from, so a "no" in any of the likely windows applies.
  const open = choices.filter((choice) => choice.draft === null);
  const likely = open.filter(({ subject, active }) => active || subject === draft.subject);
  const meant = likely.length > 0 ? likely : open;
  if (meant.length === 0) return { tracking, links, without: [], changed: false };
  return {
    tracking: meant.every((choice) => choice.tracking),
    links: meant.every((choice) => choice.links),
    without: meant.flatMap((choice) => choice.without),
    changed: meant.some((choice) => choice.changed === true),
  };
}

function signingOf(
  lease: Lease,
  settings: Settings,
  { links, without }: MailChoice,
): Signing | null {
  const hosts = settings.own.map(({ host }) => host);
  return links ? { sign: linkSigner(lease), given: linkCase(settings, hosts, without) } : null;
}

type Done = { readonly part: Part & MarkedPart; readonly edits: readonly Edit[] };
type Added = { readonly part: Part; readonly edit: Edit };

/**
 * Places the pixel at the end, or at the top of a mail that Gmail will clip. The decoy always goes to the
 * end.
 */
function addedTo(done: readonly Done[], pixel: string, decoy: string | undefined): Added[] {
  const typed = done.map(({ part }) => part).filter((part) => part.typed);
  const [first, last] = [typed[0], typed.at(-1)];
  if (first === undefined || last === undefined) return [];
  const end = endOf(last);
  const shown = isClipped(done)
    ? { part: first, edit: { start: 0, end: 0, text: pixel } }
    : { part: last, edit: { start: end, end, text: pixel } };
  if (decoy === undefined || isInLink(last, end)) return [shown];
  return [shown, { part: last, edit: { start: end, end, text: decoyLink(decoy) } }];
}

/** Returns the position of the end of the typed text, which is before any quote in the same part. */
function endOf({ html, scan, quotes }: MarkedPart): number {
  return quotes[0]?.start ?? (scan.whole ? html.length : 0);
}

/** Returns whether `at` is inside a link, where another link would end the outer one. */
function isInLink({ scan }: MarkedPart, at: number): boolean {
  const before = scan.tags.filter(({ name, end }) => name === "a" && end <= at);
  return before.at(-1)?.closing === false;
}

function isClipped(done: readonly Done[]): boolean {
  const letters = done.reduce((sum, { part, edits }) => sum + part.html.length + growth(edits), 0);
  // A UTF-16 unit is at most three bytes of UTF-8, so most mails need no exact count.
  if (letters * 3 <= CLIPPED_BYTES) return false;
  const bytes = done.reduce(
    (sum, { part, edits }) => sum + utf8Length(part.html) + growth(edits),
    0,
  );
  return bytes > CLIPPED_BYTES;
}

function growth(edits: readonly Edit[]): number {
  return edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
}

// Mail filters charge nothing for what the view-time image and the decoy add: see docs/decisions/058.

/** Builds the pixel; the view-time image is its background. */
function picture(pixel: string, viewTime: string | undefined): string {
  const background = viewTime === undefined ? "" : `;background:url(${viewTime})`;
  return `<img src="${pixel}" width="1" height="1" alt="" style="display:block${background}">`;
}

/** Builds the decoy: an empty link. It takes no space, and screen readers and the keyboard skip it. */
function decoyLink(url: string): string {
  return `<a href="${url}" aria-hidden="true" tabindex="-1" style="visibility:collapse"></a>`;
}

/** Sorts edits by position. The sort is stable, so the pixel stays before other edits at the same position. */
function sorted(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((one, other) => one.start - other.start);
}
