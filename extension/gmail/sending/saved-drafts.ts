/** Remembers what Gmail has saved of the drafts in this page, as its requests and responses show. */

import { textDigest } from "../../lib/mail/digest";
import type { Saved } from "../../lib/protocol/shapes/copies";
import type { Draft } from "../../lib/protocol/shapes/mail";
import { decoded, scan } from "./html";
import { idsIn } from "./send-response";
import type { Part } from "./sync-request";

export type Save = {
  readonly draft: Draft;
  readonly parts: readonly Part[];
  /** Whether all of it was in the form that is known. */
  readonly known: boolean;
};

const KEPT = 20;

export class SavedDrafts {
  /** The last save of each draft, the newest at the end; `answer` is null while the request is pending. */
  private readonly byDraft = new Map<string, { save: Save; answer: string | null }>();

  note(save: Save): void {
    this.byDraft.delete(save.draft.id);
    this.byDraft.set(save.draft.id, { save, answer: null });
    const oldest = this.byDraft.keys().next().value;
    if (this.byDraft.size > KEPT && oldest !== undefined) this.byDraft.delete(oldest);
  }

  /** Keeps Gmail's response to the request with these saves; `of` parses it when it is needed. */
  answered(saves: readonly Save[], answer: string): void {
    for (const save of saves) {
      const known = this.byDraft.get(save.draft.id);
      if (known?.save === save) known.answer = answer;
    }
  }

  /**
   * Returns the last save of a draft; null if it was not saved in this page, or if Gmail has not responded with
   * its id yet.
   */
  of(draft: string): Saved | null {
    const { save, answer } = this.byDraft.get(draft) ?? {};
    if (save === undefined || answer == null) return null;
    const message = idsIn(answer).get(draft)?.gmail_message_id ?? null;
    if (message === null) return null;
    const { subject, to, cc, bcc } = save.draft;
    const recipients = [...to, ...cc, ...bcc].map(({ address }) => address.toLowerCase());
    const typed = save.parts.filter((part) => part.typed);
    return {
      draft,
      message,
      subject,
      recipients: [...new Set(recipients)],
      typedDigest: htmlDigest(typed),
      textDigest: htmlDigest(save.parts),
    };
  }
}

function htmlDigest(parts: readonly Part[]): string {
  return textDigest(readIn(parts.map(({ html }) => html).join("")));
}

/**
 * Returns the visible text of `html`. server/copies/draft.py does the same; tests/vectors/rewrite.json tests
 * both.
 */
export function readIn(html: string): string {
  const { tags } = scan(html);
  const ends = [0, ...tags.map(({ end }) => end)];
  return decoded(ends.map((end, at) => html.slice(end, tags[at]?.start)).join(""));
}
