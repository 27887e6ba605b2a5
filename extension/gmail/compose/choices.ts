/**
 * Feature: keeps the choices for the mail in each window, and passes them on before the send.
 */
import { ask } from "../../lib/protocol/messages";
import type { Choice, DraftPreferences, MailPreferences } from "../../lib/protocol/shapes/page";
import { deliver } from "../delivery";
import { perTab, type Tab } from "../tab";
import { gmailChanged } from "./gmail-changed";
import { NO_PREFERENCES, PreferencesByDraft } from "./preferences";
import { trackingStatus } from "./status";
import { type ComposeWindow, type ComposeWindows, composeWindows } from "./windows";

export class Choices {
  private readonly here = new WeakMap<ComposeWindow, MailPreferences>();
  private readonly byDraft = new PreferencesByDraft((preferences) =>
    deliver("page/preferences", { preferences }),
  );
  private readonly windows: ComposeWindows;
  private sent = "";

  constructor(private readonly tab: Tab) {
    this.windows = composeWindows(tab);
  }

  of(window: ComposeWindow): Choice {
    const { key, draft, subject } = window;
    const active = key === this.windows.active;
    const changed = gmailChanged(this.tab).in(window);
    return { key, draft, subject, active, changed, ...this.whole(this.preferencesOf(window)) };
  }

  change(window: ComposeWindow, change: (now: Choice) => Partial<MailPreferences>): void {
    this.here.set(window, { ...this.preferencesOf(window), ...change(this.of(window)) });
    this.windows.active = window.key;
    this.windows.refresh();
  }

  /** Makes this mail's choices the default for new mails. */
  makeDefault(window: ComposeWindow): void {
    const { tracking, links } = this.of(window);
    deliver("page/default", { tracking, links });
  }

  /** Remembers the choices that the person made in other tabs, each for one draft. */
  learn(preferences: readonly DraftPreferences[]): void {
    this.byDraft.learn(preferences);
    this.windows.refresh();
  }

  /** Passes on the choices for all mails, if any has changed. */
  tell(): void {
    // The draft of a closed window may be open in another window, whose choice is newer.
    for (const window of this.windows.all) if (window.gone === null) this.remember(window);
    const choices = this.all();
    const current = JSON.stringify(choices);
    if (current === this.sent) return;
    this.sent = current;
    this.tab.emit("choices", choices);
  }

  /** Remembers choices by draft: an undone send opens a new window with the same draft. */
  private remember(window: ComposeWindow): void {
    const preferences = this.here.get(window);
    if (preferences !== undefined) this.byDraft.remember(window.draft, preferences);
  }

  /** Includes drafts without a window: when offline, Gmail may send a draft long after its window closed. */
  private all(): Choice[] {
    const shown = this.windows.all.map((window) => this.of(window));
    const drafts = new Set(shown.map(({ draft }) => draft));
    const kept = this.byDraft.all().filter(({ draft }) => !drafts.has(draft));
    return [...shown, ...kept.map((preferences) => this.kept(preferences))];
  }

  private kept({ draft, ...preferences }: DraftPreferences): Choice {
    return { key: draft, draft, subject: "", active: false, ...this.whole(preferences) };
  }

  private preferencesOf(window: ComposeWindow): MailPreferences {
    return this.here.get(window) ?? this.byDraft.of(window.draft) ?? NO_PREFERENCES;
  }

  private whole(preferences: MailPreferences): Pick<Choice, "tracking" | "links" | "without"> {
    const status = trackingStatus(this.tab);
    const { tracking, links, without } = preferences;
    return { tracking: tracking ?? status.tracking, links: links ?? status.links, without };
  }
}

export const choicesIn = perTab((tab) => new Choices(tab));

export function init(tab: Tab): void {
  const choices = choicesIn(tab);
  composeWindows(tab).onSettled(() => choices.tell());
  tab.on("state", () => {
    void ask("page/preferences/all", {}).then(
      (kept) => choices.learn(kept),
      () => {},
    );
  });
}
