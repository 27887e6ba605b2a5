/** Parses the server's address as a person types it. */

/**
 * Returns the origin, or null if `typed` is not a web address. The default scheme is https; for localhost it is
 * http.
 */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : `${isHome(text) ? "http" : "https"}://${text}`;
  if (text === "" || !URL.canParse(full)) return null;
  const url = new URL(full);
  return url.protocol === "https:" || url.protocol === "http:" ? url.origin : null;
}

function isHome(text: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/i.test(text);
}
