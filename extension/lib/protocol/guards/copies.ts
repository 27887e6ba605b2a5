/** Validates messages about individual copies. */

import type { Copies, CopyRequest, Permit, Saved } from "../shapes/copies";
import { listOf, oneOf, shape, text, webAddress } from "./check";

const saved = shape({
  draft: text,
  message: text,
  subject: text,
  recipients: listOf(text),
  typedDigest: text,
  textDigest: text,
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

const request = shape({
  draft: text,
  message: text,
  subject: text,
  recipients: listOf(text),
  textDigest: text,
  links: oneOf(true, false),
  without: listOf(text),
});

export const isSaved = (value: unknown): value is Saved => saved(value);
export const isCopies = (value: unknown): value is Copies => copies(value);
export const isPermit = (value: unknown): value is Permit => permit(value);
export const isCopyRequest = (value: unknown): value is CopyRequest => request(value);
