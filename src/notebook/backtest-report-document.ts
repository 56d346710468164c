import type { BacktestReport } from "../evaluation/report/backtest-report.js";
import { formatCount, formatCutoff, formatDecimal, formatInterval, formatShare } from "../evaluation/report/format.js";
import type { ReadableDocument } from "../page/document.js";

/** The figures of a backtest's report that stand without its pictures: channels, and what the highest scores of each domain find. */
export function backtestReportDocument({ title, caveats, channels, domains }: BacktestReport): ReadableDocument {
  return {
    language: "en",
    title,
    blocks: [
      { kind: "list", items: caveats },
      {
        kind: "table",
        caption: "Channels",
        columns: [
          { name: "Channel", kind: "head" },
          { name: "Declarations", kind: "number" },
          { name: "Outcome known", kind: "number" },
          { name: "Findings", kind: "number" },
          { name: "Finding rate, 95% interval", kind: "number" },
        ],
        rows: channels.map(({ channel, declarations, outcomes, findings, rate }) => [
          channel,
          formatCount(declarations),
          formatCount(outcomes),
          formatCount(findings),
          rate === undefined ? "–" : `${formatShare(rate.rate)} (${formatInterval(rate)})`,
        ]),
      },
    ],
    sections: domains.flatMap(({ title: heading, ranking }) =>
      ranking === undefined
        ? []
        : [
            {
              heading,
              blocks: [
                {
                  kind: "paragraph" as const,
                  text: `ROC AUC ${formatDecimal(ranking.rocAuc, 3)}, average precision ${formatDecimal(ranking.averagePrecision, 3)}.`,
                },
                {
                  kind: "table" as const,
                  caption: "What the highest scores find",
                  columns: [
                    { name: "Cut", kind: "head" as const },
                    { name: "Inspected", kind: "number" as const },
                    { name: "Found", kind: "number" as const },
                    { name: "Precision", kind: "number" as const },
                    { name: "Of all findings", kind: "number" as const },
                  ],
                  rows: ranking.top.map(({ cutoff, count, hits, precision, recall }) => [
                    formatCutoff(cutoff),
                    formatCount(count),
                    formatCount(hits),
                    formatShare(precision),
                    formatShare(recall),
                  ]),
                },
              ],
              sections: [],
            },
          ],
    ),
  };
}
