/** Defines the size at which Gmail clips a mail, and the slightly smaller size that we assume. */

export const GMAIL_CLIPS_KB = 102;
/** Bytes of a mail's HTML; the rest of the 102 KB is for what Gmail adds. */
export const CLIPPED_BYTES = 100 * 1024;

export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
