/** The content script: between the page's hook and the worker, and in charge of the switches. */

import { useTexts } from "../lib/i18n/words";
import { bridgeToPage } from "../lib/protocol/bridge";
import { isFields, listOf, text } from "../lib/protocol/guards/check";
import { isChange, isUntracked } from "../lib/protocol/guards/mail";
import { isPageState } from "../lib/protocol/guards/page";
import { ACTIVITY_CHANGED, ask, STATE_CHANGED } from "../lib/protocol/messages";
import type { Change, UntrackedSend } from "../lib/protocol/shapes/mail";
import type { PageState } from "../lib/protocol/shapes/page";
import { blockFrozenInput } from "./compose/freeze";
import { type TrackingStatus, trackingStatusOf } from "./compose/status";
import { Composes } from "./compose/windows";
import { deliver, isStale } from "./delivery";
import { observe } from "./observe";
import { Reader } from "./reading/reader";
import { Retry, withinTimeout } from "./retry";
import { MissedSends } from "./sent/missed-sends";
import { Proofs } from "./sent/proofs";
import {
  toastMissedSend,
  toastProof,
  toastSent,
  toastUnconfirmed,
  toastUntracked,
} from "./sent/toasts";
import { reloadToast } from "./toast";

const LOW_LEASE_COUNT = 2;
const PAUSE_MS = 20_000;

const life = new AbortController();
const retry = new Retry(() => void refresh());
let state: PageState | null = null;
let leaseCount = 0;
let asking = false;
/** Something changed while an answer was on its way. */
let again = false;
let asked = 0;
let retired = false;
let late = false;

const post = bridgeToPage((kind, value) => {
  if (kind === "change" && isChange(value)) takeChange(value);
  if (kind === "untracked" && isUntracked(value)) takeUntracked(value);
  if (kind === "leaseCount" && typeof value === "number") takeLeaseCount(value);
  if (kind === "late") tooLate();
  if (kind === "saved") composes.copying.hear(value);
  if (kind === "left" && listOf(text)(value)) void composes.copying.left(value as string[]);
});

blockFrozenInput(life.signal);

const composes = new Composes(
  {
    choices: (choices) => post("choices", choices),
    makeDefault: (tracking, links) => deliver("page/default", { tracking, links }),
    preferences: (preferences) => deliver("page/preferences", { preferences }),
    saved: (draft) => post("saved", draft),
    imageBlocking: (recipients) => ask("page/image-blocking", { recipients }),
  },
  trackingStatus(),
  life.signal,
);

const reader = new Reader();
const missedSends = new MissedSends(
  (target) => composes.promised(target),
  toastMissedSend,
  life.signal,
);
const proofs = new Proofs({
  left: toastSent,
  unconfirmed: toastUnconfirmed,
  proven: (found, subject, fresh) => {
    deliver("page/proof", { found });
    if (fresh) toastProof(found, subject);
  },
});

/** Asks the worker for leases and settings, and passes them on to the page's hook. */
async function refresh(): Promise<void> {
  again = asking;
  if (asking || retired) return;
  asking = true;
  asked = Date.now();
  const answered = await withinTimeout(
    ask("page/need", { have: leaseCount, epoch: state?.epoch ?? "" }).then(takeAnswer),
  );
  asking = false;
  retireIfStale();
  if (retired) return;
  if (answered && !isEmpty()) retry.begin();
  else retry.later();
  if (again) void refresh();
}

function takeAnswer(answer: unknown): void {
  if (!isPageState(answer)) throw new Error("malformed state");
  take(answer);
  void ask("page/preferences/all", {}).then(
    (kept) => composes.learn(kept),
    () => {},
  );
  void ask("page/copies/drafts", {}).then(
    (drafts) => composes.copying.learn(drafts),
    () => {},
  );
}

/** Paired, and without anything to mark a mail with: the leases may just be on their way. */
function isEmpty(): boolean {
  return state?.paired === true && leaseCount === 0 && state.leases.length === 0;
}

function takeChange(change: Change): void {
  if (change.kind === "sent") missedSends.hear(change.report.subject);
  deliver("page/change", { change });
  proofs.take(change);
}

function takeUntracked(send: UntrackedSend): void {
  missedSends.hear(send.subject);
  deliver("page/untracked", { send });
  toastUntracked(send);
}

function take(answer: PageState): void {
  state = answer;
  proofs.stand(answer);
  post("state", answer);
  reader.stand(answer.paired ? answer : null);
}

/** What was spent is replaced at once; an empty pool is asked again only after a pause. */
function takeLeaseCount(left: number): void {
  const spent = left < leaseCount;
  leaseCount = left;
  composes.stand(trackingStatus());
  if (spent || (left < LOW_LEASE_COUNT && Date.now() - asked > PAUSE_MS)) void refresh();
}

function trackingStatus(): TrackingStatus {
  return trackingStatusOf(state, leaseCount, isStale() || late);
}

/** The extension was started after Gmail: its requests may go past the hook, so nothing may be promised. */
function tooLate(): void {
  late = true;
  retire();
}

/** An updated extension has left this script behind; own pixels are still taken out of replies. */
function retire(): void {
  if (retired) return;
  retired = true;
  if (state?.paired) reloadToast();
  if (state !== null) post("state", { ...state, paired: false, epoch: "stale", leases: [] });
  composes.stand(trackingStatus());
  reader.stand(null);
}

/** Before they come the browser's own look-up speaks; after an update of the extension only they do. */
async function learnWords(): Promise<void> {
  const words = await ask("page/words", {}).catch(() => null);
  if (words === null) return;
  useTexts(words);
  composes.stand(trackingStatus());
}

chrome.runtime.onMessage.addListener((message: unknown, sender) => {
  if (sender.id !== chrome.runtime.id || !isFields(message)) return;
  if (message.name === ACTIVITY_CHANGED) reader.news();
  if (message.name !== STATE_CHANGED) return;
  void learnWords();
  void refresh();
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  reader.front();
  if (Date.now() - asked > PAUSE_MS) void refresh();
});

/** Before Gmail hears of the click or key that sends: then nothing leaves that nobody could report. */
const retireIfStale = (): void => {
  if (isStale() || late) retire();
};
/** Somebody is at work here: a page that knows nothing yet must not wait for its next try. */
const wakeUp = (): void => {
  retireIfStale();
  if (state !== null || Date.now() - asked < PAUSE_MS / 10) return;
  retry.begin();
  void refresh();
};
for (const kind of ["pointerdown", "keydown"]) {
  document.addEventListener(kind, wakeUp, { capture: true, passive: true });
}

observe(
  [retireIfStale, () => composes.look(), () => reader.look(), () => proofs.look()],
  life.signal,
);
void learnWords();
void refresh();
