/**
 * Keeps how far this computer's clock is from the server's. What the server dates, such as leases, is judged by the
 * server's clock, because either clock may be wrong by years.
 */
import { change, read } from "./store";
import { notifyTabs } from "./tabs";

/** Smaller differences are ordinary, and the time that an answer takes is among them. */
const ORDINARY_MS = 5 * 60_000;
/** A difference that is stored is replaced only if it has changed by more than this. */
const STEADY_MS = 60_000;

/** Notes what the server's clock says; null if an answer did not say. */
export async function noteClock(servers: number | null): Promise<void> {
  if (servers === null) return;
  const measured = Date.now() - servers;
  const ahead = Math.abs(measured) < ORDINARY_MS ? 0 : measured;
  let changed = false;
  await change(["ahead"], ({ ahead: before }) => {
    changed = Math.abs(ahead - before) > STEADY_MS;
    return changed ? { ahead } : null;
  });
  if (changed) await notifyTabs();
}

/** Returns the time by the server's clock, in milliseconds; by this computer's, if they hardly differ. */
export async function serverNow(): Promise<number> {
  const { ahead } = await read("ahead");
  return Date.now() - ahead;
}
