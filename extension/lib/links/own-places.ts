/** Where the marks of an account live. */
import type { Own } from "../protocol/shapes/mail";

/** The places where an account's marks live; an address that is none gives null. */
export function ownPlaces(publicUrl: string, prefix: string): Own | null {
  if (!/^[a-z0-9]{8}$/.test(prefix) || !URL.canParse(publicUrl)) return null;
  const { host, pathname } = new URL(publicUrl);
  const root = `//${host}${pathname.replace(/\/+$/, "")}`;
  return { host, pixels: `${root}/p/${prefix}/`, links: `${root}/c/${prefix}/` };
}
