/**
 * Feature: finds the marks of a sent mail in its copy. Gmail's response to the send names the mail. The copy is
 * read when the person or Gmail displays it; this feature requests nothing from Gmail.
 */
import type { Change, FoundMarks, Lease } from "../../lib/protocol/shapes/mail";
import type { PageState } from "../../lib/protocol/shapes/page";
import { deliver } from "../delivery";
import { CONTENT, MESSAGE, WRITTEN } from "../selectors";
import { toastProof, toastSent, toastUnconfirmed } from "../send-toasts";
import type { Tab } from "../tab";
import { type Found, foundIn } from "./sent-copy";

/** Gmail renders a mail in steps; a mark that is missing after this time is reported missing. */
const SETTLED_MS = 3000;
/** Gmail displays the copy of a reply within this time. The toast about the proof is then enough. */
const QUIET_MS = 1500;
/** Gmail responds to a send within a second or two, unless it is offline. */
const ANSWERED_MS = 20_000;

type Expected = {
  readonly lease: string;
  readonly of: number;
  readonly subject: string;
  /** Whether the mail was sent from this page since it was loaded, so the person wants to know the result. */
  readonly fresh: boolean;
  /** When a mark was first found missing, in milliseconds. */
  missing: number | null;
  reported: boolean;
};

type Listener = {
  /** Called when Gmail has accepted the mail and its copy has not been displayed yet. */
  left(links: number): void;
  /** Called when Gmail has not answered, or its answer does not name the mail. */
  unconfirmed(subject: string): void;
  proven(found: FoundMarks, subject: string, fresh: boolean): void;
};

export function init(tab: Tab): void {
  const proofs = new Proofs({
    left: toastSent,
    unconfirmed: toastUnconfirmed,
    proven: (found, subject, fresh) => {
      deliver("page/proof", { found });
      if (fresh) toastProof(found, subject);
    },
  });
  tab.on("state", (state) => proofs.stand(state));
  tab.on("change", (change) => proofs.take(change));
  tab.on("mutation", () => proofs.look());
}

class Proofs {
  private readonly leases = new Map<string, Lease>();
  /** By legacy message id. */
  private readonly expected = new Map<string, Expected>();
  private readonly sent = new Map<string, { of: number; subject: string }>();

  constructor(private readonly listener: Listener) {}

  /** Takes the leases of this page, and the sends of other pages and of earlier sessions. */
  stand({ leases, used }: PageState): void {
    for (const lease of leases) this.leases.set(lease.id, lease);
    for (const { lease, message, links, undone } of used) {
      this.leases.set(lease.id, lease);
      if (message === null || undone || this.expected.has(message)) continue;
      this.expect(message, { lease: lease.id, of: links, subject: "", fresh: false });
    }
  }

  /** Takes a change that the page's hook saw. */
  take(change: Change): void {
    if (change.kind === "sent") {
      const { lease, links, subject } = change.report;
      const sent = { of: links.length, subject };
      this.sent.set(lease, sent);
      setTimeout(() => {
        if (this.sent.get(lease) === sent) this.listener.unconfirmed(subject);
      }, ANSWERED_MS);
    }
    if (change.kind === "undone") this.forget(change.lease);
    if (change.kind === "ids") this.accepted(change.lease, change.ids.gmail_message_id);
  }

  private accepted(lease: string, message: string | null): void {
    const sent = this.sent.get(lease);
    if (message === null || sent === undefined) return;
    this.sent.delete(lease);
    this.expect(message, { lease, ...sent, fresh: true });
    setTimeout(() => {
      const now = this.expected.get(message);
      if (now?.fresh && !now.reported) this.listener.left(sent.of);
    }, QUIET_MS);
  }

  private expect(message: string, given: Omit<Expected, "missing" | "reported">): void {
    this.expected.set(message, { ...given, missing: null, reported: false });
  }

  private forget(lease: string): void {
    this.sent.delete(lease);
    for (const [message, expected] of this.expected)
      if (expected.lease === lease) this.expected.delete(message);
  }

  /** Runs after every change of the page. */
  look(): void {
    if (this.expected.size === 0) return;
    for (const shown of document.querySelectorAll<HTMLElement>(MESSAGE)) {
      const expected = this.expected.get(shown.dataset.legacyMessageId ?? "");
      // A mail's content could imitate one of Gmail's messages.
      const genuine = shown.parentElement?.closest(WRITTEN) == null;
      if (expected !== undefined && !expected.reported && genuine) this.check(shown, expected);
    }
  }

  private check(shown: Element, expected: Expected): void {
    const lease = this.leases.get(expected.lease);
    const content = shown.querySelector(CONTENT);
    const found = lease === undefined || content === null ? null : foundIn(content, lease);
    if (found === null) return;
    if (isWhole(found, expected)) this.settle(found, expected);
    else if (expected.missing === null) {
      expected.missing = Date.now();
      setTimeout(() => this.look(), SETTLED_MS);
    } else if (Date.now() - expected.missing >= SETTLED_MS) this.settle(found, expected);
  }

  private settle({ pixel, links }: Found, expected: Expected): void {
    const { lease, of, subject, fresh } = expected;
    expected.reported = true;
    this.listener.proven({ lease, pixel, links: Math.min(links, of), of }, subject, fresh);
  }
}

function isWhole({ pixel, links }: Found, { of }: Expected): boolean {
  return pixel && links >= of;
}
