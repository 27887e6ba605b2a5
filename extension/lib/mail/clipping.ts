/** The size at which Gmail clips a mail, and our safety margin below it. */

export const GMAIL_CLIPS_KB = 102;
/** Bytes of HTML; the rest of the 102 KB is for what Gmail adds around the parts. */
export const CLIPPED_BYTES = 100 * 1024;

export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
