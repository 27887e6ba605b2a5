/** What a person chose for one mail: between compose windows, and between tabs through the worker. */
import { flag, isFields, listOf, text } from "./guards";

export type Wish = {
  /** Null until it was chosen: then the default counts. */
  readonly tracking: boolean | null;
  readonly links: boolean | null;
  /** Addresses of links that stay as they are. */
  readonly without: readonly string[];
};

export type KeptWish = Wish & { readonly draft: string };

export function isKeptWish(value: unknown): value is KeptWish {
  if (!isFields(value) || !text(value.draft) || !listOf(text)(value.without)) return false;
  return [value.tracking, value.links].every((choice) => choice === null || flag(choice));
}
