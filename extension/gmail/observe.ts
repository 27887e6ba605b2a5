/** Observes the whole page, and reports changes in quick succession only once. */

const PAUSE_MS = 100;

/** When Gmail reuses a row for another conversation, only these attributes change. */
const ATTRIBUTES = ["data-legacy-thread-id", "data-legacy-message-id"];

/** Calls `changed` now and after every change of the page's tree, until `signal` aborts. */
export function observe(changed: () => void, signal: AbortSignal): void {
  let waiting = false;
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    // A timer rather than a frame, because frames stop while the tab is in the background.
    setTimeout(() => {
      waiting = false;
      changed();
    }, PAUSE_MS);
  };
  const observer = new MutationObserver(later);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ATTRIBUTES });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  later();
}
