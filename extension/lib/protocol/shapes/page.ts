/** What one Gmail page is given by the worker, and what is chosen in its compose windows. */
import type { Lease, Own } from "./mail";

/** Which links the person wants left alone. */
export type LinkRules = {
  /** Domains, or domains with a path: `example.com`, `example.com/private`. */
  readonly exclusions: readonly string[];
  readonly phishing_guard: boolean;
  readonly sensitive_guard: boolean;
};

/** Everything the page holds in memory so that a send waits for nothing. */
export type PageState = LinkRules & {
  readonly paired: boolean;
  readonly tracking: boolean;
  readonly links: boolean;
  readonly decoy: boolean;
  readonly reading_time: boolean;
  /** Changes with every pairing: leases of an older one are dropped. */
  readonly epoch: string;
  readonly own: readonly Own[];
  /** Given to this page alone. */
  readonly leases: readonly Lease[];
  /** Sends of other pages and earlier hours, for undo and for cancelled schedules. */
  readonly used: readonly UsedLease[];
};

export type UsedLease = {
  readonly draft: string;
  readonly lease: Lease;
  /** Gmail's id of the sent mail, and how many of its links are tracked. */
  readonly message: string | null;
  readonly links: number;
  readonly undone: boolean;
};

/** What one compose window says of its mail. */
export type Choice = {
  readonly key: string;
  readonly draft: string | null;
  readonly subject: string;
  readonly tracking: boolean;
  readonly links: boolean;
  /** Addresses of links that stay as they are. */
  readonly without: readonly string[];
  /** The compose window that had the focus last. */
  readonly active: boolean;
};

export type MailPreferences = {
  /** Null until it was chosen: then the default counts. */
  readonly tracking: boolean | null;
  readonly links: boolean | null;
  /** Addresses of links that stay as they are. */
  readonly without: readonly string[];
};

export type DraftPreferences = MailPreferences & { readonly draft: string };

/** Own mails (legacy ids) that this page has just shown, and whether their pictures' addresses are whole. */
export type Viewing = { messages: string[]; fragment: "kept" | "lost" | null };
