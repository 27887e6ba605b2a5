/** Installs the hook and its memory, in the page's own world and before Gmail's scripts. */
import { bridgeToContent } from "../lib/protocol/bridge";
import { isChoices, isPageState } from "../lib/protocol/guards/page";
import type { Lease } from "../lib/protocol/shapes/mail";
import type { PageState } from "../lib/protocol/shapes/page";
import { interceptRequests } from "./intercept";
import { type Outcome, PageMemory } from "./memory";
import { SavedDrafts } from "./saved-drafts";
import { idsIn } from "./send-response";
import { warmUp } from "./warm-up";

/** The pause before the warm-up, because a page is busiest while it loads. */
const QUIET_MS = 1500;

/**
 * Whether Gmail's scripts may have run first and kept the functions that the hook replaces. A browser may load
 * an extension's scripts into a page that was loaded long ago. Gmail's own scripts have a nonce; scripts
 * without one are those of other extensions.
 */
const late = document.body !== null || [...document.scripts].some(({ nonce }) => Boolean(nonce));
let warm = false;
const memory = new PageMemory();
const saves = new SavedDrafts();

const post = bridgeToContent((kind, value) => {
  if (kind === "state" && isPageState(value)) receive(value);
  if (kind === "choices" && isChoices(value)) memory.choose(value);
  if (kind === "saved" && typeof value === "string")
    post("saved", { draft: value, saved: saves.of(value) });
});

function receive(state: PageState): void {
  if (late) post("late", true);
  memory.receive(state);
  warmUpLater(state.leases[0]);
  post("leaseCount", memory.leaseCount);
}

/** Warms up in a quiet moment, because the first rewrite of a page takes ten times as long as the second. */
function warmUpLater(lease: Lease | undefined): void {
  if (warm || lease === undefined) return;
  warm = true;
  setTimeout(() => warmUp(lease), QUIET_MS);
}

interceptRequests((body) => {
  const outcome = memory.handle(body, Date.now());
  // Reports after Gmail's call has returned, so that they cannot delay the send or make it fail.
  queueMicrotask(() => tell(outcome));
  for (const save of outcome.saves) saves.note(save);
  const drafts = outcome.changes.flatMap((change) =>
    change.kind === "sent" ? [change.report.draft_id] : [],
  );
  const hear = (answer: string, sent: readonly string[]): void => {
    saves.answered(outcome.saves, answer);
    if (sent.length > 0) tellIds(answer, sent);
  };
  return {
    body: outcome.body,
    done: drafts.length + outcome.saves.length > 0 ? (answer) => hear(answer, drafts) : null,
  };
});

function tell({ changes, untracked, left }: Outcome): void {
  if (left.length > 0) post("left", left);
  for (const change of changes) post("change", change);
  for (const send of untracked) post("untracked", send);
  if (changes.length > 0) post("leaseCount", memory.leaseCount);
}

function tellIds(answer: string, drafts: readonly string[]): void {
  const at = new Date().toISOString();
  const found = idsIn(answer);
  for (const draft of drafts) {
    const lease = memory.leaseOf(draft);
    const ids = found.get(draft);
    if (lease !== null && ids !== undefined) post("change", { kind: "ids", lease, ids, at });
  }
}

window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  memory.empty();
  post("leaseCount", 0);
});
