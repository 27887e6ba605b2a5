/**
 * Checks whether Gmail's proxy still puts an image's original URL after `#`. The rule that blocks own views
 * needs that URL.
 */

import type { Own } from "../../lib/protocol/shapes/mail";
import type { Viewing } from "../../lib/protocol/shapes/page";

const PROXIED = /^https:\/\/[a-z0-9-]+\.googleusercontent\.com\/(?:meips|proxy)\//;

/**
 * `sources` are the URLs of all images in the displayed mails that the sender tracked. "kept": one of the
 * sender's own pixels came through the proxy, with its original URL after the `#`. "lost": there are proxied
 * images, but none has a `#`. Null if neither is known, for example with images off.
 */
export function fragmentOf(sources: readonly string[], own: readonly Own[]): Viewing["fragment"] {
  const proxied = sources.filter((source) => PROXIED.test(source));
  if (
    proxied.some((source) =>
      own.some(({ pixels }) => source.includes(`#`) && source.includes(pixels)),
    )
  )
    return "kept";
  return proxied.length > 0 && !proxied.some((source) => source.includes("#")) ? "lost" : null;
}

export function sourcesIn(contents: readonly Element[]): string[] {
  return contents.flatMap((content) =>
    [...content.querySelectorAll<HTMLImageElement>("img[src]")].map(({ src }) => src),
  );
}
