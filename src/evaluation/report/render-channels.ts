import { element, type Markup } from "../../page/markup.js";
import { table } from "../../page/table.js";
import type { BacktestReport, ChannelRecord } from "./backtest-report.js";
import { bar, whisker } from "./cell-pictures.js";
import { formatCount, formatInterval, formatShare, NONE } from "./format.js";

/** What a finding rate is, given what the outcomes stand for. */
const RATE_NAMES: Readonly<Record<BacktestReport["basis"], string>> = {
  complete: "Finding rate",
  weighted: "Finding rate, weighted",
  naive: "Finding rate (naive, biased)",
  none: "Finding rate",
};

/** What came of the declarations of each channel. */
export function renderChannels({ channels, counts, basis }: BacktestReport): Markup {
  const share = ({ declarations }: ChannelRecord): number | undefined => (counts.declarations === 0 ? undefined : declarations / counts.declarations);
  const reach = Math.max(0.01, ...channels.map(({ rate }) => rate?.upper ?? 0));
  return element(
    "div",
    {},
    element(
      "p",
      { class: "note" },
      "The channel is the highest of what all domains, the mandatory rules and the random draw demand; a finding of any domain counts.",
    ),
    table(
      `Declarations and findings per channel; finding rates with 95% intervals, drawn from 0 to ${formatShare(reach)}`,
      [
        {
          name: "Channel",
          kind: "head",
          cell: ({ channel, selected }) => [channel, selected ? element("span", { class: "sub" }, "selected for inspection") : undefined],
        },
        { name: "Declarations", kind: "number", cell: ({ declarations }) => formatCount(declarations) },
        { name: "Share", kind: "number", cell: (record) => formatShare(share(record)) },
        { name: "of all", kind: "picture", cell: (record) => bar(share(record) ?? 0, 1) },
        { name: "Inspected", kind: "number", cell: ({ inspected }) => formatCount(inspected) },
        { name: "Outcome known", kind: "number", cell: ({ outcomes }) => formatCount(outcomes) },
        { name: "Findings", kind: "number", cell: ({ findings }) => formatCount(findings) },
        {
          name: RATE_NAMES[basis],
          kind: "number",
          cell: ({ rate }) => (rate === undefined ? NONE : [formatShare(rate.rate), element("span", { class: "sub" }, formatInterval(rate))]),
        },
        {
          name: "with interval",
          kind: "picture",
          cell: ({ rate }) => (rate === undefined ? undefined : whisker(rate.rate, rate, reach)),
        },
      ],
      channels,
    ),
  );
}
