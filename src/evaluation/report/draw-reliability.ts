import { scaleLinear } from "d3-scale";
import { element, type Markup } from "../../page/markup.js";
import { bottomAxis, FRAME, leftAxis, picture, place, shareTick } from "../../page/picture.js";
import type { ReliabilityBin } from "../probability-metrics.js";
import { formatCount, formatShare } from "./format.js";

/** What was found against what was predicted, per group, with intervals; on the dashed line both are the same. */
export function drawReliability(id: string, title: string, reliability: readonly ReliabilityBin[]): Markup {
  const highest = reliability.reduce((most, { meanPrediction, interval }) => Math.max(most, meanPrediction, interval.upper), 0.01);
  const x = scaleLinear([0, highest], [FRAME.left, FRAME.right]).nice(5);
  const [, reach = 1] = x.domain();
  const y = scaleLinear([0, reach], [FRAME.bottom, FRAME.top]);
  const total = reliability.reduce((sum, { weight }) => sum + weight, 0);
  return picture(
    {
      id,
      title: `Reliability, ${title}`,
      description: reliability
        .map((bin) => `${formatCount(bin.weight)} declarations at ${formatShare(bin.meanPrediction)} predicted: ${formatShare(bin.findingRate)} found.`)
        .join(" "),
    },
    FRAME,
    leftAxis(y, FRAME, "found", shareTick),
    bottomAxis(x, FRAME, "predicted probability", shareTick),
    element("line", { class: "line chance", x1: place(x(0)), y1: place(y(0)), x2: place(x(reach)), y2: place(y(reach)) }),
    ...reliability.map(({ meanPrediction, findingRate, interval, weight }) => {
      const at = place(x(meanPrediction));
      return [
        element("line", { class: "whisker", x1: at, x2: at, y1: place(y(interval.lower)), y2: place(y(interval.upper)) }),
        // the area goes with the number of declarations
        element("circle", { class: "dot", cx: at, cy: place(y(findingRate)), r: place(3 + 5 * Math.sqrt(weight / total)) }),
      ];
    }),
  );
}
