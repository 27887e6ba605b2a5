/** Individual copies: what the page, the content script and the worker say to each other, and the server to them. */
import { isFields, listOf, maybe, oneOf, shape, text, webAddress } from "./guards";

/** A draft as Gmail has saved it last: its id in the Gmail API, and digests of what is read in it. */
export type Saved = {
  readonly draft: string;
  readonly message: string;
  readonly subject: string;
  /** Addresses in small letters, each once. */
  readonly readers: readonly string[];
  /** Of what was typed, and of all of it, quoted mails as well. */
  readonly typed: string;
  readonly words: string;
};

/** One mail that is to go to each of its readers by itself. */
export type CopyWish = Omit<Saved, "typed"> & {
  readonly links: boolean;
  readonly without: readonly string[];
};

export type Copy = {
  readonly address: string;
  readonly name: string;
  readonly state: "waiting" | "sent" | "failed" | "stopped";
  readonly failure: string;
};

export type Copies = {
  readonly id: string;
  readonly state: "held" | "released" | "stopped";
  readonly copies: readonly Copy[];
};

/** Whether the person has allowed copies on the server, and where they can. */
export type Permit = { readonly allowed: boolean; readonly settings_url: string };

/** `refused`: nothing has left, `code` says why. `unknown`: the server was told and has not answered. */
export type Sending =
  | { readonly kind: "taken"; readonly copies: Copies }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unknown" };

const saved = shape({
  draft: text,
  message: text,
  subject: text,
  readers: listOf(text),
  typed: text,
  words: text,
});
const copy = shape({
  address: text,
  name: text,
  state: oneOf("waiting", "sent", "failed", "stopped"),
  failure: text,
});
const copies = shape({
  id: text,
  state: oneOf("held", "released", "stopped"),
  copies: listOf(copy),
});
const permit = shape({ allowed: oneOf(true, false), settings_url: webAddress });
const wish = shape({
  draft: text,
  message: text,
  subject: text,
  readers: listOf(text),
  words: text,
  links: oneOf(true, false),
  without: listOf(text),
});

export const isSaved = (value: unknown): value is Saved => saved(value);
export const isCopies = (value: unknown): value is Copies => copies(value);
export const isPermit = (value: unknown): value is Permit => permit(value);
export const isCopyWish = (value: unknown): value is CopyWish => wish(value);

/** The page's answer about one draft. */
export type Asked = { readonly draft: string; readonly saved: Saved | null };

export function isAsked(value: unknown): value is Asked {
  return isFields(value) && text(value.draft) && maybe(saved)(value.saved);
}
