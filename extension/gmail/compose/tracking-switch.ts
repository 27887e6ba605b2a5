/** Feature: the switch next to Send, which says whether the mail will be tracked. */
import { SEND_CELL } from "../selectors";
import { perTab, type Tab } from "../tab";
import { choicesIn } from "./choices";
import { isNotable, reviewOf } from "./review";
import { makeSwitch, type Switch } from "./switch";
import { type ComposeWindow, composeWindows } from "./windows";

const switches = perTab(() => new WeakMap<ComposeWindow, Switch>());

export function init(tab: Tab): void {
  const windows = composeWindows(tab);
  windows.onFound((window, sendButton) => {
    const { root } = switchOf(tab, window);
    if (!root.isConnected) placeBehind(sendButton, root);
  });
  windows.onDraw((window) => {
    const review = reviewOf(tab, window);
    switchOf(tab, window).show(review.state, isNotable(review), tab.state?.trouble ?? null);
  });
}

/** Returns the switch of `window`, creating it on first use. */
export function switchOf(tab: Tab, window: ComposeWindow): Switch {
  const known = switches(tab).get(window);
  if (known !== undefined) return known;
  const made = makeSwitch(() =>
    choicesIn(tab).change(window, ({ tracking }) => ({ tracking: !tracking })),
  );
  switches(tab).set(window, made);
  return made;
}

/** Inserts the control after the button's box, as a separate cell if Gmail's toolbar is a table. */
function placeBehind(button: Element, control: HTMLElement): void {
  const cell = button.closest(SEND_CELL) ?? button;
  if (!(cell instanceof HTMLTableCellElement)) {
    cell.after(control);
    return;
  }
  const own = document.createElement("td");
  own.className = "sightline-cell";
  own.append(control);
  cell.after(own);
}
