/**
 * Feature: warns the sender if a window said "tracked" and Gmail sent its mail without the hook seeing the send.
 * This happens if Gmail sends in a way that the hook does not know. Such a mail has no marks.
 */
import { SEND_BUTTON, WRITTEN } from "../selectors";
import { toastMissedSend } from "../send-toasts";
import type { Tab } from "../tab";
import { switchOf } from "./tracking-switch";
import { composeWindows } from "./windows";

/** The hook sees Gmail's request right after the click or, when offline, at Gmail's first attempt. */
const WAIT_MS = 10_000;

type Promised = { readonly root: Element; readonly subject: string };

type Waiting = Promised & { readonly timer: ReturnType<typeof setTimeout> };

export function init(tab: Tab, signal: AbortSignal): void {
  const tell = (subject: string): void => {
    toastMissedSend(subject);
    // Offline, Gmail may keep the mail without a request until there is a connection.
    if (navigator.onLine) tab.emit("missed", subject);
  };
  const missed = new MissedSends((target) => promisedIn(tab, target), tell, signal);
  tab.on("change", (change) => {
    if (change.kind === "sent") missed.hear(change.report.subject);
  });
  tab.on("untracked", ({ subject }) => missed.hear(subject));
}

/** Returns the mail of the window that contains `target`, if its switch says "tracked". */
function promisedIn(tab: Tab, target: EventTarget | null): Promised | null {
  const window = composeWindows(tab).holding(target);
  if (window === null || switchOf(tab, window).state() !== "tracked") return null;
  return { root: window.root, subject: window.subject };
}

class MissedSends {
  private waiting: Waiting[] = [];

  /** `promised` returns the mail of the window that contains a node, if its switch says "tracked". */
  constructor(
    private readonly promised: (target: EventTarget | null) => Promised | null,
    private readonly tell: (subject: string) => void,
    signal: AbortSignal,
  ) {
    const capture = { capture: true, passive: true, signal };
    // At the start of a press, because any later event of the press may make Gmail send.
    const pressed = ({ target }: Event): unknown => isSend(target) && this.wait(target);
    document.addEventListener("pointerdown", pressed, capture);
    document.addEventListener("keydown", (key) => isSendKey(key) && this.wait(key.target), capture);
  }

  /** Notes that the hook has seen a mail being sent, marked or not. */
  hear(subject: string): void {
    const same = this.waiting.find((mail) => mail.subject === subject) ?? this.waiting[0];
    if (same === undefined) return;
    clearTimeout(same.timer);
    this.waiting = this.waiting.filter((mail) => mail !== same);
  }

  private wait(target: EventTarget | null): void {
    const mail = this.promised(target);
    if (mail === null || this.waiting.some(({ root }) => root === mail.root)) return;
    const timer = setTimeout(() => this.settle(mail), WAIT_MS);
    this.waiting.push({ ...mail, timer });
  }

  /** If the window is still open, its mail was not sent: Gmail asked for a recipient, or is offline. */
  private settle({ root, subject }: Promised): void {
    this.waiting = this.waiting.filter((mail) => mail.root !== root);
    if (!root.isConnected) this.tell(subject);
  }
}

function isSend(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest(WRITTEN) !== null) return false;
  return target.closest(SEND_BUTTON) !== null;
}

function isSendKey({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (key === "Enter" && (ctrlKey || metaKey)) return true;
  return (key === "Enter" || key === " ") && isSend(target);
}
