/**
 * Decides which links of a mail are tracked, and why the others are not: the first rule that applies gives the
 * reason. Pure. server/marks/links.py must decide the same; tests/vectors/links.json tests both.
 */
import type { LinkRules } from "../protocol/shapes/page";
import { readTarget, type Unfit } from "./targets";

export type Link = { readonly url: string; readonly text: string; readonly quoted: boolean };

export type Sensitive = "password-reset" | "sign-in-link" | "one-time-code" | "calendar-answer";
export type Why =
  | Unfit
  | Sensitive
  | "quoted"
  | "own-server"
  | "too-long"
  | "opted-out"
  | "excluded"
  | "unsubscribe"
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
type Rule = readonly [Why, (target: URL, link: Link, given: LinkCase) => boolean];

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
  return RULES.find(([, applies]) => applies(target, link, given))?.[0] ?? null;
}

const RULES: readonly Rule[] = [
  ["quoted", (_, link) => link.quoted],
  ["own-server", (target, _, { ownHosts }) => ownHosts.has(target.host)],
  ["too-long", (_, { url }) => isTooLong(url)],
  ["opted-out", (_, { url }, { without }) => without.has(url)],
  ["excluded", (target, _, { excluded }) => excluded.some((one) => covers(one, target))],
  ["unsubscribe", matching("unsubscribe")],
  ["password-reset", guarded("password-reset")],
  ["sign-in-link", guarded("sign-in-link")],
  ["one-time-code", guarded("one-time-code")],
  ["calendar-answer", guarded("calendar-answer")],
  [
    "address-as-text",
    (target, { text }, given) => given.phishingGuard && isAddress(plain(text), target.hostname),
  ],
];

/** Patterns for a URL (path, query and fragment) and for a link's text, both in lower case. */
const SIGNS: Record<Sensitive | "unsubscribe", { place: RegExp; text: RegExp }> = {
  unsubscribe: {
    place:
      /(?:^|[^a-z])(?:unsubscribe|unsub|opt[-_]?out|abmelden|abbestellen|austragen|desabonne[a-z]*|desinscri[a-z]*)(?:[^a-z]|$)/,
    text: /unsubscribe|opt[ -]out|abmelden|abbestellen|austragen|désabonner|désinscri/,
  },
  "password-reset": {
    place:
      /(?:reset|forgot|forgotten|change|new|set|recover|lost)[-_/]?(?:your[-_/]?)?pass(?:word|wd)|pass(?:word|wd)[-_/]?(?:reset|recovery|change|set)|account[-_/]recovery|[?&#](?:reset[-_]?(?:token|key|code)|oobcode)=/,
    text: /(?:reset|change|set|forgot)[a-z ]{0,12}password|passwort (?:zurücksetzen|ändern|vergessen)|mot de passe oublié|réinitialiser/,
  },
  "sign-in-link": {
    place:
      /magic[-_]?(?:link|login|sign)|(?:sign|log)[-_]?in[-_/](?:link|token|email)|passwordless|(?:verify|confirm|activate|validate)[-_/]?(?:your[-_/]?)?(?:e?-?mail|account|address|registration|login)|(?:email|account)[-_/](?:verification|confirmation|activation|verify|confirm|activate)|[?&#](?:[a-z_-]+[-_])?token=|[?&#]jwt=/,
    text: /magic link|(?:sign|log)[ -]?in link|anmeldelink|login-link|lien de connexion|(?:verify|confirm) your (?:e-?mail|account|address)|e-?mail(?:-adresse)? bestätigen|confirmer votre (?:e-?mail|adresse|compte)/,
  },
  "one-time-code": {
    place:
      /(?:^|[^a-z])(?:otp|totp|2fa|mfa|passcode|one[-_]?time[-_]?(?:code|password|pass|pin|link)|(?:security|verification)[-_]?code)(?:[^a-z]|$)/,
    text: /one[- ]time (?:code|password|passcode|pin|link)|security code|verification code|einmal(?:code|passwort|kennwort)|bestätigungscode|code (?:à usage unique|de vérification)/,
  },
  "calendar-answer": {
    place:
      /[?&]action=respond(?:&|#|$)|(?:^|[^a-z])rsvp(?:[^a-z]|$)|\/(?:calendar|meeting|event|invite|invitation)s?\/[^?#]*(?:accept|decline|tentative|respond)/,
    text: /^rsvp$/,
  },
};

function matching(name: keyof typeof SIGNS): Rule[1] {
  return ({ pathname, search, hash }, { text }) => {
    const signs = SIGNS[name];
    const place = `${pathname}${search}${hash}`.toLowerCase();
    return signs.place.test(place) || signs.text.test(plain(text).toLowerCase());
  };
}

function guarded(name: Sensitive): Rule[1] {
  const matches = matching(name);
  return (target, link, given) => given.sensitiveGuard && matches(target, link, given);
}

const WEB_ADDRESS = /https?:\/\/|(?:^|[^a-z0-9])www\.[^ .]/i;
const MAIL_ADDRESS = /[^ @<>]@[^ @<>]+\.[^ @<>.0-9]{2}/;
const BARE_ADDRESS = /^[^ /@:?#<>"'()]+\.[^ ./@:?#<>"'()0-9]{2,}(?:[/:?#][^ ]*)?$/;

/** Returns whether a link's text is an address: people and phishing filters compare it with the target. */
function isAddress(text: string, hostname: string): boolean {
  if (WEB_ADDRESS.test(text) || MAIL_ADDRESS.test(text)) return true;
  const bare = text.replace(/[.,;:!?]+$/, "");
  if (BARE_ADDRESS.test(bare)) return true;
  const host = hostname.replace(/^www\./, "");
  return bare
    .toLowerCase()
    .split(" ")
    .some((word) => word.split(/[/?#]/, 1)[0] === host);
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
