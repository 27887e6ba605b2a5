/** The real parts that may be left out, as tests/parts.py has them. */

/** The reason to skip what needs a part that WITHOUT names; `false` where it is wanted. */
export function leftOut(part: string): string | false {
  const named = (process.env.WITHOUT ?? "").split(/[\s,]+/);
  return named.includes(part) ? `left out by request: ${part}` : false;
}
