import { element, type Markup } from "./markup.js";

/** What the lines of a picture are, with a sample of each. */
export function lineLegend(...entries: readonly (readonly [className: string, name: string])[]): Markup {
  return element(
    "ul",
    { class: "legend" },
    ...entries.map(([className, name]) =>
      element(
        "li",
        {},
        element(
          "svg",
          { xmlns: "http://www.w3.org/2000/svg", viewBox: "0 0 32 12", "aria-hidden": "true" },
          element("line", { class: `line ${className}`, x1: 0, x2: 32, y1: 6, y2: 6 }),
        ),
        name,
      ),
    ),
  );
}
