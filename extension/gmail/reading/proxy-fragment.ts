/** Checks that Gmail's proxy keeps the original address after `#`; without it own views are not blocked. */

import type { Own } from "../../lib/protocol/shapes/mail";
import type { Viewing } from "../../lib/protocol/shapes/page";

const PROXIED = /^https:\/\/[a-z0-9-]+\.googleusercontent\.com\/(?:meips|proxy)\//;

/**
 * `sources` are the URLs of all images in the displayed own tracked mails. "kept": an own image came through
 * the proxy with its original URL after the `#`, which the blocking rule needs. "lost": there are proxied
 * images, and none has such a part. Null if this cannot be decided, for example with images off.
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
