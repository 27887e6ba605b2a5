/** Tells whether the person is away from this computer, as far as the browser knows. */

const IDLE_S = 120;

export async function isAway(): Promise<boolean> {
  // Firefox for phones cannot tell.
  const state = await chrome.idle?.queryState(IDLE_S);
  return state === "idle" || state === "locked";
}
