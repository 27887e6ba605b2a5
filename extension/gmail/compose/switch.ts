/** Builds the control next to Send: a switch that says what will happen, and a button that opens the panel. */

import { type Key, say } from "../../lib/i18n/texts";
import type { Trouble } from "../../lib/protocol/shapes/account";
import { element, setAttribute, setText } from "../../lib/ui/element";
import { troubleLabel, troubleWords } from "../../lib/ui/trouble";
import { onClick } from "../click";

export type SwitchState =
  | "tracked"
  | "off"
  | "offline"
  | "limited"
  | "unpaired"
  | "stale"
  | "plain"
  | "sealed"
  | "changed";

const WORDS: Record<SwitchState, { label: Key; title: Key }> = {
  tracked: { label: "switch_tracked", title: "switch_tracked_title" },
  off: { label: "switch_off", title: "switch_off_title" },
  offline: { label: "switch_offline", title: "switch_offline_title" },
  limited: { label: "switch_limited", title: "switch_limited_title" },
  unpaired: { label: "not_connected", title: "switch_unpaired_title" },
  stale: { label: "switch_stale", title: "switch_stale_title" },
  plain: { label: "switch_plain", title: "switch_plain_title" },
  sealed: { label: "switch_sealed", title: "switch_sealed_title" },
  changed: { label: "switch_changed", title: "switch_changed_title" },
};

/** Why the server does not answer, and under which address it was asked. */
export type SwitchTrouble = Trouble & { readonly server: string };

export function stateWords(state: SwitchState, trouble: SwitchTrouble | null): string {
  if (state !== "offline" || isOrdinary(trouble)) return say(WORDS[state].title);
  return say("switch_trouble_title", troubleWords(trouble, trouble.server));
}

function labelOf(state: SwitchState, trouble: SwitchTrouble | null): string {
  const ordinary = state !== "offline" || isOrdinary(trouble);
  return ordinary ? say(WORDS[state].label) : troubleLabel(trouble);
}

function isOrdinary(trouble: SwitchTrouble | null): trouble is null {
  return trouble === null || trouble.why === "unreachable";
}

export type Switch = {
  readonly root: HTMLElement;
  /** The button that opens the panel. */
  readonly more: HTMLButtonElement;
  /** Shows `state`. `findings`: whether the panel shows a finding that the switch has no room for. */
  show(state: SwitchState, findings: boolean, trouble: SwitchTrouble | null): void;
  /** Returns the state that the switch shows. */
  state(): string | null;
};

/** Builds the control. Both parts are buttons, so that keyboards and screen readers can use them. */
export function makeSwitch(toggle: () => void): Switch {
  const label = element("span", { class: "sightline-label" });
  const knob = element("span", { class: "sightline-knob", attributes: { "aria-hidden": "true" } });
  const button = element(
    "button",
    {
      class: "sightline sightline-switch",
      attributes: { type: "button", role: "switch", "data-testid": "sightline-switch" },
    },
    knob,
    label,
  );
  const more = element("button", {
    class: "sightline-more",
    attributes: {
      type: "button",
      "aria-expanded": "false",
      "data-testid": "sightline-more",
    },
  });
  onClick(button, toggle);
  return {
    root: element("span", { class: "sightline-box" }, button, more),
    more,
    state: () => button.getAttribute("data-state"),
    show(state, findings, trouble) {
      const words = labelOf(state, trouble);
      const about = say(findings ? "panel_open_findings" : "panel_open");
      setText(label, words);
      setAttribute(button, "data-state", state);
      setAttribute(button, "title", stateWords(state, trouble));
      setAttribute(button, "aria-label", `Sightline: ${words}`);
      setAttribute(button, "aria-checked", String(state === "tracked"));
      setAttribute(more, "aria-label", about);
      setAttribute(more, "title", about);
      setAttribute(more, "data-findings", String(findings));
    },
  };
}
