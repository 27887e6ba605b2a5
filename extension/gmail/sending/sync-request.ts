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
/** The kind of text, in the body: 1 is HTML; 0 is presumably plain text. */
const KIND = 6;

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
  /** Whether the mail was written in plain text mode. */
  readonly plain: boolean;
  readonly confidential: boolean;
};

/** Finds every message in `root` that has labels, in the order of the request. */
export function messages(text: string, root: Place): Message[] {
  const found: Message[] = [];
  const visit = (place: Place): void => {
    if (place.items === undefined) return;
    if (isMessage(text, place.items)) found.push(read(text, place.items));
    else place.items.forEach(visit);
  };
  visit(root);
  return found;
}

function isMessage(text: string, items: readonly Place[]): boolean {
  const id = items[0];
  if (id === undefined || items.length <= LABELS) return false;
  return DRAFT_ID.test(text.slice(id.start, id.start + 8)) && items[LABELS]?.items !== undefined;
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
  return {
    draft,
    action: actionOf(labels, scheduled),
    parts: parts(text, items[BODY]),
    plain: kind !== undefined && text.slice(kind.start, kind.end) === "0",
    confidential: labels.includes("^cfm"),
  };
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
