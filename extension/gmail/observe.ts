/** One observer for the whole page; what changed in quick succession is told once. */

const PAUSE_MS = 100;

/** A row that Gmail uses again for another conversation changes nothing but this. */
const ATTRIBUTES = ["data-legacy-thread-id", "data-legacy-message-id"];

/** Calls all of `looks` now and after every change of the page's tree, until `signal` aborts. */
export function observe(looks: readonly (() => void)[], signal: AbortSignal): void {
  let waiting = false;
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    // A timer rather than a frame: frames stop while the tab is in the background.
    setTimeout(() => {
      waiting = false;
      if (!signal.aborted) for (const look of looks) safely(look);
    }, PAUSE_MS);
  };
  const observer = new MutationObserver(later);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ATTRIBUTES });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  later();
}

/** A page that is not as one of them expects takes nothing from the others. */
function safely(look: () => void): void {
  try {
    look();
  } catch (error) {
    reportError(error);
  }
}
