/** Remembers the choices that a person made for each draft. */
import type { DraftPreferences, MailPreferences } from "../../lib/protocol/shapes/page";

export const NO_PREFERENCES: MailPreferences = { tracking: null, links: null, without: [] };
const DRAFTS_REMEMBERED = 100;

/**
 * Preferences by draft, the newest last. Passes new preferences to `tell`, because the draft may be finished in
 * another tab.
 */
export class PreferencesByDraft {
  private readonly byDraft = new Map<string, MailPreferences>();
  private readonly own = new Set<string>();

  constructor(private readonly tell: (preferences: DraftPreferences) => void) {}

  of(draft: string | null): MailPreferences | undefined {
    return draft === null ? undefined : this.byDraft.get(draft);
  }

  all(): DraftPreferences[] {
    return [...this.byDraft].map(([draft, preferences]) => ({ draft, ...preferences }));
  }

  remember(draft: string | null, preferences: MailPreferences): void {
    if (draft === null || this.byDraft.get(draft) === preferences) return;
    this.own.add(draft);
    this.keep(draft, preferences);
    this.tell({ draft, ...preferences });
  }

  /** Takes the choices made in other tabs, except for drafts whose choices were changed in this tab. */
  learn(kept: readonly DraftPreferences[]): void {
    for (const { draft, ...preferences } of kept)
      if (!this.own.has(draft)) this.keep(draft, preferences);
  }

  private keep(draft: string, preferences: MailPreferences): void {
    this.byDraft.delete(draft);
    this.byDraft.set(draft, preferences);
    const oldest = this.byDraft.keys().next().value;
    if (this.byDraft.size > DRAFTS_REMEMBERED && oldest !== undefined) this.byDraft.delete(oldest);
  }
}
