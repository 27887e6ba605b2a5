/**
 * The selectors for Gmail's page. They use class names and attributes that are the same in every language, not
 * texts.
 */

export const SEND_BUTTON = ".IZ .Up div > div[role=button]:not(.Uo):not([aria-haspopup=true])";
/** A compose window: a dialog, an inline reply, or its own page. */
export const COMPOSE = "[role=dialog], .ip.adB .M9, body.xE.xp";
/** A compose window, or a question above all windows. */
export const DIALOG = "[role=dialog], [role=alertdialog]";
/** The cell or box of the Send button. We insert the switch after it. */
export const SEND_CELL = ".Up";
export const SUBJECT = "input[name=subjectbox]";
/** Contains `#msg-a:…` once Gmail has an id for the draft. */
export const DRAFT = "input[name=draft]";
/** Google's button with the account's picture, whose label contains the address. */
export const ACCOUNT_BUTTON = "a[href^='https://accounts.google.com/SignOutOptions'][aria-label]";
export const ROW = "tr.zA[id]";
export const ROW_THREAD = "span[data-legacy-thread-id]";
/** The cell for small icons, before the date; some layouts do not have it. */
export const ROW_ICONS = "td.yf.xY";
export const ROW_SUBJECT = ".y6";
export const MESSAGE = ".adn[data-legacy-message-id]";
/** The content of a mail; no element in it is Gmail's own. */
export const CONTENT = "div.ii.gt";
/** The editable body, and the field that replaces it in plain text mode. */
export const BODY = ".Ap [g_editable=true]";
export const PLAIN_BODY = ".Ap textarea.Ak";
/** Content that people wrote; no element in it is Gmail's own. */
export const WRITTEN = `${CONTENT}, ${BODY}`;
export const QUOTE = ".gmail_quote, .gmail_quote_container";
/** Shows the quote of an answer; until then, the quote is not in the body. */
export const COLLAPSED_QUOTE = ".ajR";
/** A recipient: a chip in the current Gmail, a hidden field in the older one. */
export const RECIPIENT =
  ".GS .anm [role=listbox] [role=option][data-name], .GS .vR > input[type=hidden]";
/** The button that discards the draft and closes its window. */
export const DISCARD = ".og";
/** A file that is being uploaded. */
export const UPLOADING = "[role=progressbar]";
/** Gmail's note in a confidential mail. */
export const CONFIDENTIAL = ".aL1";
