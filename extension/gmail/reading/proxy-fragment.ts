/** Checks that Gmail's proxy leaves the original address behind `#`, without which own views are not blocked. */

import type { Own } from "../../lib/protocol/shapes/mail";
import type { Viewing } from "../../lib/protocol/shapes/page";

const PROXIED = /^https:\/\/[a-z0-9-]+\.googleusercontent\.com\/(?:meips|proxy)\//;

/**
 * `sources` are the addresses of all images in own tracked mails that are shown. "kept": an own image
 * came through the proxy with its own address behind the `#`, which the rule needs to see. "lost": there
 * are proxied images, and none has such a part. Null where nothing can be said, as with images off.
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
