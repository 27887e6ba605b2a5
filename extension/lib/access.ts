/** Names the sites that the extension needs, as match patterns. */

export const GMAIL_PATTERN = "https://mail.google.com/*";

/** Returns the match pattern for exactly this origin. Firefox allows no ports in patterns. */
export function patternOf(origin: string, browser: string): string {
  const { protocol, host, hostname } = new URL(origin);
  return `${protocol}//${browser === "firefox" ? hostname : host}/*`;
}
