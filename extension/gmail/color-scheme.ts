/** Gmail's dark themes are its own, not the system's: seen by the colour of its text. */

/** Light text stands on something dark. */
export function schemeOf(node: Element): "light" | "dark" {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(node).color.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "dark" : "light";
}
