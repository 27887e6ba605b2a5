/** Individual copies, as exchanged between page, content script, worker and server. */

/** A draft as Gmail last saved it: its id in the Gmail API, and digests of its text. */
export type Saved = {
  readonly draft: string;
  readonly message: string;
  readonly subject: string;
  /** Unique addresses in lower case. */
  readonly recipients: readonly string[];
  /** Digests of the typed text, and of the whole text including quotes. */
  readonly typedDigest: string;
  readonly textDigest: string;
};

/** A mail that is to be sent to each recipient separately. */
export type CopyRequest = Omit<Saved, "typedDigest"> & {
  readonly links: boolean;
  readonly without: readonly string[];
};

export type Copy = {
  readonly address: string;
  readonly name: string;
  readonly state: "waiting" | "sent" | "failed" | "stopped";
  readonly failure: string;
};

export type Copies = {
  readonly id: string;
  readonly state: "held" | "released" | "stopped";
  readonly copies: readonly Copy[];
};

/** Whether the person has allowed individual copies on the server, and where to allow them. */
export type Permit = { readonly allowed: boolean; readonly settings_url: string };

/** `refused`: nothing was sent, and `code` says why. `unknown`: the server was asked and has not answered. */
export type Sending =
  | { readonly kind: "taken"; readonly copies: Copies }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unknown" };

/** The page's answer about one draft. */
export type Asked = { readonly draft: string; readonly saved: Saved | null };
