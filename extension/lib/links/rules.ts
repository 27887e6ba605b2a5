/**
 * Decides which links of a mail are tracked, and why the others are not: the first rule that applies gives the
 * reason. Pure. server/marks/links.py must decide the same; tests/vectors/links.json tests both.
 */
import type { LinkRules } from "../protocol/shapes/page";
import { isAddress } from "./address";
import { type Sensitive, type Sign, signsOf } from "./signs";
import { readTarget, type Unfit } from "./targets";

export type Link = { readonly url: string; readonly text: string; readonly quoted: boolean };

export type Why =
  | Unfit
  | Sensitive
  | "quoted"
  | "own-server"
  | "too-long"
  | "opted-out"
  | "excluded"
  | "unsubscribe"
  | "google-card"
  | "address-as-text";

/** The link rules that apply to one mail, prepared for checking many links. */
export type LinkCase = {
  readonly ownHosts: ReadonlySet<string>;
  readonly excluded: readonly Excluded[];
  /** URLs that the sender unchecked in the panel of this mail. */
  readonly without: ReadonlySet<string>;
  readonly phishingGuard: boolean;
  readonly sensitiveGuard: boolean;
};

type Excluded = { readonly host: string; readonly path: string };
/** A link with what the rules look at: its parsed URL, and whether it looks like one that acts. */
type ReadLink = Link & { readonly target: URL; readonly looksLike: (name: Sign) => boolean };
type Rule = readonly [Why, (link: ReadLink, given: LinkCase) => boolean];

/**
 * In bytes of UTF-8. The tracked form is at most 1,916 characters longer than its prefix, so about 2,000 in all:
 * older Outlook cuts a link after 2,083 characters.
 */
export const LONGEST_URL = 1350;

export function linkCase(
  rules: LinkRules,
  ownHosts: Iterable<string>,
  without: Iterable<string>,
): LinkCase {
  return {
    ownHosts: new Set(ownHosts),
    excluded: rules.exclusions.flatMap(readExclusion),
    without: new Set(without),
    phishingGuard: rules.phishing_guard,
    sensitiveGuard: rules.sensitive_guard,
  };
}

/** Returns why a link is not tracked, or null if it is. The link's URL must be trimmed. */
export function whyLeft(link: Link, given: LinkCase): Why | null {
  const target = readTarget(link.url);
  if (typeof target === "string") return target;
  const { url, text, quoted } = link;
  const read = { url, text, quoted, target, looksLike: signsOf(target, plain(text)) };
  // A loop by index: taking pairs apart takes as long as half of the rules.
  for (let at = 0; at < RULES.length; at++) {
    const rule = RULES[at];
    if (rule?.[1](read, given)) return rule[0];
  }
  return null;
}

const RULES: readonly Rule[] = [
  ["quoted", ({ quoted }) => quoted],
  ["own-server", ({ target }, { ownHosts }) => ownHosts.has(target.host)],
  ["too-long", ({ url }) => isTooLong(url)],
  ["opted-out", ({ url }, { without }) => without.has(url)],
  ["excluded", ({ target }, { excluded }) => excluded.some((one) => covers(one, target))],
  ["unsubscribe", ({ looksLike }) => looksLike("unsubscribe")],
  guarded("password-reset"),
  guarded("sign-in-link"),
  guarded("one-time-code"),
  guarded("calendar-answer"),
  ["google-card", ({ target }) => isGoogleCard(target)],
  [
    "address-as-text",
    ({ target, text }, { phishingGuard }) =>
      phishingGuard && isAddress(plain(text), target.hostname),
  ],
];

function guarded(name: Sensitive): Rule {
  return [name, ({ looksLike }, { sensitiveGuard }) => sensitiveGuard && looksLike(name)];
}

const FROM_CALENDAR = /^\/calendar\/(?:u\/\d+\/)?(?:selfsched|appointments|event\?(?:.*&)?eid=)/;
const FROM_DRIVE = /[?&]usp=drive_web(?:&|$)/;

/** Returns whether Gmail inserts such a link itself, and shows it as a card or with a button to join. */
function isGoogleCard({ hostname, pathname, search }: URL): boolean {
  switch (hostname) {
    case "meet.google.com":
    case "tel.meet":
      return true;
    case "calendar.google.com":
      return FROM_CALENDAR.test(pathname + search);
    case "drive.google.com":
    case "docs.google.com":
      return FROM_DRIVE.test(search);
    default:
      return false;
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isTooLong(url: string): boolean {
  if (url.length * 3 <= LONGEST_URL) return false;
  return new TextEncoder().encode(url).length > LONGEST_URL;
}

/**
 * Parses an exclusion: `example.com` (with all subdomains and paths) or `example.com/path` (with all paths
 * below it). Ignores a scheme.
 */
function readExclusion(entry: string): Excluded[] {
  const bare = entry
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
    .replace(/^\*\./, "");
  const url = `http://${bare}`;
  if (bare === "" || !URL.canParse(url)) return [];
  const { hostname, pathname } = new URL(url);
  return [{ host: hostname, path: pathname.replace(/\/+$/, "") }];
}

function covers({ host, path }: Excluded, { hostname, pathname }: URL): boolean {
  if (hostname !== host && !hostname.endsWith(`.${host}`)) return false;
  return path === "" || pathname === path || pathname.startsWith(`${path}/`);
}
