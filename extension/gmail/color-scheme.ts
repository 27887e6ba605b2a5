/** Detects from the colour of Gmail's text whether Gmail's theme is dark. The system's theme may differ. */

/** Returns "dark" if the text of `node` is light. */
export function schemeOf(node: Element): "light" | "dark" {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(node).color.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "dark" : "light";
}
