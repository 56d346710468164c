import type { BacktestReport, DomainReport, ReportCounts } from "./backtest-report.js";
import { formatCount, plural } from "./format.js";

/** Fewer findings than this say little: the custom of ten events or more, doubled for the two halves of an order. */
const FEW_FINDINGS = 20;

/** What the data themselves say that a reader must know. */
export function reportCaveats(counts: ReportCounts, basis: BacktestReport["basis"], domains: readonly DomainReport[]): readonly string[] {
  const { declarations, refused, outcomes } = counts;
  const few = domains.filter(({ ranking, naive }) => ranking !== undefined && (naive ?? ranking).positiveWeight < FEW_FINDINGS).map(({ title }) => title);
  const uncalibrated = domains.filter(({ calibrated, declarations: scored }) => scored > 0 && !calibrated).map(({ title }) => title);
  return [
    ...(declarations === 0 ? ["No declaration was assessed: there is nothing to measure."] : []),
    ...(declarations > 0 && basis === "none" ? ["No outcome is known: nothing can be said of findings."] : []),
    ...(basis === "naive" || basis === "weighted"
      ? [
          `The outcome of ${formatCount(outcomes)} of ${plural(declarations, "declaration", "declarations")} is known. The others are left out, not taken for clean.`,
        ]
      : []),
    ...(basis === "naive"
      ? ["NAIVE, BIASED: nobody recorded with what probability the inspected were selected, so every figure leans towards what the selection was after."]
      : []),
    ...(basis === "weighted"
      ? [
          "Each outcome counts by the inverse of the probability of its selection. Figures called naive do not, and lean towards what the selection was after; those of rules, levels and score bands are all of that kind.",
        ]
      : []),
    ...(refused > 0
      ? [`${plural(refused, "declaration", "declarations")} could not be assessed and ${refused === 1 ? "counts" : "count"} nowhere below.`]
      : []),
    ...(few.length > 0 ? [`Fewer than ${FEW_FINDINGS} findings: read the figures with their intervals, or not at all (${few.join(", ")}).`] : []),
    ...(uncalibrated.length > 0
      ? [`Scores are ranks here, not probabilities: expert points or an uncalibrated model speak (${uncalibrated.join(", ")}).`]
      : []),
  ];
}
