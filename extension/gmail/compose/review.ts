/** Reviews the mail in a compose window: what will be tracked, and which findings to show. */
import type { Choice } from "../../lib/protocol/shapes/page";
import { perTab, type Tab } from "../tab";
import { choicesIn } from "./choices";
import { modeOf, readDraft } from "./draft";
import {
  type Clip,
  clipOf,
  decideLinks,
  isGuarded,
  type LinkDecision,
  pixelPoints,
} from "./findings";
import { type TrackingStatus, trackingStatus } from "./status";
import type { SwitchState } from "./switch";
import type { ComposeWindow } from "./windows";

export type Review = {
  readonly choice: Choice;
  readonly state: SwitchState;
  readonly recipients: readonly string[];
  readonly decisions: readonly LinkDecision[];
  readonly clip: Clip | null;
  /** The points that a mail filter may add for the pixel. */
  readonly points: number | null;
};

type Decided = { readonly from: string; readonly list: readonly LinkDecision[] };

class Reviews {
  /** The link decisions, with the input that they were derived from. */
  private decided = new WeakMap<ComposeWindow, Decided>();

  constructor(private readonly tab: Tab) {
    tab.on("status", () => {
      this.decided = new WeakMap();
    });
  }

  of(window: ComposeWindow): Review {
    const status = trackingStatus(this.tab);
    const choice = choicesIn(this.tab).of(window);
    const { links, recipients, bytes, shortHtml } = readDraft(window.root);
    const from = JSON.stringify([links, choice.without]);
    const known = this.decided.get(window);
    const list =
      known?.from === from ? known.list : decideLinks(links, status.linkCase(choice.without));
    this.decided.set(window, { from, list });
    const marked = choice.links ? list : [];
    const clip = clipOf(bytes, marked);
    const points = pixelPoints(shortHtml, marked);
    const state = stateOf(choice, modeOf(window.root), status.trouble);
    return { choice, state, recipients, decisions: list, clip, points };
  }
}

const reviews = perTab((tab) => new Reviews(tab));

export function reviewOf(tab: Tab, window: ComposeWindow): Review {
  return reviews(tab).of(window);
}

/** Returns whether the panel shows a finding that the switch has no room for. */
export function isNotable({ state, decisions, clip }: Review): boolean {
  return state === "tracked" && (decisions.some(isGuarded) || clip !== null);
}

function stateOf(
  { tracking, changed }: Choice,
  mode: ReturnType<typeof modeOf>,
  trouble: TrackingStatus["trouble"],
): SwitchState {
  if (!tracking) return "off";
  return trouble ?? mode ?? (changed ? "changed" : "tracked");
}
