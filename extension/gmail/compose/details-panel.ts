/** Feature: the panel next to the switch, which shows what will happen to the mail and to each of its links. */
import { ask } from "../../lib/protocol/messages";
import { perTab, type Tab } from "../tab";
import { choicesIn } from "./choices";
import { ImageBlocking } from "./image-blocking";
import { copyingIn } from "./individual-copies";
import { makePanel, type Panel, type PanelActions, type Shown } from "./panel";
import { type Review, reviewOf } from "./review";
import { trackingStatus } from "./status";
import { switchOf } from "./tracking-switch";
import { type ComposeWindow, composeWindows } from "./windows";

const imageBlocking = perTab(
  (tab) =>
    new ImageBlocking(
      (recipients) => ask("page/image-blocking", { recipients }),
      () => composeWindows(tab).refresh(),
    ),
);

export function init(tab: Tab): void {
  const windows = composeWindows(tab);
  const panels = new WeakMap<ComposeWindow, Panel>();
  windows.onFound((window) => {
    if (panels.has(window)) return;
    const { root, more } = switchOf(tab, window);
    const panel = makePanel(more, actionsFor(tab, window), () => windows.refresh());
    root.append(panel.root);
    panels.set(window, panel);
  });
  windows.onDraw((window) => {
    const panel = panels.get(window);
    if (panel?.isOpen()) panel.show(shownFor(tab, window, reviewOf(tab, window)));
  });
}

function actionsFor(tab: Tab, window: ComposeWindow): PanelActions {
  const choices = choicesIn(tab);
  return {
    track: (tracking) => choices.change(window, () => ({ tracking })),
    links: (links) => choices.change(window, () => ({ links })),
    link: (url, on) =>
      choices.change(window, ({ without }) => ({
        without: on ? without.filter((one) => one !== url) : [...without, url],
      })),
    copies: () => void copyingIn(tab).press({ ...choices.of(window), root: window.root }),
    remember: () => choices.makeDefault(window),
  };
}

function shownFor(tab: Tab, window: ComposeWindow, review: Review): Shown {
  const { choice, state, recipients, decisions, clip, points } = review;
  const { tracking, links } = choice;
  const status = trackingStatus(tab);
  const differs = tracking !== status.tracking || links !== status.links;
  const tracked = state === "tracked";
  return {
    state,
    trouble: tab.state?.trouble ?? null,
    tracking,
    links,
    decisions,
    clip,
    points: tracked ? points : null,
    recipients: recipients.length,
    blocking: tracked ? imageBlocking(tab).blocking(recipients) : [],
    copies: tracked ? copyingIn(tab).view(window.root, recipients.length) : null,
    differs: differs && status.trouble !== "unpaired" && status.trouble !== "stale",
  };
}
