import { formatPoints } from "../../core/micropoints.js";
import { element, type Markup } from "../../page/markup.js";
import { picture, place } from "../../page/picture.js";
import type { DomainExplanation } from "../explanation.js";
import type { Messages } from "../messages/messages.js";
import { channelName, decimalsOf, placeText, pointsText } from "../wording.js";

/** One step of the sum. */
interface Step {
  readonly name: string;
  readonly micropoints: number;
}

const WIDTH = 400;
const SIDE = 10;
const ROW = 36;
const NAME = 22;
const BAR = 11;
// so far that the outlines of letters with descenders stay off the bar
const NAME_ABOVE = 8;
const MOST_STEPS = 14;
const MOST_LETTERS = 46;
const THRESHOLD_ROW = 15;

/** How the points of a domain add up, from the base to the sum, with the thresholds that the sum is held against. */
export function drawWaterfall(id: string, domain: DomainExplanation, messages: Messages): Markup {
  const steps = stepsOf(domain, messages);
  const decimals = decimalsOf(domain);
  const points = (micropoints: number): string => formatPoints(micropoints, decimals).replace("-", "\u2212");
  const sums = runningSums(steps);
  const marks = [...sums, ...domain.thresholds.map(({ micropoints }) => micropoints)];
  const [least, most] = [Math.min(...marks), Math.max(...marks)];
  const x = (micropoints: number): number => place(SIDE + (most > least ? (micropoints - least) / (most - least) : 0.5) * (WIDTH - 2 * SIDE));
  const top = domain.thresholds.length * THRESHOLD_ROW + 4;
  const bottom = top + (steps.length + 1) * ROW;
  const thresholds = domain.thresholds.map(({ channel, micropoints }) => ({
    at: x(micropoints),
    text: messages.threshold(channelName(channel, messages), pointsText(micropoints).replace("-", "\u2212")),
  }));
  const barAt = (row: number): number => top + row * ROW + NAME;
  return picture(
    {
      id,
      title: messages.pictureTitle(domain.title),
      description: messages.picture(
        domain.title,
        points(domain.micropoints),
        channelName(domain.channel, messages),
        thresholds.map(({ text }) => text).join(", "),
      ),
    },
    { width: WIDTH, height: bottom + 4 },
    ...thresholds.map(({ at }, index) => element("line", { class: "threshold", x1: at, x2: at, y1: index * THRESHOLD_ROW + 2, y2: bottom })),
    ...sums.map((sum, row) => element("line", { class: "base", x1: x(sum), x2: x(sum), y1: barAt(row), y2: barAt(row + 1) + BAR / 2 })),
    ...steps.map(({ micropoints }, row) => {
      const [from, to] = [sums[row - 1], sums[row] as number];
      if (from === undefined) return element("circle", { class: "dot", cx: x(to), cy: barAt(row) + BAR / 2, r: 5 });
      const [x1, x2] = [x(Math.min(from, to)), x(Math.max(from, to))];
      return element("rect", { class: micropoints < 0 ? "others" : "findings", x: x1, y: barAt(row), width: Math.max(1, place(x2 - x1)), height: BAR });
    }),
    element("circle", { class: "dot", cx: x(domain.micropoints), cy: barAt(steps.length) + BAR / 2, r: 7 }),
    // the texts last, so that their outlines part the lines
    ...[...steps, { name: messages.sum, micropoints: domain.micropoints }].map(({ name, micropoints }, row) => [
      element("text", { class: "strip", x: SIDE, y: barAt(row) - NAME_ABOVE }, name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name),
      element("text", { class: "strip amount", x: WIDTH - SIDE, y: barAt(row) - NAME_ABOVE, "text-anchor": "end" }, points(micropoints)),
    ]),
    ...thresholds.map(({ at, text }, index) => {
      const isRight = at > WIDTH / 2;
      return element("text", { class: "strip", x: at + (isRight ? -4 : 4), y: index * THRESHOLD_ROW + 12, "text-anchor": isRight ? "end" : "start" }, text);
    }),
  );
}

/** The base, the heaviest reasons, and the rest in one. */
function stepsOf({ reasons }: DomainExplanation, messages: Messages): readonly Step[] {
  const steps = reasons.map(({ kind, id, text, item, micropoints }) => ({
    name: kind === "base" ? text : `${id}${placeText(item, messages)}`,
    micropoints,
  }));
  if (steps.length <= MOST_STEPS) return steps;
  const rest = steps.slice(MOST_STEPS - 1);
  return [...steps.slice(0, MOST_STEPS - 1), { name: messages.otherReasons(rest.length), micropoints: rest.reduce((sum, step) => sum + step.micropoints, 0) }];
}

function runningSums(steps: readonly Step[]): readonly number[] {
  let sum = 0;
  return steps.map(({ micropoints }) => {
    sum += micropoints;
    return sum;
  });
}
