/** Reads the content of a compose window for display only: the hook decides what is sent. */

import type { Link } from "../../lib/links/rules";
import { utf8Length } from "../../lib/mail/clipping";
import { textDigest } from "../../lib/mail/digest";
import { isArmoured } from "../../lib/mail/openpgp";
import {
  BODY,
  COLLAPSED_QUOTE,
  CONFIDENTIAL,
  DRAFT,
  PLAIN_BODY,
  QUOTE,
  RECIPIENT,
  SUBJECT,
  UPLOADING,
} from "../selectors";

export type Draft = {
  readonly links: readonly Link[];
  /** Unique addresses in lower case. */
  readonly recipients: readonly string[];
  /** The approximate length of the body's HTML; 0 for a short body. */
  readonly bytes: number;
  /** About the characters of a short body's HTML; null if it is long, has a picture, or is hidden in part. */
  readonly shortHtml: number | null;
};

/** A shorter body is far below the size at which Gmail clips a mail. */
const WORTH_MEASURING = 20_000;
/** Above this length, mail filters do not hold a picture against a mail. */
const SHORT = 3200;
const LONGEST_TEXT = 200;

/** Finds an element of the window itself, not one in the content that somebody typed or pasted. */
export function partOf<E extends HTMLElement>(root: Element, selector: string): E | undefined {
  return partsOf<E>(root, selector)[0];
}

function partsOf<E extends HTMLElement>(root: Element, selector: string): E[] {
  return [...root.querySelectorAll<E>(selector)].filter((node) => node.closest(BODY) === null);
}

export function readDraft(root: Element): Draft {
  const body = root.querySelector<HTMLElement>(BODY);
  return {
    links: body === null ? [] : linksIn(body),
    recipients: recipientsIn(root),
    bytes: body === null ? 0 : bytesOf(body),
    shortHtml: body === null || partOf(root, COLLAPSED_QUOTE) ? null : shortHtmlOf(body),
  };
}

/** Returns the draft's id; null before Gmail has first saved it. */
export function draftIn(root: Element): string | null {
  const value = partOf<HTMLInputElement>(root, DRAFT)?.value ?? "";
  return /msg-[af]:[^|#\s]+/.exec(value)?.[0] ?? null;
}

/** What the window shows now, to compare with what Gmail has saved. */
export type Written = {
  readonly subject: string;
  readonly recipients: readonly string[];
  /** Digest of the typed text, without quotes. */
  readonly typedDigest: string;
  readonly uploading: boolean;
};

export function readWritten(root: Element): Written {
  return {
    subject: partOf<HTMLInputElement>(root, SUBJECT)?.value ?? "",
    recipients: recipientsIn(root),
    typedDigest: textDigest(root.querySelector<HTMLElement>(BODY)?.textContent ?? ""),
    uploading: isShown(partOf(root, UPLOADING)),
  };
}

/** Returns the mode in which a mail cannot or must not be marked; null for a mail that can be marked. */
export function modeOf(root: Element): "plain" | "sealed" | null {
  const plain = partOf(root, PLAIN_BODY);
  const body = root.querySelector<HTMLElement>(BODY);
  if (isShown(plain) && !isShown(body)) return "plain";
  const sealed = isShown(partOf(root, CONFIDENTIAL)) || isArmoured(body?.textContent ?? "");
  return sealed ? "sealed" : null;
}

function isShown(node: HTMLElement | null | undefined): boolean {
  return node?.checkVisibility() ?? false;
}

function linksIn(body: HTMLElement): Link[] {
  const found = [...body.querySelectorAll<HTMLElement>("a[href], area[href]")].map((node) => ({
    // The attribute as written: the property would resolve relative URLs.
    url: (node.getAttribute("href") ?? "").trim(),
    text: (node.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, LONGEST_TEXT),
    quoted: node.closest(QUOTE) !== null,
    empty: node.localName === "a" && node.childElementCount === 0,
  }));
  // An empty link in a quote is not listed, because it may be the decoy of an earlier mail.
  return found
    .filter(({ quoted, empty, text }) => !(quoted && empty && text === ""))
    .map(({ empty: _, ...link }) => link);
}

function recipientsIn(root: Element): string[] {
  const addresses = partsOf(root, RECIPIENT).map(
    (chip) => chip.dataset.hovercardId ?? chip.getAttribute("value"),
  );
  return [...new Set(addresses.map((address) => (address ?? "").toLowerCase()))];
}

/**
 * Estimates the size of the HTML without serialising it, because inline images may be megabytes of data URL.
 */
function bytesOf(body: HTMLElement): number {
  const text = body.textContent ?? "";
  const nodes = body.getElementsByTagName("*");
  if (text.length + 60 * nodes.length < WORTH_MEASURING) return 0;
  return utf8Length(text) + lengthOfTags(nodes);
}

function shortHtmlOf(body: HTMLElement): number | null {
  const text = body.textContent ?? "";
  const nodes = body.getElementsByTagName("*");
  if (text.length + 4 * nodes.length > SHORT || body.querySelector("img") !== null) return null;
  const length = text.length + lengthOfTags(nodes);
  return length > SHORT ? null : length;
}

function lengthOfTags(nodes: Iterable<Element>): number {
  let length = 0;
  for (const node of nodes) {
    length += node.localName === "br" ? "<br>".length : 2 * node.localName.length + 5;
    for (const { name, value } of node.attributes) length += name.length + value.length + 4;
  }
  return length;
}
