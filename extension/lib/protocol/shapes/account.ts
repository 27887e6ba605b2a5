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

/**
 * Why there was no answer of our server. `unreachable`: none at all. `permission`: the browser does not let us ask.
 * `redirect`: the address leads elsewhere. `stranger`: somebody else answered, with `status`. `failing`: the server or
 * a proxy before it has a problem. `garbage`: our server answered in a form that is not known. `address`: the server
 * does not know the address under which it was asked.
 */
export type Trouble = {
  readonly why:
    | "unreachable"
    | "permission"
    | "redirect"
    | "stranger"
    | "failing"
    | "garbage"
    | "address";
  /** 0 if there was no answer. */
  readonly status: number;
};

/**
 * Whether the server answers; if not, `since` says when that began. `route` is the request that fails: another one
 * that succeeds does not make up for it.
 */
export type Link = {
  readonly online: boolean;
  readonly since: string | null;
  readonly trouble?: (Trouble & { readonly route: string }) | null;
};

/** The match patterns of the sites that the browser withholds from the extension; null for those that it may use. */
export type Withheld = { readonly gmail: string | null; readonly server: string | null };

/** What stands between Gmail, this extension and the server. */
export type Standing = {
  readonly server: string | null;
  readonly link: Link;
  /** How many reports the server has not received yet. */
  readonly waiting: number;
  readonly withheld: Withheld;
  /** By how many milliseconds this computer's clock is ahead of the server's; 0 if they hardly differ. */
  readonly ahead: number;
};

export type PendingPairing = {
  readonly server: string;
  readonly user_code: string;
  readonly verify_url: string;
  /** Milliseconds since 1970. */
  readonly expires_at: number;
};
