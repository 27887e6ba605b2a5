/** Every selector for Gmail's page. Gmail's class names are not translated, its texts are. */

export const SEND_BUTTON = ".IZ .Up div > div[role=button]:not(.Uo):not([aria-haspopup=true])";
/** A compose window: a dialog, an inline reply, or its own page. */
export const COMPOSE = "[role=dialog], .ip.adB .M9, body.xE.xp";
/** The cell or box of the send button; the switch goes behind it. */
export const SEND_CELL = ".Up";
export const SUBJECT = "input[name=subjectbox]";
/** Holds `#msg-a:…` once Gmail has an id for the draft. */
export const DRAFT = "input[name=draft]";
export const ROW = "tr.zA[id]";
export const ROW_THREAD = "span[data-legacy-thread-id]";
/** The cell for small signs, in front of the date; not every layout has it. */
export const ROW_ICONS = "td.yf.xY";
export const ROW_SUBJECT = ".y6";
export const MESSAGE = ".adn[data-legacy-message-id]";
/** What the mail itself says: nothing in there is Gmail's. */
export const CONTENT = "div.ii.gt";
/** The body that is written in, and the field that replaces it in plain text mode. */
export const BODY = ".Ap [g_editable=true]";
export const PLAIN_BODY = ".Ap textarea.Ak";
/** What people wrote: nothing in there is Gmail's. */
export const WRITTEN = `${CONTENT}, ${BODY}`;
export const QUOTE = ".gmail_quote, .gmail_quote_container";
/** The chips of today's Gmail, and the hidden fields of the older one. */
export const RECIPIENT =
  ".GS .anm [role=listbox] [role=option][data-name], .GS .vR > input[type=hidden]";
/** Throws the draft away and closes its window. */
export const DISCARD = ".og";
/** A file that is on its way up. */
export const UPLOADING = "[role=progressbar]";
/** Gmail's note in a confidential mail. */
export const CONFIDENTIAL = ".aL1";
