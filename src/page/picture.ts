import { type Child, element, type Markup } from "./markup.js";

/** A linear scale from data to places in a picture, such as d3-scale makes. */
export interface Scale {
  (value: number): number;
  /** About so many round values. */
  readonly ticks: (count: number) => readonly number[];
}

/** The inner area of a picture, and its size; a unit is a CSS pixel on a phone. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The frame of pictures that stand beside a table. */
export const FRAME: Frame = { width: 400, height: 300, left: 52, right: 380, top: 12, bottom: 254 };

/** What a picture says to those who do not see it. */
export interface PictureText {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A picture with title and description for screen readers. */
export function picture({ id, title, description }: PictureText, { width, height }: Pick<Frame, "width" | "height">, ...content: readonly Child[]): Markup {
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", class: "picture", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": `${id}-title ${id}-desc` },
    element("title", { id: `${id}-title` }, title),
    element("desc", { id: `${id}-desc` }, description),
    ...content,
  );
}

/** An axis below the frame, with its name. */
export function bottomAxis(scale: Scale, { left, right, top, bottom }: Frame, name: string, format: (value: number) => string, count = 5): Markup {
  const middle = (left + right) / 2;
  return element(
    "g",
    { class: "axis" },
    ...scale.ticks(count).map((value) => {
      const x = place(scale(value));
      return [
        element("line", { class: "grid", x1: x, x2: x, y1: top, y2: bottom }),
        element("text", { x, y: bottom + 16, "text-anchor": "middle" }, format(value)),
      ];
    }),
    element("line", { class: "base", x1: left, x2: right, y1: bottom, y2: bottom }),
    element("text", { class: "name", x: middle, y: bottom + 36, "text-anchor": "middle" }, name),
  );
}

/** An axis left of the frame, with its name turned. */
export function leftAxis(scale: Scale, { left, right, top, bottom }: Frame, name: string, format: (value: number) => string, count = 5): Markup {
  const middle = place((top + bottom) / 2);
  return element(
    "g",
    { class: "axis" },
    ...scale.ticks(count).map((value) => {
      const y = place(scale(value));
      return [
        element("line", { class: "grid", x1: left, x2: right, y1: y, y2: y }),
        element("text", { x: left - 6, y: y + 4, "text-anchor": "end" }, format(value)),
      ];
    }),
    element("text", { class: "name", transform: `translate(12 ${middle}) rotate(-90)`, "text-anchor": "middle" }, name),
  );
}

/** A place in a picture: two decimals are more than a screen shows, and the same everywhere. */
export function place(value: number): number {
  return Number(value.toFixed(2));
}

/** The ticks of a scale of shares. */
export function shareTick(value: number): string {
  return `${Number((100 * value).toFixed(2))}%`;
}

/** The ticks of a scale of numbers. */
export function numberTick(value: number): string {
  return String(Number(value.toFixed(6))).replace("-", "\u2212");
}
