/** Builds the status icon of a thread in Gmail's lists, with the status in words. */

import { moment } from "../../lib/i18n/datetimes";
import { say, sayCount } from "../../lib/i18n/texts";
import type { ThreadState, ThreadStatus } from "../../lib/protocol/shapes/activity";
import { element } from "../../lib/ui/element";

const SVG = "http://www.w3.org/2000/svg";

/**
 * The shapes: a ring without an open, an eye for an open, a disc with a tick for a certain open, an arrow for a
 * click. Shapes with `fill` are filled; the others are drawn as lines.
 */
const SHAPES: Record<ThreadState, readonly { d: string; fill?: true; hole?: true }[]> = {
  sent: [{ d: "M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z" }],
  opened: [
    { d: "M1.2 8C3.1 5 5.4 3.6 8 3.6S12.9 5 14.8 8C12.9 11 10.6 12.4 8 12.4S3.1 11 1.2 8z" },
    { d: "M8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4z", fill: true },
  ],
  opened_certain: [
    { d: "M8 1.2a6.8 6.8 0 1 0 0 13.6a6.8 6.8 0 1 0 0-13.6z", fill: true },
    { d: "M4.8 8.2l2.3 2.3 4.2-4.7", hole: true },
  ],
  clicked: [{ d: "M3.2 1.8l10 5.4-4.3 1.3 2.7 4.3-2.1 1.3-2.7-4.3-3 3.3z", fill: true }],
};

const drawn = new Map<ThreadState, Node>();

/** Builds the icon of a status; the status in words is its tooltip and its accessible name. */
export function statusIcon(status: ThreadStatus, scheme: string): HTMLElement {
  const words = wordsOf(status);
  const node = element("span", {
    class: "sightline-thread-status",
    attributes: {
      role: "img",
      title: words,
      "aria-label": words,
      "data-state": status.state,
      "data-scheme": scheme,
    },
  });
  node.append(iconOf(status.state));
  return node;
}

export function iconOf(state: ThreadState): Node {
  const icon = drawn.get(state) ?? draw(state);
  drawn.set(state, icon);
  return icon.cloneNode(true);
}

function draw(state: ThreadState): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  for (const { d, fill, hole } of SHAPES[state]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    path.setAttribute(
      "class",
      fill ? "sightline-fill" : hole ? "sightline-hole" : "sightline-line",
    );
    svg.append(path);
  }
  return svg;
}

export function wordsOf(status: ThreadStatus): string {
  const words = stateInWords(status);
  return status.muted ? `${words} (${say("thread_muted")})` : words;
}

function stateInWords({ state, recipients, opens, clicks, ...at }: ThreadStatus): string {
  if (state === "sent") return say("thread_sent", recipients, moment(at.sent_at));
  const { recipient_count = 1, certainty } = at;
  const who = recipient_count > 1 ? say("someone_of", recipient_count) : recipients;
  if (state === "clicked") return sayCount("thread_clicked", clicks, who, moment(at.last_click_at));
  const last = moment(at.last_open_at ?? at.first_open_at);
  if (certainty === null) return say("thread_loaded", last);
  return sayCount(state === "opened" ? "thread_opened" : "thread_certain", opens, who, last);
}
