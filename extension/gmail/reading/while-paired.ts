/** Lets the reading features show and request something only while the browser is paired. */
import type { Tab } from "../tab";

export type View = {
  /** Runs after every change of the page. */
  look(): void;
  /** Runs when something may have changed on the server. */
  renew(): void;
  /** Runs when the tab comes to the front. */
  front(): void;
  /** Runs when Gmail's theme may have become dark or light. */
  recolour(): void;
  /** Removes everything that the feature shows. */
  clear(): void;
};

export function showWhilePaired(tab: Tab, signal: AbortSignal, view: View): void {
  let paired = false;
  const pair = (now: boolean): void => {
    if (paired && !now) view.clear();
    paired = now;
    if (paired) view.look();
  };
  const ifPaired = (action: () => void) => (): void => {
    if (paired) action();
  };
  tab.on("state", (state) => pair(state.paired));
  tab.on("retired", () => pair(false));
  tab.on(
    "mutation",
    ifPaired(() => view.look()),
  );
  tab.on(
    "activityChanged",
    ifPaired(() => view.renew()),
  );
  tab.on(
    "front",
    ifPaired(() => {
      view.front();
      view.recolour();
    }),
  );
  // The colours of Gmail's text decide; they may change with the system's colour scheme or in Gmail's settings.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => view.recolour(), { signal });
}
