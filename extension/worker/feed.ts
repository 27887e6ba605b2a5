/** Fetches the popup's list, and shows the number of unseen opens on the badge. */

import { announceActivity } from "./activity";
import { fetchFeed, markSeen } from "./api";
import { withConnection } from "./connection";
import { change, read } from "./store";

const BADGE_COLOUR = "#0f766e";

export async function refreshFeed(): Promise<void> {
  await withConnection(async (pairing) => {
    const feed = await fetchFeed(pairing);
    let changed = false;
    await change(["pairing", "feed"], (kept) => {
      if (kept.pairing?.epoch !== pairing.epoch) return null;
      changed = JSON.stringify(kept.feed?.messages) !== JSON.stringify(feed.messages);
      return { feed };
    });
    if (changed) await announceActivity();
    await showBadge(feed.unseen);
  }, "GET feed");
}

/** Marks the opens up to the last list as seen; later opens still count as unseen. */
export async function seen(): Promise<void> {
  const { feed } = await read("feed");
  if (feed === null) return;
  await showBadge(0);
  await withConnection(async (pairing) => {
    await markSeen(pairing, feed.now);
    await change(["feed"], ({ feed: kept }) =>
      kept === null ? null : { feed: { ...kept, unseen: 0 } },
    );
  });
}

async function showBadge(unseen: number): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
  await chrome.action.setBadgeText({
    text: unseen === 0 ? "" : unseen > 99 ? "99+" : String(unseen),
  });
}
