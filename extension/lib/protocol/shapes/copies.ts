/** Individual copies: what the page, the content script and the worker say to each other, and the server to them. */

/** A draft as Gmail has saved it last: its id in the Gmail API, and digests of what is read in it. */
export type Saved = {
  readonly draft: string;
  readonly message: string;
  readonly subject: string;
  /** Addresses in small letters, each once. */
  readonly readers: readonly string[];
  /** Of what was typed, and of all of it, quoted mails as well. */
  readonly typed: string;
  readonly words: string;
};

/** One mail that is to go to each of its readers by itself. */
export type CopyRequest = Omit<Saved, "typed"> & {
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

/** Whether the person has allowed copies on the server, and where they can. */
export type Permit = { readonly allowed: boolean; readonly settings_url: string };

/** `refused`: nothing has left, `code` says why. `unknown`: the server was told and has not answered. */
export type Sending =
  | { readonly kind: "taken"; readonly copies: Copies }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unknown" };

/** The page's answer about one draft. */
export type Asked = { readonly draft: string; readonly saved: Saved | null };
