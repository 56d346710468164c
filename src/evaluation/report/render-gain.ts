import type { Interval } from "../../core/wilson.js";
import { lineLegend } from "../../page/legend.js";
import { element, type Markup } from "../../page/markup.js";
import { note } from "../../page/note.js";
import { table } from "../../page/table.js";
import type { TopMetrics } from "../top-metrics.js";
import type { DomainReport } from "./backtest-report.js";
import { drawGainCurve } from "./draw-gain-curve.js";
import { formatCount, formatCutoff, formatDecimal, formatInterval, formatShare } from "./format.js";

/** What the order by score finds: the gain curve and its cutoffs. */
export function renderGain(id: string, domain: DomainReport): Markup {
  const { ranking, naive, gain, intervals } = domain;
  const heading = element("h3", {}, "What the order by score finds");
  if (ranking === undefined) return element("div", {}, heading, note("No outcome is known for this domain: its order cannot be measured."));
  const rows = ranking.top.map((top, index) => ({ top, interval: intervals?.precision[index], naive: naive?.top[index] }));
  const figures = element("div", {}, rows.length === 0 ? undefined : cutoffTable(domain.title, rows), metricsNote(domain));
  if (gain.length === 0) return element("div", {}, heading, note("There is no finding, so there is no gain curve."), figures);
  const legend = lineLegend(["profile", "this score"], ["best", "the best possible order"], ["chance", "no order at all"]);
  const caption = "Read upwards: inspecting so many declarations from the top finds so many of all findings. The dots are the cutoffs of the table.";
  const figure = element("figure", {}, legend, drawGainCurve(`${id}-gain`, domain, ranking), element("figcaption", {}, caption));
  return element("div", {}, heading, element("div", { class: "pair" }, figure, figures));
}

function metricsNote({ ranking, naive }: DomainReport): Markup | undefined {
  if (ranking?.rocAuc === undefined) return undefined;
  const metrics = `ROC AUC ${formatDecimal(ranking.rocAuc, 3)}, Gini ${formatDecimal(ranking.gini, 3)}, KS ${formatDecimal(ranking.ks, 3)}, average precision ${formatDecimal(ranking.averagePrecision, 3)}.`;
  return note(naive === undefined ? metrics : `${metrics} Without weights (naive, biased): ROC AUC ${formatDecimal(naive.rocAuc, 3)}.`);
}

interface CutoffRow {
  readonly top: TopMetrics;
  readonly interval: Interval | undefined;
  readonly naive: TopMetrics | undefined;
}

function cutoffTable(title: string, rows: readonly CutoffRow[]): Markup {
  const withNaive = rows.some(({ naive }) => naive !== undefined);
  const withRevenue = rows.some(({ top }) => top.revenue !== undefined);
  return table(
    `${title}: declarations with the highest scores${withNaive ? ", weighted" : ""}; precision with its 95% interval`,
    [
      { name: "Cut", kind: "head", cell: ({ top }) => formatCutoff(top.cutoff) },
      { name: "Inspected", kind: "number", cell: ({ top }) => formatCount(top.count) },
      { name: "Found", kind: "number", cell: ({ top }) => formatCount(top.hits) },
      {
        name: "Precision",
        kind: "number",
        cell: ({ top, interval }) => [formatShare(top.precision), element("span", { class: "sub" }, formatInterval(interval))],
      },
      { name: "Lift", kind: "number", cell: ({ top }) => formatDecimal(top.lift, 1) },
      { name: "Of all findings", kind: "number", cell: ({ top }) => formatShare(top.recall) },
      { name: "Of the best possible", kind: "number", cell: ({ top }) => formatShare(top.hitsOfBest) },
      ...(withRevenue ? [{ name: "Revenue", kind: "number", cell: ({ top }: CutoffRow) => formatCount(top.revenue) } as const] : []),
      ...(withNaive ? [{ name: "Precision (naive, biased)", kind: "number", cell: ({ naive }: CutoffRow) => formatShare(naive?.precision) } as const] : []),
    ],
    rows,
  );
}
