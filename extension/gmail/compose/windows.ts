/** Keeps a list of the compose windows on the page, with the mail in each. */
import { COMPOSE, SEND_BUTTON, SUBJECT, WRITTEN } from "../selectors";
import { perTab, type Tab } from "../tab";
import { draftIn, partOf } from "./draft";

/** A window closes at the click on Send, but Gmail's request may follow a moment later. */
const REMEMBERED_MS = 15_000;
const LATER_MS = 150;

export type ComposeWindow = {
  readonly key: string;
  readonly root: Element;
  /** Null before Gmail first saves the draft. */
  draft: string | null;
  subject: string;
  /** When the window closed, in milliseconds; null while it is open. */
  gone: number | null;
};

type Found = (window: ComposeWindow, sendButton: Element) => void;
type Drawn = (window: ComposeWindow) => void;

export class ComposeWindows {
  /** Includes windows that closed a moment ago. */
  all: readonly ComposeWindow[] = [];
  /** The key of the window that was used last. */
  active: string | null = null;
  private readonly found: Found[] = [];
  private readonly drawn: Drawn[] = [];
  private readonly settled: (() => void)[] = [];
  private waiting = false;

  constructor(tab: Tab) {
    tab.on("mutation", () => this.look());
    tab.on("status", () => this.look());
    const touched = (event: Event): void => this.touch(event.target);
    // Before Gmail gets the same click or key, so that the choice reaches the hook before the send.
    for (const kind of ["pointerdown", "focusin", "keydown", "input"]) {
      const options = { capture: true, passive: true, signal: tab.signal };
      document.addEventListener(kind, touched, options);
    }
  }

  /** `listener` is called with each window and its Send button whenever the page has changed. */
  onFound(listener: Found): void {
    this.found.push(listener);
  }

  /** `listener` is called with each open window that may look different now. */
  onDraw(listener: Drawn): void {
    this.drawn.push(listener);
  }

  /** `listener` is called after all windows are drawn, and immediately when somebody uses a window. */
  onSettled(listener: () => void): void {
    this.settled.push(listener);
  }

  /** Returns the window that contains `target`, or null. */
  holding(target: EventTarget | null): ComposeWindow | null {
    if (!(target instanceof Node)) return null;
    const found = this.all.find(({ root }) => root.contains(target));
    if (found !== undefined) identify(found);
    return found ?? null;
  }

  /** Redraws all open windows. */
  refresh(): void {
    const open = this.all.filter(({ gone }) => gone === null);
    for (const window of open) identify(window);
    for (const window of open) for (const draw of this.drawn) draw(window);
    this.settle();
  }

  /** Finds windows that have opened or closed, then redraws. */
  private look(): void {
    for (const button of document.querySelectorAll(SEND_BUTTON)) this.welcome(button);
    const now = Date.now();
    for (const window of this.all) if (!window.root.isConnected) window.gone ??= now;
    this.all = this.all.filter(({ gone }) => gone === null || now - gone < REMEMBERED_MS);
    this.refresh();
  }

  private welcome(button: Element): void {
    const root = button.closest(COMPOSE);
    // A mail's content could imitate a compose window.
    if (root === null || button.closest(WRITTEN) !== null) return;
    const window = this.all.find((known) => known.root === root) ?? this.add(root);
    // Gmail may remove a window from the page and insert it again, for example for full screen.
    window.gone = null;
    for (const listener of this.found) listener(window, button);
  }

  private add(root: Element): ComposeWindow {
    const window = { key: crypto.randomUUID(), root, draft: null, subject: "", gone: null };
    this.all = [...this.all, window];
    // The window may have had the focus before this observer saw it.
    if (this.active === null || root.contains(document.activeElement)) this.active = window.key;
    return window;
  }

  private touch(target: EventTarget | null): void {
    const window = this.holding(target);
    if (window === null) return;
    this.active = window.key;
    this.settle();
    this.later();
  }

  /** Redraws a moment after typing, to keep typing fast. */
  private later(): void {
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      this.look();
    }, LATER_MS);
  }

  private settle(): void {
    for (const listener of this.settled) listener();
  }
}

export const composeWindows = perTab((tab) => new ComposeWindows(tab));

function identify(window: ComposeWindow): void {
  window.draft = draftIn(window.root) ?? window.draft;
  window.subject = partOf<HTMLInputElement>(window.root, SUBJECT)?.value ?? "";
}
