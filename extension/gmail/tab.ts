/** State and events that all features of one Gmail tab share. */
import { isFields } from "../lib/protocol/guards/check";
import { ACTIVITY_CHANGED, STATE_CHANGED } from "../lib/protocol/messages";
import type { Asked } from "../lib/protocol/shapes/copies";
import type { Change, UntrackedSend } from "../lib/protocol/shapes/mail";
import type { Choice, PageState } from "../lib/protocol/shapes/page";

/** The drafts in one sync request, by id. */
export type Seen = {
  /** Saved, and sent, in the known form. */
  readonly saved: readonly string[];
  readonly sent: readonly string[];
  /** Saved or sent in another form. */
  readonly strange: readonly string[];
  /** With labels of neither a save nor a send. */
  readonly unlabelled: readonly string[];
  /** Whether no draft was found in the request. */
  readonly empty: boolean;
  readonly body: string;
};

type Events = {
  /** Gmail has changed the page's tree. */
  mutation: undefined;
  /** The worker's answer is in `state`. */
  state: PageState;
  /** The tracking status may have changed: leases, the connection to the extension, the language. */
  status: undefined;
  /** From now on, nothing is tracked in this tab until it is reloaded. */
  retired: undefined;
  /** Somebody presses a mouse button or a key, before Gmail gets the event. */
  press: undefined;
  /** The tab came to the front. */
  front: undefined;
  /** From the worker: leases, settings or texts have changed, so ask for them again. */
  stateChanged: undefined;
  /** From the worker: thread statuses and timelines may have changed. */
  activityChanged: undefined;
  /** The choices for all mails in compose windows. */
  choices: readonly Choice[];
  /** A mail was sent, got its ids, or was undone. */
  change: Change;
  /** A mail was sent without marks. */
  untracked: UntrackedSend;
  /** Drafts that were sent, tracked or not. */
  left: readonly string[];
  /** What one of Gmail's sync requests says of drafts. */
  seen: Seen;
  /** A mail of this subject has left a window that said "tracked", and the hook has not seen it. */
  missed: string;
  /** Gmail has answered the saves of these drafts. */
  answered: readonly string[];
  /** A request that the hook left as it is: its body, or "" for a sync request's that could not be read. */
  noted: string;
  /** Asks what Gmail has saved of a draft; the answer is `saved`. */
  askSaved: string;
  saved: Asked;
  /** How many leases this tab still has. */
  leaseCount: number;
  /** The hook started after scripts of Gmail, so it may not see Gmail's requests. */
  late: undefined;
};

export type EventName = keyof Events;
type Listener<N extends EventName> = (value: Events[N]) => void;

export class Tab {
  /** Null until the worker has answered. */
  state: PageState | null = null;
  /** How many leases this tab still has. */
  leaseCount = 0;
  retired = false;
  private readonly listeners: { [N in EventName]?: Listener<N>[] } = {};

  constructor(readonly signal: AbortSignal) {
    this.listenToWorker();
    this.listenToPerson();
  }

  on<N extends EventName>(name: N, listener: Listener<N>): void {
    const known: Listener<N>[] = this.listeners[name] ?? [];
    known.push(listener);
    (this.listeners as Record<N, Listener<N>[]>)[name] = known;
  }

  /** Calls all listeners in the order of registration. */
  emit<N extends EventName>(name: N, value: Events[N]): void {
    if (this.signal.aborted) return;
    for (const listener of this.listeners[name] ?? []) safely(() => listener(value));
  }

  private listenToWorker(): void {
    chrome.runtime.onMessage.addListener((message: unknown, sender) => {
      if (sender.id !== chrome.runtime.id || !isFields(message)) return;
      if (message.name === ACTIVITY_CHANGED) this.emit("activityChanged", undefined);
      if (message.name === STATE_CHANGED) this.emit("stateChanged", undefined);
    });
  }

  private listenToPerson(): void {
    const { signal } = this;
    const press = (): void => this.emit("press", undefined);
    for (const kind of ["pointerdown", "keydown"])
      document.addEventListener(kind, press, { capture: true, passive: true, signal });
    const turn = (): void => {
      if (document.visibilityState === "visible") this.emit("front", undefined);
    };
    document.addEventListener("visibilitychange", turn, { signal });
  }
}

/** Shares an object between features; it is made once per tab, when the first feature needs it. */
export function perTab<T>(make: (tab: Tab) => T): (tab: Tab) => T {
  const made = new WeakMap<Tab, { readonly one: T }>();
  return (tab) => {
    const known = made.get(tab) ?? { one: make(tab) };
    made.set(tab, known);
    return known.one;
  };
}

/**
 * Runs `action` of a feature. An error in it, for example on an unexpected page, does not stop other features.
 */
export function safely(action: () => void): void {
  try {
    action();
  } catch (error) {
    reportError(error);
  }
}
