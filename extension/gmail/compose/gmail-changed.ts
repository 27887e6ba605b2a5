/**
 * Feature: says in a compose window that Gmail has changed and the mail is not tracked, before the mail is sent.
 * `canary.ts` decides; this file tells it what the person does, and what the hook sees of Gmail's saves.
 */
import { deliver } from "../delivery";
import { BODY, PLAIN_BODY, SUBJECT } from "../selectors";
import { perTab, type Seen, type Tab } from "../tab";
import { after, type Canary, type Sign, START } from "./canary";
import { partOf } from "./draft";
import { GmailAnswers } from "./gmail-answers";
import { trackingStatus } from "./status";
import { type ComposeWindow, composeWindows } from "./windows";
import { carries, wordsOf } from "./words";

const TICK_MS = 1000;
/** A send that was missed once may not have been one, so the next understood save lifts that alarm. */
const MISSES = 2;
const EDITED = `${BODY}, ${PLAIN_BODY}, ${SUBJECT}`;

type Known = {
  readonly canary: Canary;
  /** The subject and text at the last understood save, or before the first edit; null if unknown. */
  readonly saved: string | null;
  /** When the first edit was made that is not saved, or when the browser was offline last, if that is later. */
  readonly since: number;
};

const NOTHING: Known = { canary: START, saved: null, since: 0 };

class GmailChanged {
  private readonly known = new WeakMap<ComposeWindow, Known>();
  private readonly answers = new GmailAnswers();
  /** Whether Gmail's last save in this tab was in a form that is not known. */
  private strange = false;
  /** How many sends were missed since the last one that was understood, and whether all windows say so. */
  private misses = 0;
  private lost = false;
  private told = true;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly tab: Tab) {}

  /** Takes back what an earlier page in this tab has told the worker. */
  start(): void {
    deliver("page/form", { understood: true });
  }

  in(window: ComposeWindow): boolean {
    return this.lost || this.of(window).canary.changed;
  }

  /** Remembers the mail as it is before its first edit. */
  begin(window: ComposeWindow): void {
    const known = this.of(window);
    if (known.saved === null) this.known.set(window, { ...known, saved: written(window) });
  }

  edit(window: ComposeWindow): void {
    if (!this.of(window).canary.unsaved)
      this.known.set(window, { ...this.of(window), since: performance.now() });
    this.apply([window], { kind: "edited" });
    if (this.strange) this.apply([window], { kind: "strange" });
    if (this.in(window)) this.tell(false);
    this.timer ??= setInterval(() => this.tick(), TICK_MS);
    this.answers.watch();
  }

  see({ saved, sent, strange, unlabelled, empty, body }: Seen): void {
    if (saved.length > 0) this.strange = false;
    if (sent.length > 0) this.misses = 0;
    if (sent.length > 0 || (saved.length > 0 && this.misses < MISSES)) this.lose(false);
    for (const window of this.named(saved)) {
      this.apply([window], { kind: "saved" });
      this.known.set(window, { ...this.of(window), saved: written(window) });
    }
    const suspects = empty
      ? this.carried(body)
      : [...this.suspects(strange), ...this.meant(unlabelled, body)];
    if (suspects.length > 0) this.strange = true;
    this.apply(suspects, { kind: "strange" });
    if (empty) this.apply(this.mentioned(body), { kind: "doubted" });
    if (saved.length > 0 && !this.lost) this.tell(true);
  }

  /** Notes that a send was missed. After that, no window can promise anything. */
  miss(): void {
    this.misses += 1;
    this.lose(true);
  }

  answered(drafts: readonly string[]): void {
    this.apply(this.named(drafts), { kind: "answered" });
  }

  /** `body`: of a request to another endpoint; "" for a sync request's that cannot be read. */
  note(body: string): void {
    const suspects =
      body === "" ? this.unsaved() : [...this.carried(body), ...this.mentioned(body)];
    this.apply(suspects, { kind: "doubted" });
  }

  leave(drafts: readonly string[]): void {
    for (const window of this.all().filter(({ draft }) => draft !== null && drafts.includes(draft)))
      if (!this.of(window).canary.changed) this.known.delete(window);
  }

  private lose(lost: boolean): void {
    if (lost === this.lost) return;
    this.lost = lost;
    this.tell(!lost);
    composeWindows(this.tab).refresh();
  }

  private tick(): void {
    const unsaved = this.unsaved();
    for (const window of unsaved) {
      this.apply([window], this.signOf(window));
      const { changed, doubted } = this.of(window).canary;
      this.strange ||= changed && doubted;
    }
    if (this.unsaved().length > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
    this.answers.rest();
  }

  private signOf(window: ComposeWindow): Sign {
    const { saved, since } = this.of(window);
    if (saved !== null && saved === written(window)) return { kind: "restored" };
    if (!navigator.onLine) this.known.set(window, { ...this.of(window), since: performance.now() });
    const answered = !isPopout() && this.answers.begunSince(since);
    return { kind: "tick", online: navigator.onLine, answered };
  }

  private apply(windows: readonly ComposeWindow[], sign: Sign): void {
    const states = (): boolean[] => windows.map((window) => this.of(window).canary.changed);
    const before = states();
    for (const window of windows) {
      const known = this.of(window);
      this.known.set(window, { ...known, canary: after(known.canary, sign) });
    }
    const now = states();
    if (now.every((changed, at) => changed === before[at])) return;
    if (now.includes(true)) this.tell(false);
    composeWindows(this.tab).refresh();
  }

  /** Tells the worker, for the popup, whether Gmail is understood, unless this tab tracks nothing for another reason. */
  private tell(understood: boolean): void {
    if (this.told === understood) return;
    if (!understood && trackingStatus(this.tab).trouble !== null) return;
    this.told = understood;
    deliver("page/form", { understood });
  }

  private of(window: ComposeWindow): Known {
    return this.known.get(window) ?? NOTHING;
  }

  /** Returns all windows, also those that closed a moment ago. */
  private all(): readonly ComposeWindow[] {
    return composeWindows(this.tab).all;
  }

  private unsaved(): ComposeWindow[] {
    return this.all().filter((window) => window.gone === null && this.of(window).canary.unsaved);
  }

  /** Returns the windows with these drafts. A window whose draft has no id yet may hold any draft without a window. */
  private named(drafts: readonly string[]): ComposeWindow[] {
    return drafts.flatMap((draft) => {
      const exact = this.all().filter((window) => window.draft === draft);
      return exact.length > 0 ? exact : this.all().filter((window) => window.draft === null);
    });
  }

  /** Like `named`, but a window without an id must have been edited. */
  private suspects(drafts: readonly string[]): ComposeWindow[] {
    const unsaved = this.unsaved();
    return this.named(drafts).filter((one) => one.draft !== null || unsaved.includes(one));
  }

  /**
   * Returns the edited windows whose drafts these are. Gmail also gives labels to mails that it does not save, so a window
   * without an id must have its mail in the body.
   */
  private meant(drafts: readonly string[], body: string): ComposeWindow[] {
    const unsaved = this.unsaved();
    const carried = drafts.length === 0 ? [] : this.carried(body);
    return this.named(drafts).filter(
      (one) => unsaved.includes(one) && (one.draft !== null || carried.includes(one)),
    );
  }

  /** Returns the edited windows whose draft is named in the body of a request, which may only move it. */
  private mentioned(body: string): ComposeWindow[] {
    return this.unsaved().filter(({ draft }) => draft !== null && body.includes(draft));
  }

  /** Returns the edited windows whose mail is in the body of a request. */
  private carried(body: string): ComposeWindow[] {
    return this.unsaved().filter((window) => carries(body, wordsOf(written(window))));
  }
}

/** Returns the subject and the text in a window. */
function written({ root }: ComposeWindow): string {
  const subject = partOf<HTMLInputElement>(root, SUBJECT)?.value ?? "";
  const plain = partOf<HTMLTextAreaElement>(root, PLAIN_BODY)?.value ?? "";
  return [subject, plain, root.querySelector(BODY)?.textContent ?? ""].join("\n");
}

/** A popped-out window may save through the page that opened it. */
function isPopout(): boolean {
  return location.pathname.endsWith("/popout");
}

export const gmailChanged = perTab((tab) => new GmailChanged(tab));

export function init(tab: Tab, signal: AbortSignal): void {
  const changed = gmailChanged(tab);
  changed.start();
  const inWindow = (target: EventTarget | null, act: (window: ComposeWindow) => void): void => {
    if (!(target instanceof Element) || target.closest(EDITED) === null) return;
    const window = composeWindows(tab).holding(target);
    if (window !== null) act(window);
  };
  const options = { capture: true, passive: true, signal };
  const begin = ({ target }: Event): void => inWindow(target, (window) => changed.begin(window));
  const edit = ({ target }: Event): void => inWindow(target, (window) => changed.edit(window));
  document.addEventListener("beforeinput", begin, options);
  document.addEventListener("input", edit, options);
  tab.on("seen", (seen) => changed.see(seen));
  tab.on("answered", (drafts) => changed.answered(drafts));
  tab.on("missed", () => changed.miss());
  tab.on("noted", (body) => changed.note(body));
  tab.on("left", (drafts) => changed.leave(drafts));
}
