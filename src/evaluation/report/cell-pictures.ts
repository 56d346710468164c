import { scaleLinear } from "d3-scale";
import type { Interval } from "../../core/wilson.js";
import { element, type Markup } from "../../page/markup.js";
import { place } from "../../page/picture.js";

// They only repeat what a number beside them says, so screen readers pass over them; they stretch with their cell.
const WIDTH = 100;
const HEIGHT = 14;

/** A bar from zero: to the right in the colour of findings, to the left in the other one. `reach` is the magnitude that fills a side. */
export function divergingBar(value: number, reach: number): Markup {
  const x = scaleLinear([-reach, reach], [0, WIDTH]).clamp(true);
  const [from, to] = reach > 0 ? [x(Math.min(0, value)), x(Math.max(0, value))] : [WIDTH / 2, WIDTH / 2];
  return cellPicture(
    element("rect", { class: value < 0 ? "others" : "findings", x: place(from), y: 2, width: place(to - from), height: HEIGHT - 4 }),
    element("line", { class: "base", x1: WIDTH / 2, x2: WIDTH / 2, y1: 0, y2: HEIGHT }),
  );
}

/** A bar from the left. */
export function bar(value: number, reach: number): Markup {
  const width = reach > 0 ? place(scaleLinear([0, reach], [0, WIDTH]).clamp(true)(value)) : 0;
  return cellPicture(
    element("rect", { class: "plain", x: 0, y: 2, width, height: HEIGHT - 4 }),
    element("line", { class: "base", x1: 0, x2: 0, y1: 0, y2: HEIGHT }),
  );
}

/** A share with its interval, on 0 to `reach`, and a mark to compare with. */
export function whisker(value: number, { lower, upper }: Interval, reach: number, mark?: number): Markup {
  const x = scaleLinear([0, reach], [1, WIDTH - 1]).clamp(true);
  const at = (share: number): number => place(x(share));
  return cellPicture(
    element("line", { class: "base", x1: 0, x2: WIDTH, y1: HEIGHT - 1, y2: HEIGHT - 1 }),
    mark === undefined ? undefined : element("line", { class: "mark", x1: at(mark), x2: at(mark), y1: 0, y2: HEIGHT }),
    element("line", { class: "whisker", x1: at(lower), x2: at(upper), y1: HEIGHT / 2, y2: HEIGHT / 2 }),
    element("rect", { class: "findings", x: place(at(value) - 1.5), y: 2, width: 3, height: HEIGHT - 4 }),
  );
}

function cellPicture(...content: readonly (Markup | undefined)[]): Markup {
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: "cell",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  };
  return element("svg", attributes, ...content);
}
