/** Says why there is no answer of the server, in the same words in Gmail, the popup and the settings. */
import { type Key, say } from "../i18n/texts";
import type { Link, Trouble } from "../protocol/shapes/account";

type Words = {
  readonly title: Key;
  readonly words: Key;
  readonly advice: Key;
  readonly label: Key;
};

const UNREACHABLE: Words = {
  title: "offline_title",
  words: "offline_words",
  advice: "offline_advice",
  label: "switch_offline",
};
const IN_THE_WAY = {
  title: "blocked_title",
  advice: "blocked_advice",
  label: "switch_blocked",
} as const;
const ILL = { title: "failing_title", advice: "failing_advice", label: "switch_failing" } as const;
const WORDS: Record<Trouble["why"], Words> = {
  unreachable: UNREACHABLE,
  permission: { ...IN_THE_WAY, words: "trouble_permission", advice: "permission_advice" },
  redirect: { ...IN_THE_WAY, words: "trouble_redirect" },
  stranger: { ...IN_THE_WAY, words: "trouble_stranger" },
  failing: { ...ILL, words: "trouble_failing" },
  garbage: { ...ILL, words: "trouble_garbage", advice: "garbage_advice" },
  address: { ...ILL, words: "trouble_address", advice: "address_advice" },
};

/** Returns the trouble of a link that is not online; one without a reason was noted by an older version. */
export function troubleIn({ trouble }: Link): Trouble {
  return trouble ?? { why: "unreachable", status: 0 };
}

/** Says who answered what instead of the server, in one sentence. */
export function troubleWords({ why, status }: Trouble, server: string): string {
  return say(wordsOf(why).words, server, status);
}

export const troubleTitle = ({ why }: Trouble): string => say(wordsOf(why).title);
export const troubleAdvice = ({ why }: Trouble): string => say(wordsOf(why).advice);
/** Says it in two or three words, beside Send. */
export const troubleLabel = ({ why }: Trouble): string => say(wordsOf(why).label);

function wordsOf(why: string): Words {
  return Object.hasOwn(WORDS, why) ? WORDS[why as Trouble["why"]] : UNREACHABLE;
}
