/** Parses the list of links not to track, as a person types it: one domain or path per line. */
import { type Key, say } from "../lib/i18n/texts";

export type Exclusions = {
  readonly entries: readonly string[];
  /** One sentence for each invalid line. */
  readonly problems: readonly string[];
};

const MOST = 500;
const LONGEST = 300;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$|^\[[0-9a-f:]+\]$/;

/**
 * Returns the entries without duplicates (`example.com`, `example.com/path`), and a problem for each bad line.
 */
export function readExclusions(typed: string): Exclusions {
  const entries = new Set<string>();
  const problems: string[] = [];
  for (const [at, line] of typed.split("\n").entries()) {
    const text = line.trim();
    if (text === "") continue;
    const read = readLine(text);
    if ("entry" in read) entries.add(read.entry);
    else problems.push(say("exclusion_line", at + 1, text.slice(0, 60), say(read.wrong)));
  }
  if (entries.size > MOST) problems.push(say("exclusion_many", MOST));
  return { entries: [...entries].slice(0, MOST), problems };
}

function readLine(text: string): { entry: string } | { wrong: Key } {
  if (/\s/.test(text)) return { wrong: "exclusion_space" };
  if (text.length > LONGEST) return { wrong: "exclusion_long" };
  if (text.includes("@")) return { wrong: "exclusion_mail" };
  if (/^(?!https?:)[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { wrong: "exclusion_web" };
  const bare = text.replace(/^https?:\/\//i, "").replace(/^\*\./, "");
  if (bare.includes("*")) return { wrong: "exclusion_star" };
  if (/[?#]/.test(bare)) return { wrong: "exclusion_query" };
  return URL.canParse(`http://${bare}`)
    ? entryOf(new URL(`http://${bare}`))
    : { wrong: "exclusion_domain" };
}

function entryOf({ hostname, port, pathname }: URL): { entry: string } | { wrong: Key } {
  if (port !== "") return { wrong: "exclusion_port" };
  if (!DOMAIN.test(hostname)) return { wrong: "exclusion_domain" };
  return { entry: hostname + pathname.replace(/\/+$/, "") };
}
