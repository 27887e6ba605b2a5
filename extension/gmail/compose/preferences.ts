/** What a person chose for one mail, and for how long that is remembered. */
import type { KeptWish, Wish } from "../../lib/protocol/shapes/page";

export const NO_WISH: Wish = { tracking: null, links: null, without: [] };
const DRAFTS_REMEMBERED = 100;

/** Wishes by draft, the newest last. `tell` passes a new one on, for the draft may be finished in another tab. */
export class Wished {
  private readonly byDraft = new Map<string, Wish>();
  private readonly own = new Set<string>();

  constructor(private readonly tell: (wish: KeptWish) => void) {}

  of(draft: string | null): Wish {
    return (draft === null ? undefined : this.byDraft.get(draft)) ?? NO_WISH;
  }

  all(): KeptWish[] {
    return [...this.byDraft].map(([draft, wish]) => ({ draft, ...wish }));
  }

  remember(draft: string | null, wish: Wish): void {
    if (draft === null || this.byDraft.get(draft) === wish) return;
    this.own.add(draft);
    this.keep(draft, wish);
    this.tell({ draft, ...wish });
  }

  /** What was chosen in other tabs; for a draft that was touched here the word of this tab counts. */
  learn(kept: readonly KeptWish[]): void {
    for (const { draft, ...wish } of kept) if (!this.own.has(draft)) this.keep(draft, wish);
  }

  private keep(draft: string, wish: Wish): void {
    this.byDraft.delete(draft);
    this.byDraft.set(draft, wish);
    const oldest = this.byDraft.keys().next().value;
    if (this.byDraft.size > DRAFTS_REMEMBERED && oldest !== undefined) this.byDraft.delete(oldest);
  }
}
