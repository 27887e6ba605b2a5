/**
 * Feature: warns the sender if a window said "tracked" and Gmail sent its mail without the hook seeing the send.
 * This happens if Gmail sends in a way that the hook does not know. Such a mail has no marks.
 */
import { DIALOG, SEND_BUTTON, WRITTEN } from "../selectors";
import { toastMissedSend } from "../send-toasts";
import type { Tab } from "../tab";
import { switchOf } from "./tracking-switch";
import { type ComposeWindow, composeWindows } from "./windows";

/** The hook sees Gmail's request right after the click or, when offline, at Gmail's first attempt. */
const WAIT_MS = 10_000;
const MODIFIERS: ReadonlySet<string> = new Set(["Alt", "AltGraph", "Control", "Meta", "Shift"]);

type Waiting = {
  readonly window: ComposeWindow;
  /** As it was at the press: Gmail may empty the window when it closes it. */
  readonly subject: string;
  readonly timer: ReturnType<typeof setTimeout>;
};

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
  tab.on("seen", ({ saved }) => missed.saved(saved));
}

/** Returns the window that contains `target`, if its switch says "tracked". */
function promisedIn(tab: Tab, target: EventTarget | null): ComposeWindow | null {
  const window = composeWindows(tab).holding(target);
  return window !== null && switchOf(tab, window).state() === "tracked" ? window : null;
}

class MissedSends {
  private waiting: Waiting[] = [];

  /** `promised` returns the window that contains a node, if its switch says "tracked". */
  constructor(
    private readonly promised: (target: EventTarget | null) => ComposeWindow | null,
    private readonly tell: (subject: string) => void,
    signal: AbortSignal,
  ) {
    const capture = { capture: true, passive: true, signal };
    // At the start of a press, because any later event of the press may make Gmail send.
    const pressed = ({ target }: Event): void => this.act(target, isSend(target));
    document.addEventListener("pointerdown", pressed, capture);
    const typed = (key: KeyboardEvent): void =>
      MODIFIERS.has(key.key) ? undefined : this.act(key.target, isSendKey(key));
    document.addEventListener("keydown", typed, capture);
    document.addEventListener("input", ({ target }) => this.act(target, false), capture);
  }

  /** Notes that the hook has seen a mail being sent, marked or not. */
  hear(subject: string): void {
    const same = this.waiting.find((mail) => mail.subject === subject) ?? this.waiting[0];
    if (same !== undefined) this.drop((mail) => mail === same);
  }

  /** Notes that Gmail has saved these drafts: what it saves, it has not sent. */
  saved(drafts: readonly string[]): void {
    this.drop(({ window: { draft } }) => draft !== null && drafts.includes(draft));
  }

  /**
   * Notes that somebody uses the page. A window closes with its send, so one that is still there has not sent its mail,
   * unless Gmail asks something first.
   */
  private act(target: EventTarget | null, sends: boolean): void {
    if (!isAsked(target)) this.drop(({ window: { root } }) => isShown(root));
    const window = sends ? this.promised(target) : null;
    if (window !== null) this.wait(window);
  }

  private wait(window: ComposeWindow): void {
    const timer = setTimeout(() => this.settle(window), WAIT_MS);
    this.waiting.push({ window, subject: window.subject, timer });
  }

  /** If the window is still open, its mail was not sent: Gmail asked for a recipient, or is offline. */
  private settle(window: ComposeWindow): void {
    const settled = this.drop((mail) => mail.window === window);
    if (!window.root.isConnected) for (const { subject } of settled) this.tell(subject);
  }

  /** Stops waiting for the mails that `which` chooses, and returns them. */
  private drop(which: (mail: Waiting) => boolean): Waiting[] {
    const dropped = this.waiting.filter(which);
    for (const { timer } of dropped) clearTimeout(timer);
    this.waiting = this.waiting.filter((mail) => !dropped.includes(mail));
    return dropped;
  }
}

/** Returns whether `target` is in a question that Gmail asks, such as "Send without a subject?". */
function isAsked(target: EventTarget | null): boolean {
  const dialog = target instanceof Element ? target.closest(DIALOG) : null;
  return dialog !== null && dialog.querySelector(SEND_BUTTON) === null;
}

function isShown(root: Element): boolean {
  return root.isConnected && root.checkVisibility();
}

function isSend(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest(WRITTEN) !== null) return false;
  return target.closest(SEND_BUTTON) !== null;
}

function isSendKey({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (key === "Enter" && (ctrlKey || metaKey)) return true;
  return (key === "Enter" || key === " ") && isSend(target);
}
