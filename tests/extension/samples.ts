/** Small requests in Gmail's format that send Alice's mails, and the settings of her extension. */
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type { Leases, Settings } from "../../extension/gmail/sending/rewrite";
import { ownPrefixes } from "../../extension/lib/links/own-prefixes";
import type { Lease, Own } from "../../extension/lib/protocol/shapes/mail";

export const SERVER = "https://track.example.com";
export const ALICE = ownPrefixes(SERVER, "alice123") as Own;
export const BOB = ownPrefixes(SERVER, "bobbob12") as Own;

export const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

export function lease(changes: Partial<Lease> = {}): Lease {
  const token = randomBytes(70).toString("base64url");
  const head = Buffer.concat([Buffer.from([1, 2]), randomBytes(36)]);
  const decoy = Buffer.concat([Buffer.from([1, 8]), randomBytes(68)]).toString("base64url");
  const key = createHmac("sha256", "ring").update("link").update(head).digest();
  return {
    id: randomUUID(),
    pixel_url: `${SERVER}/p/alice123/${token}.gif`,
    pixel_token: token,
    decoy_url: `${SERVER}/c/alice123/${decoy}`,
    view_time_url: `${SERVER}/p/alice123/r/${randomBytes(70).toString("base64url")}.gif`,
    link_base: `${SERVER}/c/alice123/`,
    link_head: head.toString("base64url"),
    link_key: key.toString("base64url"),
    expires_at: Math.floor(Date.now() / 1000) + 90 * DAY_S,
    ...changes,
  };
}

export function leases(...free: Lease[]): Leases {
  return { free, used: new Map() };
}

export const ON: Settings = {
  paired: true,
  tracking: true,
  links: true,
  decoy: false,
  view_time: false,
  exclusions: [],
  phishing_guard: true,
  sensitive_guard: true,
  own: [ALICE],
  choices: [],
};
export const OFF: Settings = { ...ON, tracking: false };
export const DECOY: Settings = { ...ON, decoy: true };

export type Mail = {
  id?: string;
  labels?: string[];
  subject?: string;
  parts?: [number, string][];
  cc?: unknown[] | null;
  /** 0 if the mail was written in plain text mode. */
  html?: 0 | 1;
};

export const SEND = ["^all", "^pfg", "^f_bt"];
export const SAVE = ["^all", "^r", "^r_bt"];
export const SCHEDULE = ["^all", "^scheduled"];

/** One mail as it is in Gmail's request. */
export function message(mail: Mail = {}): unknown[] {
  const { id = "msg-a:r1", labels = SEND, subject = "Lunch?", cc = null } = mail;
  const parts = mail.parts ?? [[0, '<div dir="ltr">Hello Bob</div>']];
  const from = [1, "alice@sandbox.example", "Alice Arnold"];
  const to = [[1, "bob@sandbox.example", "Bob Bauer"]];
  const body = [null, parts, null, null, null, null, mail.html ?? 1];
  return [
    id,
    from,
    to,
    cc,
    null,
    null,
    1700000000000,
    subject,
    body,
    null,
    labels,
    null,
    null,
    "s:1|#msg|0",
  ];
}

/** A request with these mails, which alternate between two depths of the tree. */
export function request(...mails: Mail[]): string {
  const operations = mails.map((mail, at) => {
    const inner = at % 2 === 0 ? [message(mail), null, 1] : [["", null, [[message(mail)]]]];
    return [at + 1, ["thread-a:r9", [null, null, inner]]];
  });
  return JSON.stringify([[null, null, 2], [operations], null, [1, mails.length, 2], 2]);
}

/** The HTML of each part of the mail with this id in a request. */
export function partsOf(body: string, id = "msg-a:r1"): string[] {
  let found: string[] = [];
  JSON.parse(body, (_, value: unknown) => {
    if (Array.isArray(value) && value[0] === id && Array.isArray(value[8])) {
      found = (value[8][1] as [number, string][]).map(([, html]) => html);
    }
    return value;
  });
  return found;
}

export function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Problem details (RFC 9457), as the server sends them. */
export function problem(code: string, detail = ""): object {
  return { type: `urn:sightline:problem:${code}`, detail };
}
