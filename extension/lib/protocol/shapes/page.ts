/** Types of what the worker gives to one Gmail page, and of the choices in the page's compose windows. */
import type { Trouble } from "./account";
import type { Lease, Own } from "./mail";

/** Which links the person does not want tracked. */
export type LinkRules = {
  /** Domains, or domains with a path: `example.com`, `example.com/private`. */
  readonly exclusions: readonly string[];
  readonly phishing_guard: boolean;
  readonly sensitive_guard: boolean;
};

/** Everything a page keeps in memory so that a send never waits. */
export type PageState = LinkRules & {
  readonly paired: boolean;
  /** Whether the day's quota is used up; new leases come tomorrow. */
  readonly limited?: boolean;
  /** Why `server` does not answer; null if it does. */
  readonly trouble?: (Trouble & { readonly server: string }) | null;
  /** By how many milliseconds this computer's clock is ahead of the server's. */
  readonly ahead?: number;
  readonly tracking: boolean;
  readonly links: boolean;
  readonly decoy: boolean;
  readonly view_time: boolean;
  /** Identifies the pairing; leases of an earlier pairing are dropped. */
  readonly epoch: string;
  readonly own: readonly Own[];
  /** Leases that no other page has. */
  readonly leases: readonly Lease[];
  /** Sends by other pages and in earlier sessions, to recognise undone sends and cancelled schedules. */
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

/** The choices for the mail in one compose window. */
export type Choice = {
  readonly key: string;
  readonly draft: string | null;
  readonly subject: string;
  readonly tracking: boolean;
  readonly links: boolean;
  /** URLs of links that are not to be tracked. */
  readonly without: readonly string[];
  /** Whether the window says that Gmail has changed, so that its mail is not tracked. */
  readonly changed?: boolean;
  /** True for the compose window that had the focus last. */
  readonly active: boolean;
};

export type MailPreferences = {
  /** Null until the person has chosen; until then, the default applies. */
  readonly tracking: boolean | null;
  readonly links: boolean | null;
  /** URLs of links that are not to be tracked. */
  readonly without: readonly string[];
};

export type DraftPreferences = MailPreferences & { readonly draft: string };

/**
 * The sender's tracked mails (legacy ids) that this page has just displayed, and whether Gmail's proxy kept the
 * fragment in the URLs of their pixels.
 */
export type Viewing = { messages: string[]; fragment: "kept" | "lost" | null };
