/** Types of the account that this browser is paired with, and of all browsers paired with the account. */

export type Account = {
  readonly name: string;
  readonly email: string;
  readonly prefix: string;
  readonly public_url: string;
  readonly dashboard_url: string;
};

/**
 * A browser paired with the account; `seen_at` is null until its first request. Older servers do not send where
 * it was last seen (`place` is empty if unknown) and when it is disconnected unless it is used.
 */
export type PairedBrowser = {
  readonly id: string;
  readonly name: string;
  readonly paired_at: string;
  readonly seen_at: string | null;
  readonly address?: string;
  readonly place?: string;
  readonly ends_at?: string;
  readonly this: boolean;
};

/** The quota that is used up: how many messages a day, and until when (ISO 8601) no more are tracked. */
export type Quota = { readonly limit: number; readonly until: string };

/** Whether the server answered the last request; if not, `since` says when it first failed to answer. */
export type Link = { readonly online: boolean; readonly since: string | null };

export type PendingPairing = {
  readonly server: string;
  readonly user_code: string;
  readonly verify_url: string;
  /** Milliseconds since 1970. */
  readonly expires_at: number;
};
