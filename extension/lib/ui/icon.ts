/** Builds the line icons of the popup and the options page. */

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  bell: "M5 7.5a5 5 0 0 1 10 0c0 4 1.8 5 1.8 5H3.2S5 11.5 5 7.5M8.5 15.5a1.6 1.6 0 0 0 3 0",
  muted:
    "M3 3l14 14M6 5a5 5 0 0 1 9 2.5c0 1.6.3 2.7.7 3.5M13 12.5H3.2S5 11.5 5 7.5M8.5 15.5a1.6 1.6 0 0 0 3 0",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6v4l2.6 1.6",
} as const;

export type IconName = keyof typeof PATHS;

/** Returns a decorative icon; the control around it has the accessible name. */
export function icon(name: IconName): SVGSVGElement {
  const drawn = document.createElementNS(SVG, "svg");
  for (const [key, value] of [
    ["viewBox", "0 0 20 20"],
    ["aria-hidden", "true"],
  ] as const)
    drawn.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  drawn.append(path);
  return drawn;
}
