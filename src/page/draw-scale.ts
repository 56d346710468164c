import type { Block } from "./document.js";
import { element, type Markup } from "./markup.js";
import { picture, place } from "./picture.js";

const WIDTH = 400;
const SIDE = 10;
const ROW = 18;
const BELOW = 22;

/** A line of numbers with marks on it, each mark with its words in a row of its own. */
export function drawScale(id: string, { title, description, marks: stated }: Extract<Block, { readonly kind: "scale" }>): Markup {
  // the start has no line up to its words, so they stand next to it
  const marks = [...stated.filter(({ kind }) => kind === "threshold"), ...stated.filter(({ kind }) => kind === "start")];
  const places = marks.map(({ at }) => at);
  const [least, most] = [Math.min(...places), Math.max(...places)];
  const x = (at: number): number => place(SIDE + (most > least ? (at - least) / (most - least) : 0.5) * (WIDTH - 2 * SIDE));
  const floor = marks.length * ROW + 8;
  return picture(
    { id, title, description },
    { width: WIDTH, height: floor + BELOW },
    element("line", { class: "base", x1: 0, x2: WIDTH, y1: floor, y2: floor }),
    ...marks.map(({ at, kind }, row) =>
      kind === "start"
        ? element("circle", { class: "dot", cx: x(at), cy: floor, r: 6 })
        : element("line", { class: "threshold", x1: x(at), x2: x(at), y1: row * ROW + 4, y2: floor + 6 }),
    ),
    // the texts last, so that their outlines part the lines
    ...marks.map(({ at, text }, row) => {
      const isRight = x(at) > WIDTH / 2;
      return element("text", { class: "strip", x: x(at) + (isRight ? -5 : 5), y: row * ROW + 16, "text-anchor": isRight ? "end" : "start" }, text);
    }),
  );
}
