/** Feature: sends a mail with several recipients as individual copies, each with its own marks. */
import { ask } from "../../lib/protocol/messages";
import { perTab, type Tab } from "../tab";
import { Copying } from "./copies";
import { composeWindows } from "./windows";

export const copyingIn = perTab(
  (tab) =>
    new Copying(
      (draft) => tab.emit("askSaved", draft),
      () => composeWindows(tab).refresh(),
    ),
);

export function init(tab: Tab): void {
  const copying = copyingIn(tab);
  composeWindows(tab).onDraw(({ root, draft }) => copying.meet(root, draft));
  tab.on("saved", (answer) => copying.hear(answer));
  tab.on("left", (drafts) => void copying.left(drafts));
  tab.on("state", () => {
    void ask("page/copies/drafts", {}).then(
      (drafts) => copying.learn(drafts),
      () => {},
    );
  });
}
