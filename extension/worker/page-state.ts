/** Builds the state for one Gmail page, with which the page can send without a request to the worker. */
import type { Trouble } from "../lib/protocol/shapes/account";
import type { PageState, UsedLease } from "../lib/protocol/shapes/page";
import { serverNow } from "./clock";
import { handOut } from "./leases";
import { homeOf, type LedgerEntry, read } from "./store";

/** How many past sends a page gets, to recognise them when they are undone. */
const REMEMBERED = 50;

/** Returns the state for the page in `tab` that still has `have` leases of the pairing with this `epoch`. */
export async function pageState(
  have: number,
  epoch: string,
  tab: number | undefined,
): Promise<PageState> {
  const { pairing, settings, own, ledger, quota, link, ahead } = await read(
    "pairing",
    "settings",
    "own",
    "ledger",
    "quota",
    "link",
    "ahead",
  );
  const current = pairing?.epoch ?? "";
  const leases = pairing === null ? [] : await handOut(epoch === current ? have : 0, current, tab);
  const home = pairing === null ? null : homeOf(pairing);
  const used = ledger
    .filter((entry) => entry.home === home)
    .slice(-REMEMBERED)
    .map(usedLease);
  // The page gets only what it needs for a send.
  const { notify: _, language: __, ...wanted } = settings;
  const limited = quota !== null && Date.parse(quota.until) > (await serverNow());
  const server = pairing?.server ?? "";
  const trouble = link.online || !link.trouble ? null : { ...withoutRoute(link.trouble), server };
  const paired = pairing !== null;
  return { ...wanted, limited, trouble, ahead, paired, epoch: current, own, leases, used };
}

function withoutRoute({ why, status }: Trouble): Trouble {
  return { why, status };
}

function usedLease({ lease, report }: LedgerEntry): UsedLease {
  return {
    draft: report.draft_id,
    lease,
    message: report.gmail_message_id,
    links: report.links.length,
    undone: report.state === "undone",
  };
}
