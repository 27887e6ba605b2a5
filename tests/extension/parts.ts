/** Parts such as Chromium whose tests may be skipped, as in tests/parts.py. */

/** The reason to skip the tests of `part` if the variable WITHOUT names it, otherwise `false`. */
export function leftOut(part: string): string | false {
  const named = (process.env.WITHOUT ?? "").split(/[\s,]+/);
  return named.includes(part) ? `left out by request: ${part}` : false;
}
