/** Types for individual copies, as exchanged between page, content script, worker and server. */

/** A draft as Gmail last saved it, with digests of its text; `message` is its message id in the Gmail API. */
export type Saved = {
  readonly draft: string;
  readonly message: string;
  readonly subject: string;
  /** Unique addresses in lower case. */
  readonly recipients: readonly string[];
  /** `typedDigest` is of the typed text only, `textDigest` of the whole text including quotes. */
  readonly typedDigest: string;
  readonly textDigest: string;
};

/** The request to send a draft to each recipient separately. */
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

/** Whether the person has allowed individual copies on the server, and the page where this can be changed. */
export type Permit = { readonly allowed: boolean; readonly settings_url: string };

/** `refused`: nothing was sent, and `code` says why. `unknown`: the server was asked and has not answered. */
export type Sending =
  | { readonly kind: "taken"; readonly copies: Copies }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unknown" };

/** The page's answer to the question what Gmail has saved of a draft. */
export type Asked = { readonly draft: string; readonly saved: Saved | null };
