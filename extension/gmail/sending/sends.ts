/** Feature: marks the mails that Gmail sends, and tells the other features what was sent. */
import type { Change, Lease } from "../../lib/protocol/shapes/mail";
import type { PageState } from "../../lib/protocol/shapes/page";
import { answerHook } from "../channel";
import type { Seen, Tab } from "../tab";
import { type Outcome, PageMemory } from "./memory";
import { SavedDrafts } from "./saved-drafts";
import { idsIn } from "./send-response";
import { warmUp } from "./warm-up";

/** The pause before the warm-up, because a page is busiest while it loads. */
const QUIET_MS = 1500;

export function init(tab: Tab): void {
  const sends = new Sends(tab);
  answerHook(
    (body) => sends.rewrite(body),
    (body) => queueMicrotask(() => tab.emit("noted", body)),
    (late) => sends.meet(late),
  );
  tab.on("state", (state) => sends.receive(state));
  tab.on("retired", () => sends.retire());
  tab.on("choices", (choices) => sends.memory.choose(choices));
  tab.on("askSaved", (draft) => tab.emit("saved", { draft, saved: sends.saves.of(draft) }));
  window.addEventListener("pageshow", (event) => event.persisted && sends.restart(), {
    signal: tab.signal,
  });
}

class Sends {
  readonly memory = new PageMemory();
  readonly saves = new SavedDrafts();
  private warm = false;
  private late = false;

  constructor(private readonly tab: Tab) {}

  meet(late: boolean): void {
    this.late = late;
  }

  receive(state: PageState): void {
    this.memory.receive(state);
    this.warmUpLater(state.leases[0]);
    this.count();
    // Only now, because the person is asked to reload the tab only if the browser is paired.
    if (this.late) this.tab.emit("late", undefined);
  }

  /** Stops tracking. Old marks are still removed from replies. */
  retire(): void {
    const { state } = this.tab;
    if (state === null) return;
    this.memory.receive({ ...state, paired: false, epoch: "stale", leases: [] });
    this.count();
  }

  /** The page returns from the back/forward cache. */
  restart(): void {
    this.memory.empty();
    this.count();
  }

  /** Rewrites one request. Gmail's call is waiting for it, so it only computes. */
  rewrite(body: string): { body: string; done: ((response: string) => void) | null } {
    const outcome = this.handle(body);
    // Reports after Gmail's call has returned, so that they cannot delay the send or make it fail.
    queueMicrotask(() => this.tell(outcome, body));
    if (outcome === null) return { body, done: null };
    for (const save of outcome.saves) this.saves.note(save);
    const drafts = outcome.changes.flatMap((change) =>
      change.kind === "sent" ? [change.report.draft_id] : [],
    );
    const done = (response: string): void => {
      this.saves.answered(outcome.saves, response);
      this.tab.emit(
        "answered",
        outcome.saves.map(({ draft }) => draft.id),
      );
      if (drafts.length > 0) this.tellIds(response, drafts);
    };
    return { body: outcome.body, done: drafts.length + outcome.saves.length > 0 ? done : null };
  }

  /** Returns null if the request is not JSON, as all that was captured of Gmail is. */
  private handle(body: string): Outcome | null {
    try {
      return this.memory.handle(body, Date.now());
    } catch {
      return null;
    }
  }

  private tell(outcome: Outcome | null, body: string): void {
    const { tab } = this;
    tab.emit("seen", seenIn(outcome, body));
    if (outcome === null) return;
    const { changes, untracked, left } = outcome;
    if (left.length > 0) tab.emit("left", left);
    for (const change of changes) tab.emit("change", change);
    for (const send of untracked) tab.emit("untracked", send);
    if (changes.length > 0) this.count();
  }

  private tellIds(response: string, drafts: readonly string[]): void {
    const at = new Date(this.memory.serverTime(Date.now())).toISOString();
    const found = idsIn(response);
    for (const draft of drafts) {
      const lease = this.memory.leaseOf(draft);
      const ids = found.get(draft);
      if (lease === null || ids === undefined) continue;
      const change: Change = { kind: "ids", lease, ids, at };
      this.tab.emit("change", change);
    }
  }

  private count(): void {
    this.tab.emit("leaseCount", this.memory.leaseCount);
  }

  /** Warms up in a quiet moment, because the first rewrite of a page takes ten times as long as the second. */
  private warmUpLater(lease: Lease | undefined): void {
    if (this.warm || lease === undefined) return;
    this.warm = true;
    setTimeout(() => warmUp(lease), QUIET_MS);
  }
}

function seenIn(outcome: Outcome | null, body: string): Seen {
  const nothing = { saved: [], sent: [], strange: [], unlabelled: [], empty: true, body };
  if (outcome === null) return nothing;
  const { saves, left, strange, unlabelled, empty } = outcome;
  const saved = saves.filter(({ known }) => known).map(({ draft }) => draft.id);
  const sent = left.filter((draft) => !strange.includes(draft));
  return { saved, sent, strange, unlabelled, empty, body };
}
