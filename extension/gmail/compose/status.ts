/**
 * Determines whether new mails are tracked by default, and what prevents it: not paired, offline, over the daily limit, out of date.
 */
import { type LinkCase, linkCase } from "../../lib/links/rules";
import type { LinkRules } from "../../lib/protocol/shapes/page";
import { isStale } from "../delivery";
import type { Tab } from "../tab";

export type TrackingStatus = {
  readonly tracking: boolean;
  readonly links: boolean;
  /** The link rules of one mail, without the links that were turned off in it. */
  readonly linkCase: (without: readonly string[]) => LinkCase;
  readonly trouble: "offline" | "limited" | "unpaired" | "stale" | null;
};

const NO_RULES: LinkRules = { exclusions: [], phishing_guard: true, sensitive_guard: true };

export function trackingStatus(tab: Tab): TrackingStatus {
  const { state } = tab;
  const hosts = state?.own.map(({ host }) => host) ?? [];
  return {
    tracking: state?.tracking ?? true,
    links: state?.links ?? true,
    linkCase: (without) => linkCase(state ?? NO_RULES, hosts, without),
    trouble: troubleOf(tab),
  };
}

function troubleOf({ state, leaseCount, retired }: Tab): TrackingStatus["trouble"] {
  if (retired || isStale()) return "stale";
  if (state === null || !state.paired) return "unpaired";
  if (leaseCount > 0) return null;
  return state.limited ? "limited" : "offline";
}
