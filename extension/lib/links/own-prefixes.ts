/** Builds the URL prefixes of an account's pixels and tracked links. */
import type { Own } from "../protocol/shapes/mail";

/**
 * Returns the URL prefixes of an account's own pixels and links, or null if the server's URL or the account's
 * prefix is invalid.
 */
export function ownPrefixes(publicUrl: string, prefix: string): Own | null {
  if (!/^[a-z0-9]{8}$/.test(prefix) || !URL.canParse(publicUrl)) return null;
  const { host, pathname } = new URL(publicUrl);
  const root = `//${host}${pathname.replace(/\/+$/, "")}`;
  return { host, pixels: `${root}/p/${prefix}/`, links: `${root}/c/${prefix}/` };
}
