import type { BacktestSummary, ChannelFindings, DomainSummary } from "../../evaluation/summarise-backtest.js";
import { count, cutoffName, decimal, decimalRange, percent, percentRange } from "./figures.js";
import { table } from "./table.js";

/** A replay in figures, for people. */
export function backtestText(summary: BacktestSummary): readonly string[] {
  const { period, declarations, refused, outcomes, findings } = summary;
  return [
    `${declarations} declarations${period === undefined ? "" : ` from ${period.from} to ${period.to}`}, ${refused} refused`,
    `${outcomes} with an outcome, ${findings} of these with a finding (${percent(findings / outcomes)})`,
    ...basisSentences(summary),
    ...domainSentences(summary),
    ...inspectionLines(summary),
    "",
    ...channelLines(summary.channels, summary.basis),
    ...summary.domains.flatMap((domain) => domainLines(domain, summary.basis)),
  ];
}

function basisSentences({ basis, declarations, outcomes }: BacktestSummary): readonly string[] {
  const missing = `${declarations - outcomes} without an outcome are left out, not taken for clean`;
  switch (basis) {
    case "complete":
      return ["All were inspected: every declaration has an outcome."];
    case "weighted":
      return [
        `${missing}. The others count by the inverse of the probability of their selection.`,
        "Figures without these weights are called naive and are biased towards what the selection was after.",
      ];
    case "naive":
      return [
        `NAIVE, BIASED: ${missing}, and the records do not say with what probability the others were selected.`,
        "These count as if all had been inspected: every figure leans towards what the selection was after.",
      ];
  }
}

/** What to know of outcomes that several domains share: input states them for a declaration as a whole. */
export function domainSentences({ domains }: BacktestSummary): readonly string[] {
  return domains.length > 1 ? ["No outcome names a risk domain: a finding counts in every one."] : [];
}

function inspectionLines({ inspection }: BacktestSummary): readonly string[] {
  if (inspection === undefined) return [];
  const { inspected, estimates, allOutcomes } = inspection;
  const line = (name: string, rate: (typeof estimates)["weighted"]): readonly string[] => [
    name,
    percent(rate?.rate),
    rate === undefined ? "-" : percentRange(rate),
  ];
  return [
    "",
    `The replay inspected what the profile selects, ${inspected} declarations, and learned from these alone. What they say of the finding rate of all:`,
    ...table(
      ["", "rate", "95 %"],
      [
        line("by inverse selection probability", estimates.weighted),
        line("from the random share alone", estimates.random),
        line("naive (biased)", estimates.naive),
        line("all outcomes that the records state", allOutcomes),
      ],
    ),
  ];
}

function channelLines(channels: readonly ChannelFindings[], basis: BacktestSummary["basis"]): readonly string[] {
  const isWeighted = basis === "weighted";
  const rate = basis === "naive" ? "naive rate" : "finding rate";
  return table(
    ["channel", "declarations", "outcomes", "findings", rate, isWeighted ? "95 %" : "95 % (Wilson)", ...(isWeighted ? ["naive (biased)"] : [])],
    channels.map((record) => [
      record.channel,
      String(record.declarations),
      String(record.outcomes),
      String(record.findings),
      percent(record.rate?.rate),
      record.rate === undefined ? "-" : percentRange(record.rate),
      ...(isWeighted ? [percent(record.naive?.rate)] : []),
    ]),
  );
}

function domainLines({ domain, ranking, intervals, naive, probability, channels }: DomainSummary, basis: BacktestSummary["basis"]): readonly string[] {
  const level = `${100 * intervals.rocAuc.level} % (bootstrap)`;
  return [
    "",
    `${domain}${basis === "naive" ? " (naive, biased)" : ""}: ${count(ranking.positiveWeight)} findings of ${count(ranking.totalWeight)}, ${percent(ranking.baseRate)}`,
    "",
    ...table(
      [
        "the highest",
        "declarations",
        "findings",
        "precision",
        level,
        "recall",
        "lift",
        "of the best possible",
        ...(naive === undefined ? [] : ["naive precision (biased)"]),
      ],
      ranking.top.map((top, index) => [
        cutoffName(top.cutoff),
        count(top.count),
        count(top.hits),
        percent(top.precision),
        percentRange(intervals.precision[index] ?? { lower: undefined, upper: undefined }),
        percent(top.recall),
        decimal(top.lift),
        percent(top.hitsOfBest),
        ...(naive === undefined ? [] : [percent(naive.top[index]?.precision)]),
      ]),
    ),
    "",
    ...table(
      ["the whole order", "", level],
      [
        ["area under the ROC curve", decimal(ranking.rocAuc), decimalRange(intervals.rocAuc)],
        ["average precision", decimal(ranking.averagePrecision), decimalRange(intervals.averagePrecision)],
        ["Kolmogorov and Smirnov", decimal(ranking.ks), ""],
      ],
    ),
    "",
    ...(probability.calibrated
      ? table(
          ["the probability", ""],
          [
            ["log loss", decimal(probability.logLoss)],
            ["Brier score", decimal(probability.brier)],
            ["calibration error (ECE)", decimal(probability.ece)],
          ],
        )
      : ["The probability of this domain is none (not calibrated): no log loss, Brier score or calibration error."]),
    "",
    ...channelLines(channels, basis),
  ];
}
