/** What was chosen for drafts, so that a "no" said in one tab holds in the next. */

import { isKeptWish } from "../lib/protocol/guards/page";
import type { Asks } from "../lib/protocol/messages";
import { change, read } from "./store";

const WISHES_KEPT = 100;

export const wishes = {
  "page/wish": keepWish,
  "page/wishes": async (): Promise<Asks["page/wishes"]["answer"]> => (await read("wishes")).wishes,
};

async function keepWish({ wish }: Record<string, unknown>): Promise<true> {
  if (!isKeptWish(wish)) throw new Error("malformed wish");
  const { draft, tracking, links, without } = wish;
  await change(["wishes"], ({ wishes: kept }) => {
    const others = kept.filter((one) => one.draft !== draft);
    return { wishes: [...others, { draft, tracking, links, without }].slice(-WISHES_KEPT) };
  });
  return true;
}
