/** Recognises a mail in the body of a request of whatever form, by its longest words. Pure. */

const SHORTEST = 4;
const KEPT = 8;
/** The beginning is enough, and a long mail would take long. */
const READ = 20_000;

/** Returns the longest words of a mail. */
export function wordsOf(text: string): string[] {
  const words = text.slice(0, READ).match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = [...new Set(words)].filter((word) => word.length >= SHORTEST);
  return long.sort((one, other) => other.length - one.length).slice(0, KEPT);
}

/** Returns whether most of `words` are in `body`. A request may be older than the last words. */
export function carries(body: string, words: readonly string[]): boolean {
  const found = words.filter((word) => body.includes(word));
  return found.length > 0 && found.length >= words.length / 2;
}
