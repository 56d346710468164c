import { lineLegend } from "../../page/legend.js";
import { element, type Markup } from "../../page/markup.js";
import { note } from "../../page/note.js";
import { table } from "../../page/table.js";
import type { ReliabilityBin } from "../probability-metrics.js";
import type { DomainReport } from "./backtest-report.js";
import { drawReliability } from "./draw-reliability.js";
import { formatCount, formatDecimal, formatInterval, formatShare } from "./format.js";

/** Whether the probabilities hold: only where they are calibrated; otherwise that is said. */
export function renderReliability(id: string, { title, calibrated, probability, reliability }: DomainReport): Markup {
  const heading = element("h3", {}, "Whether the probabilities hold");
  if (!calibrated)
    return element("div", {}, heading, note("Not drawn: this domain's scores are not calibrated. They put declarations in order; they are no probabilities."));
  if (probability === undefined) return element("div", {}, heading, note("Not drawn: the probabilities are calibrated, but no outcome is known."));
  const { brier, logLoss, ece } = probability;
  const figure = element(
    "figure",
    {},
    lineLegend(["chance", "predicted and found are the same"]),
    drawReliability(`${id}-reliability`, title, reliability),
    element("figcaption", {}, "A dot above the line: more was found than predicted. The larger the dot, the more declarations; lines are 95% intervals."),
  );
  const groups = table(
    `${title}: declarations in groups of about the same size, by predicted probability`,
    [
      { name: "Predicted", kind: "head", cell: (bin: ReliabilityBin) => `${formatShare(bin.from)} to ${formatShare(bin.to)}` },
      { name: "Declarations", kind: "number", cell: ({ weight }) => formatCount(weight) },
      { name: "Mean predicted", kind: "number", cell: ({ meanPrediction }) => formatShare(meanPrediction) },
      { name: "Found", kind: "number", cell: ({ findingRate }) => formatShare(findingRate) },
      { name: "95% interval", kind: "number", cell: ({ interval }) => formatInterval(interval) },
    ],
    reliability,
  );
  const metrics = `Expected calibration error ${formatDecimal(ece, 4)} (over bins of equal width), Brier score ${formatDecimal(brier, 4)}, log loss ${formatDecimal(logLoss, 4)}.`;
  return element("div", {}, heading, element("div", { class: "pair" }, figure, element("div", {}, groups, note(metrics))));
}
