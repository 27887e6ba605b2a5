/** Reads the body of a request as text without waiting, and makes a body of the same kind from changed text. */
import {
  bufferLength,
  bytesOf,
  decodeStrictly,
  type Fields,
  form,
  includes,
  isBuffer,
  isView,
  parameters,
  viewLength,
} from "./natives";

export type ReadBody = { readonly text: string; readonly made: (text: string) => unknown };

/** A body that is longer is not read on endpoints other than the sync endpoint: it is an upload. */
const LONGEST_OTHER = 2_000_000;

/**
 * Returns the body as text, "unreadable" if reading it would need waiting (a Blob or a stream) or it is no text, and
 * null if it holds no mail. Of form fields, only the one that holds a mail is read: JSON rather than a text that names one.
 */
export function readBody(body: unknown): ReadBody | "unreadable" | null {
  if (body === null || body === undefined) return null;
  if (typeof body === "string") return { text: body, made: (text) => text };
  if (isView(body) || isBuffer(body)) return readBytes(body);
  const fields = parameters(body) ?? form(body);
  return fields === null ? "unreadable" : readFields(fields);
}

/** Returns whether a body could hold a mail, as far as its length says. */
export function isShort(body: unknown): boolean {
  if (typeof body === "string") return body.length < LONGEST_OTHER;
  if (isView(body)) return viewLength(body) < LONGEST_OTHER;
  return !isBuffer(body) || bufferLength(body) < LONGEST_OTHER;
}

function readBytes(body: ArrayBufferView | ArrayBuffer): ReadBody | "unreadable" {
  try {
    return { text: decodeStrictly(body), made: (text) => bytesOf(text, isBuffer(body)) };
  } catch {
    return "unreadable";
  }
}

function readFields({ each, copy }: Fields): ReadBody | null {
  let named: string | null = null;
  let json: string | null = null;
  each((value) => {
    if (typeof value !== "string" || !includes(value, "msg-")) return;
    named ??= value;
    if (value[0] === "[" || value[0] === "{") json ??= value;
  });
  const mail: string | null = json ?? named;
  if (mail === null) return null;
  return { text: mail, made: (text) => copy((value) => (value === mail ? text : value)) };
}
