/** Stores the choices for drafts, so that a choice made in one tab also applies in other tabs. */

import { isDraftPreferences } from "../lib/protocol/guards/page";
import type { Asks } from "../lib/protocol/messages";
import { change, read } from "./store";

const DRAFTS_KEPT = 100;

export const preferences = {
  "page/preferences": keepPreferences,
  "page/preferences/all": async (): Promise<Asks["page/preferences/all"]["answer"]> =>
    (await read("preferences")).preferences,
};

async function keepPreferences({ preferences }: Record<string, unknown>): Promise<true> {
  if (!isDraftPreferences(preferences)) throw new Error("malformed preferences");
  const { draft, tracking, links, without } = preferences;
  await change(["preferences"], ({ preferences: kept }) => {
    const others = kept.filter((one) => one.draft !== draft);
    return { preferences: [...others, { draft, tracking, links, without }].slice(-DRAFTS_KEPT) };
  });
  return true;
}
