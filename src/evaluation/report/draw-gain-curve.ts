import { scaleLinear } from "d3-scale";
import { element, type Markup } from "../../page/markup.js";
import { bottomAxis, FRAME, leftAxis, picture, place, shareTick } from "../../page/picture.js";
import type { RankingMetrics } from "../ranking-metrics.js";
import type { DomainReport, GainPoint } from "./backtest-report.js";
import { formatCutoff, formatShare } from "./format.js";

/** The gain curve between what chance finds and what the best possible order would find; a dot at every cutoff. */
export function drawGainCurve(id: string, { title, gain }: DomainReport, ranking: RankingMetrics): Markup {
  const x = scaleLinear([0, 1], [FRAME.left, FRAME.right]);
  const y = scaleLinear([0, 1], [FRAME.bottom, FRAME.top]);
  const curve = (points: readonly GainPoint[]): string => `M${points.map(({ share, recall }) => `${place(x(share))},${place(y(recall))}`).join("L")}`;
  const cuts = ranking.top.flatMap(({ cutoff, count, recall }) =>
    recall === undefined ? [] : [{ name: formatCutoff(cutoff), share: count / ranking.totalWeight, recall }],
  );
  return picture(
    {
      id,
      title: `Gain curve, ${title}`,
      description: `Share of all findings among the declarations with the highest scores. ${cuts.map(({ name, recall }) => `${name}: ${formatShare(recall)}`).join("; ")}.`,
    },
    FRAME,
    leftAxis(y, FRAME, "findings found", shareTick),
    bottomAxis(x, FRAME, "declarations inspected, highest score first", shareTick),
    element("path", { class: "line chance", d: curve([ORIGIN, ALL]) }),
    element("path", { class: "line best", d: curve([ORIGIN, { share: ranking.baseRate, recall: 1 }, ALL]) }),
    element("path", { class: "line profile", d: curve(gain) }),
    ...cuts.map(({ share, recall }) => element("circle", { class: "dot", cx: place(x(share)), cy: place(y(recall)), r: 4 })),
  );
}

const ORIGIN: GainPoint = { share: 0, recall: 0 };
const ALL: GainPoint = { share: 1, recall: 1 };
