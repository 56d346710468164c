import { scaleLinear } from "d3-scale";
import { element, type Markup } from "../../page/markup.js";
import { bottomAxis, FRAME, type Frame, numberTick, picture, place, type Scale } from "../../page/picture.js";
import type { DomainReport, ScoreBin } from "./backtest-report.js";
import { formatPointsShort, formatShare, plural } from "./format.js";

/** One strip per outcome. */
const STRIPS = [
  { key: "findings", what: "with a finding" },
  { key: "others", what: "without a finding" },
  { key: "unknown", what: "outcome not known" },
] as const;

type Outcome = (typeof STRIPS)[number]["key"];

const STRIP_HEIGHT = 96;
const HEADROOM = 22;
const THRESHOLD_HEADROOM = 30;

/**
 * The distribution of the scores per outcome, one above the other on one scale, each in shares of its own number, with the
 * channels' thresholds; at least one bin.
 */
export function drawScores(id: string, { title, scores, thresholds }: DomainReport): Markup {
  const strips = STRIPS.map((strip) => ({ ...strip, total: scores.reduce((sum, bin) => sum + bin[strip.key], 0) })).filter(({ total }) => total > 0);
  const bottom = THRESHOLD_HEADROOM + strips.length * STRIP_HEIGHT;
  const frame = { ...FRAME, left: 12, top: THRESHOLD_HEADROOM, bottom, height: bottom + 46 };
  const [{ from }, { to }] = [scores[0] as ScoreBin, scores.at(-1) as ScoreBin];
  const x = scaleLinear([from, to], [frame.left, frame.right]);
  const visible = thresholds.filter(({ points }) => points >= from && points <= to);
  return picture(
    {
      id,
      title: `Scores by outcome, ${title}`,
      description: [
        `Scores from ${numberTick(from)} to ${numberTick(to)} points.`,
        ...strips.map(
          ({ key, what, total }) =>
            `${plural(total, "declaration", "declarations")} ${what}, half of them below ${numberTick(medianEdge(scores, key, total))}.`,
        ),
        ...thresholds.map(({ channel, points }) => `${channel} from ${formatPointsShort(points)} points.`),
      ].join(" "),
    },
    frame,
    bottomAxis(x, frame, "score in points", numberTick, 6),
    ...strips.map((strip, index) => drawStrip(strip.key, scores, x, frame, floorOf(index))),
    ...visible.map(({ points }, index) => {
      const at = place(x(points));
      return element("line", { class: "threshold", x1: at, x2: at, y1: 4 + (index % 2) * 13, y2: bottom });
    }),
    // the texts last, so that their outlines part the lines
    ...strips.map(({ key, what, total }, index) => {
      const most = Math.max(...scores.map((bin) => bin[key]));
      const text = `${plural(total, "declaration", "declarations")} ${what}; tallest bar ${formatShare(most / total)}`;
      return element("text", { class: "strip", x: frame.left + 2, y: floorOf(index) - STRIP_HEIGHT + 16 }, text);
    }),
    ...visible.map(({ channel, points }, index) => {
      const at = place(x(points));
      const isRight = at > (frame.left + frame.right) / 2;
      const attributes = { class: "strip", x: at + (isRight ? -4 : 4), y: 12 + (index % 2) * 13, "text-anchor": isRight ? "end" : "start" };
      return element("text", attributes, `${channel} from ${formatPointsShort(points)}`);
    }),
  );
}

function floorOf(strip: number): number {
  return THRESHOLD_HEADROOM + (strip + 1) * STRIP_HEIGHT;
}

function drawStrip(key: Outcome, scores: readonly ScoreBin[], x: Scale, { left, right }: Frame, floor: number): Markup {
  const y = scaleLinear([0, Math.max(...scores.map((bin) => bin[key]))], [floor, floor - STRIP_HEIGHT + HEADROOM]);
  const bars = scores
    .filter((bin) => bin[key] > 0)
    .map((bin) => {
      const [start, end, top] = [x(bin.from) + 0.75, x(bin.to) - 0.75, y(bin[key])];
      return element("rect", { class: key, x: place(start), y: place(top), width: place(end - start), height: place(floor - top) });
    });
  return element("g", {}, ...bars, element("line", { class: "base", x1: left, x2: right, y1: floor, y2: floor }));
}

/** The upper edge of the bin that holds the middle declaration. */
function medianEdge(scores: readonly ScoreBin[], key: Outcome, total: number): number {
  let seen = 0;
  const middle = scores.findIndex((bin) => {
    seen += bin[key];
    return seen * 2 >= total;
  });
  return (scores[middle] as ScoreBin).to;
}
