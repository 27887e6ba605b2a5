/** Offers individual copies of the mail in a compose window, and hands them over. */

import type { Key } from "../../lib/i18n/texts";
import { ask } from "../../lib/protocol/messages";
import type { Asked, Copies, CopyRequest, Permit, Saved } from "../../lib/protocol/shapes/copies";
import type { Choice } from "../../lib/protocol/shapes/page";
import { DISCARD } from "../selectors";
import {
  followCopies,
  toastCopiesAlreadySent,
  toastCopiesProblem,
  toastCopiesStarted,
  toastDiscardFailed,
  toastSentTwice,
} from "./copies-toasts";
import { draftIn, partOf, readWritten } from "./draft";
import { freeze } from "./freeze";

export type CopyView =
  | { readonly kind: "offer"; readonly count: number; readonly problem: Key | null }
  | { readonly kind: "permit"; readonly url: string }
  | { readonly kind: "busy" };

/** The window that copies are sent from, with its choices. */
export type Origin = Pick<Choice, "links" | "without"> & { readonly root: Element };

const MOST = 50;
const PERMIT_MS = 15_000;
const AGAIN_MS = 2000;
const TIMEOUT_MS = 8000;
/** How long we wait for Gmail to save the last words typed. */
const SAVED_WITHIN_MS = 8000;
/**
 * Gmail saves within this time after a change. The digest cannot show unsaved files, images or link targets.
 */
const SAVES_AFTER_MS = 2500;
const LOOK_MS = 250;
/** The longest time that a window stays frozen, even if the worker never answers. */
const LONGEST_MS = 90_000;
const CLOSED_WITHIN_MS = 3000;
const OPEN_PANEL = ".sightline-panel:popover-open";
const CODES = [
  "unsaved",
  "unseen",
  "absent",
  "uploading",
  "away",
  "unknown",
  "google",
  "not_allowed",
  "quota",
  "too_large",
  "plain",
  "sealed",
  "address",
  "recipients",
  "sender",
  "sent",
  "stopped",
  "unreadable",
];

export class Copying {
  private permit: { readonly given: Permit | null; readonly until: number } | null = null;
  private asking = false;
  private readonly busy = new Set<Element>();
  private readonly problems = new WeakMap<Element, Key>();
  /** Drafts that were, or may have been, handed over to the server in this tab. */
  private readonly pressed = new Set<string>();
  /** Drafts that were handed over to the server in any tab; null until the worker has answered. */
  private copied: ReadonlySet<string> | null = null;
  private readonly met = new WeakSet<Element>();
  private readonly waiting = new Map<string, (saved: Saved | null) => void>();

  /** `askPage` must ask the page what Gmail has saved of a draft; the caller passes the answer to `hear`. */
  constructor(
    private readonly askPage: (draft: string) => void,
    private readonly changed: () => void,
  ) {}

  learn(copied: readonly string[]): void {
    this.copied = new Set(copied);
    this.changed();
  }

  /**
   * Warns about a draft that reappears after its copies were sent, because its tab was closed early or the
   * discard was undone.
   */
  meet(root: Element, draft: string | null): void {
    if (draft === null || this.met.has(root)) return;
    if (!this.copied?.has(draft) && !this.pressed.has(draft)) return;
    this.met.add(root);
    toastCopiesAlreadySent();
  }

  /** Returns what the panel of this window offers; null if it offers nothing. */
  view(root: Element, recipients: number): CopyView | null {
    if (this.busy.has(root)) return { kind: "busy" };
    if (recipients < 2 || recipients > MOST) return null;
    if ((this.permit?.until ?? 0) < Date.now()) void this.askPermit();
    const given = this.permit?.given;
    if (!given) return null;
    if (!given.allowed) return { kind: "permit", url: given.settings_url };
    return { kind: "offer", count: recipients, problem: this.problems.get(root) ?? null };
  }

  /** Takes the page's answer about a saved draft. */
  hear({ draft, saved }: Asked): void {
    this.waiting.get(draft)?.(saved);
    this.waiting.delete(draft);
  }

  /** Stops the individual copies of drafts that were sent with Gmail's own button. */
  async left(drafts: readonly string[]): Promise<void> {
    for (const draft of drafts) {
      const here = this.pressed.delete(draft);
      if (!here && !(await this.known()).has(draft)) continue;
      await toastSentTwice(await ask("page/copies/stop", { draft }).catch(() => null));
    }
  }

  private async known(): Promise<ReadonlySet<string>> {
    if (this.copied === null) this.learn(await ask("page/copies/drafts", {}).catch(() => []));
    return this.copied ?? new Set();
  }

  async press(origin: Origin): Promise<void> {
    const { root } = origin;
    if (this.busy.has(root)) return;
    this.busy.add(root);
    this.met.add(root);
    this.problems.delete(root);
    freeze(root, true);
    this.changed();
    const late = pause(LONGEST_MS).then((): string => "unknown");
    const done = await Promise.race([this.handOver(origin).catch((): string => "unknown"), late]);
    freeze(root, false);
    this.busy.delete(root);
    if (typeof done === "string") this.refuse(root, keyOf(done));
    else this.close(root, done);
    this.changed();
  }

  /** Returns the copies that the server accepted, or the reason why it accepted none. */
  private async handOver(origin: Origin): Promise<Copies | string> {
    const saved = await this.savedAsShown(origin);
    if (typeof saved === "string") return saved;
    const { draft, message, subject, recipients, textDigest } = saved;
    const { links, without } = origin;
    const request: CopyRequest = {
      draft,
      message,
      subject,
      recipients,
      textDigest,
      links,
      without,
    };
    this.pressed.add(draft);
    const sending = await ask("page/copies", { request });
    if (sending.kind === "taken") return sending.copies;
    if (sending.kind === "unknown") return "unknown";
    this.pressed.delete(draft);
    return sending.code;
  }

  /** Waits until Gmail has saved exactly what the window shows. */
  private async savedAsShown({ root }: Origin): Promise<Saved | string> {
    const until = Date.now() + SAVED_WITHIN_MS;
    await pause(SAVES_AFTER_MS);
    let found = await this.compare(root);
    while ((found === "unseen" || found === "unsaved") && Date.now() < until) {
      await pause(LOOK_MS);
      found = await this.compare(root);
    }
    return found;
  }

  private async compare(root: Element): Promise<Saved | string> {
    const draft = draftIn(root);
    const saved = draft === null ? null : await this.savedOf(draft);
    const written = readWritten(root);
    if (written.uploading) return "uploading";
    if (saved === null) return "unseen";
    return isSame(saved, written) ? saved : "unsaved";
  }

  private savedOf(draft: string): Promise<Saved | null> {
    return new Promise((resolve) => {
      this.waiting.set(draft, resolve);
      setTimeout(() => resolve(null), LOOK_MS);
      this.askPage(draft);
    });
  }

  private refuse(root: Element, problem: Key): void {
    this.problems.set(root, problem);
    if (root.querySelector(OPEN_PANEL) === null) toastCopiesProblem(problem);
  }

  private close(root: Element, copies: Copies): void {
    toastCopiesStarted(copies);
    void followCopies(copies.id);
    throwAway(root);
    setTimeout(() => {
      if (root.isConnected) toastDiscardFailed();
    }, CLOSED_WITHIN_MS);
  }

  private async askPermit(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    // A worker that is just starting may lose a message or never answer it.
    const late = pause(TIMEOUT_MS).then(() => null);
    const asked = ask("page/copies/permit", {}).catch(() => null);
    const given = await Promise.race([asked, late]);
    this.asking = false;
    this.permit = { given, until: Date.now() + (given === null ? AGAIN_MS : PERMIT_MS) };
    this.changed();
    // Redraws open panels, each of which asks again. Without an open panel there is no request.
    if (given === null) setTimeout(this.changed, AGAIN_MS + 1);
  }
}

function isSame(saved: Saved, written: ReturnType<typeof readWritten>): boolean {
  const sorted = (recipients: readonly string[]): string => JSON.stringify([...recipients].sort());
  return (
    saved.typedDigest === written.typedDigest &&
    saved.subject.trim() === written.subject.trim() &&
    sorted(saved.recipients) === sorted(written.recipients)
  );
}

/** Clicks Discard with the three events of a mouse click, because Gmail's buttons listen for each of them. */
function throwAway(root: Element): void {
  const button = partOf<HTMLElement>(root, DISCARD);
  for (const kind of ["mousedown", "mouseup", "click"])
    button?.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
}

function keyOf(code: string): Key {
  return `copies_why_${CODES.includes(code) ? code : "other"}` as Key;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
