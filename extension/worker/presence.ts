/** Finds out from the browser whether the person is away from this computer. */

const IDLE_S = 120;

export async function isAway(): Promise<boolean> {
  // Firefox for phones has no `chrome.idle`.
  const state = await chrome.idle?.queryState(IDLE_S);
  return state === "idle" || state === "locked";
}
