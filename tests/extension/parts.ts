/** The real parts that may be left out, as in tests/parts.py. */

/** The reason to skip tests of a part that WITHOUT names; `false` if the part is wanted. */
export function leftOut(part: string): string | false {
  const named = (process.env.WITHOUT ?? "").split(/[\s,]+/);
  return named.includes(part) ? `left out by request: ${part}` : false;
}
