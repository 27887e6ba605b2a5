/** What the features of reading have in common: they show and ask something only while the browser is paired. */
import type { Tab } from "../tab";

export type View = {
  /** After every change of the page. */
  look(): void;
  /** Something may have changed on the server. */
  renew(): void;
  /** The tab came to the front. */
  front(): void;
  /** Gmail may have become dark, or light. */
  recolour(): void;
  /** Takes away what is shown. */
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
  // Only Gmail's own colors tell; they change with the system's, or by Gmail's settings.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => view.recolour(), { signal });
}
