/**
 * Finds the messages in Gmail's sync request, and their parts. A message is an array that begins with its draft
 * id; its position in the request varies.
 */
import type { Draft, Person } from "../../lib/protocol/shapes/mail";
import { type Place, stringAt } from "./json";

const DRAFT_ID = /^"msg-[af]:/;
const TYPED = 0;

/** Positions in a message array. */
const FROM = 1;
const TO = 2;
const CC = 3;
const BCC = 4;
const SUBJECT = 7;
const BODY = 8;
const LABELS = 10;
/** The kind of text, in the body. */
const KIND = 6;
const KINDS: Readonly<Record<string, Message["text"]>> = { "1": "html", "0": "plain" };

export type Part = {
  /** True for the text that the person typed; other parts are quoted text. */
  readonly typed: boolean;
  readonly literal: Place;
  readonly html: string;
};

export type Message = {
  readonly draft: Draft;
  readonly action: "send" | "save" | null;
  readonly parts: readonly Part[];
  /** How the mail was written; "unknown" if Gmail does not say so where it used to. */
  readonly text: "html" | "plain" | "unknown";
  /** False if some of it is not where it used to be: Gmail has changed, and nothing in it is certain. */
  readonly known: boolean;
  readonly confidential: boolean;
};

/** Finds every message in `root` that has labels, in the order of the request. */
export function messages(text: string, root: Place): Message[] {
  const found: Message[] = [];
  const visit = (place: Place): void => {
    if (place.items === undefined) return;
    if (isMessage(text, place)) found.push(read(text, place.items));
    else place.items.forEach(visit);
  };
  visit(root);
  return found;
}

function isMessage(text: string, place: Place): boolean {
  const { items = [] } = place;
  const id = items[0];
  if (id === undefined || items.length <= LABELS || !isArray(text, place)) return false;
  const labels = items[LABELS];
  return DRAFT_ID.test(text.slice(id.start, id.start + 8)) && isArray(text, labels);
}

/** An object has `items`, too, but its fields may be in any order. */
function isArray(text: string, place: Place | undefined): boolean {
  return place !== undefined && text[place.start] === "[";
}

function read(text: string, items: readonly Place[]): Message {
  const labels = (items[LABELS]?.items ?? []).map((label) => stringAt(text, label));
  const scheduled = labels.includes("^scheduled");
  const draft: Draft = {
    id: stringAt(text, items[0]) ?? "",
    subject: stringAt(text, items[SUBJECT]) ?? "",
    from: person(text, items[FROM]),
    to: people(text, items[TO]),
    cc: people(text, items[CC]),
    bcc: people(text, items[BCC]),
    scheduled,
  };
  const kind = items[BODY]?.items?.[KIND];
  const how = (kind && KINDS[text.slice(kind.start, kind.end)]) ?? "unknown";
  const action = actionOf(labels, scheduled);
  return {
    draft,
    action,
    parts: parts(text, items[BODY]),
    text: how,
    known: action !== null && how !== "unknown" && isKnown(text, items, draft),
    confidential: labels.includes("^cfm"),
  };
}

/** Returns whether sender, recipients, subject and body are where they are in all that was captured of Gmail. */
function isKnown(text: string, items: readonly Place[], { from }: Draft): boolean {
  const lists = [TO, CC, BCC].map((at) => items[at]);
  return (
    from.address.includes("@") &&
    stringAt(text, items[SUBJECT]) !== null &&
    lists.every((list) => list !== undefined && (isNull(text, list) || isPeople(list)))
  );
}

function isNull(text: string, { start, end }: Place): boolean {
  return text.slice(start, end) === "null";
}

function isPeople({ items }: Place): boolean {
  return items?.every((entry) => entry.items !== undefined) ?? false;
}

function actionOf(labels: readonly (string | null)[], scheduled: boolean): Message["action"] {
  if (labels.includes("^r")) return "save";
  return scheduled || labels.includes("^pfg") ? "send" : null;
}

function parts(text: string, body: Place | undefined): Part[] {
  return (body?.items?.[1]?.items ?? []).flatMap((part) => {
    const [type, literal] = part.items ?? [];
    const html = stringAt(text, literal);
    if (type === undefined || literal === undefined || html === null) return [];
    return [{ typed: text.slice(type.start, type.end) === String(TYPED), literal, html }];
  });
}

function people(text: string, list: Place | undefined): Person[] {
  return (list?.items ?? [])
    .map((entry) => person(text, entry))
    .filter(({ address }) => address !== "");
}

function person(text: string, entry: Place | undefined): Person {
  return {
    address: stringAt(text, entry?.items?.[1]) ?? "",
    name: stringAt(text, entry?.items?.[2]) ?? "",
  };
}
