/**
 * Lists what the content script does in a Gmail tab. Each feature has a file; the features start in this order.
 */
import * as choices from "./compose/choices";
import * as detailsPanel from "./compose/details-panel";
import * as freeze from "./compose/freeze";
import * as gmailChanged from "./compose/gmail-changed";
import * as individualCopies from "./compose/individual-copies";
import * as missedSends from "./compose/missed-sends";
import * as trackingSwitch from "./compose/tracking-switch";
import * as language from "./language";
import * as leases from "./leases";
import * as mailbox from "./mailbox";
import * as list from "./reading/list";
import * as thread from "./reading/thread";
import * as reloadHint from "./reload-hint";
import * as sends from "./sending/sends";
import * as proofs from "./sent/proofs";
import * as reports from "./sent/reports";
import type { Tab } from "./tab";

/** Starts a feature, which ends when `signal` aborts. */
export type Init = (tab: Tab, signal: AbortSignal) => void;

export const TABLE: Readonly<Record<string, Init>> = {
  // First, because listeners run in the order of registration.
  "keep a window still while its mail is handed over": freeze.init,
  "marks in mails that are sent": sends.init,
  "leases and settings for the page": leases.init,
  "texts in the chosen language": language.init,
  "whose mailbox it is": mailbox.init,
  "hint to reload the tab": reloadHint.init,

  "switch beside Send": trackingSwitch.init,
  "panel with the details of a mail": detailsPanel.init,
  "individual copies": individualCopies.init,
  "mails whose saves are not understood": gmailChanged.init,
  "what is chosen for each mail": choices.init,
  "mails that left unseen": missedSends.init,

  "reports of sent mails": reports.init,
  "proof that a sent mail is marked": proofs.init,

  "thread statuses in lists": list.init,
  "timelines in conversations": thread.init,
};
