import { compareText } from "../../core/canonical.js";
import { element, type Markup } from "../../page/markup.js";
import { table } from "../../page/table.js";
import type { IndicatorDrift } from "../drift.js";
import type { StabilityBin } from "../population-stability.js";
import type { DriftReport } from "./backtest-report.js";
import { bar } from "./cell-pictures.js";
import { formatDecimal, formatShare, NONE, plural } from "./format.js";

/** How far the facts moved, the farthest first, and in which bin the most. */
export function renderDrift({ reference, current, indicators }: DriftReport, most: number): Markup {
  if (indicators.length === 0) return element("p", { class: "note" }, "No indicator was compared.");
  const ordered = [...indicators].sort((a, b) => (b.psi ?? -1) - (a.psi ?? -1) || compareText(a.indicator, b.indicator));
  const shown = ordered.slice(0, most);
  const reach = Math.max(0.25, ...shown.map(({ psi }) => psi ?? 0));
  return element(
    "div",
    {},
    element(
      "p",
      { class: "note" },
      `From ${reference} to ${current}. The population stability index (PSI) is 0 where nothing moved; below 0.1 counts as stable, from 0.25 on as large, by the custom of credit scoring. A bin empty on one side counts there as half a case.`,
    ),
    table(
      `Indicators by population stability index, drawn from 0 to ${formatDecimal(reach, 2)}`,
      [
        {
          name: "Indicator",
          kind: "head",
          cell: ({ indicator, level, kind }: IndicatorDrift) => [indicator, element("span", { class: "sub" }, `${level}, ${kind}`)],
        },
        { name: "PSI", kind: "number", cell: ({ psi }) => formatDecimal(psi, 3) },
        { name: "drawn", kind: "picture", cell: ({ psi }) => (psi === undefined ? undefined : bar(psi, reach)) },
        {
          name: "Reading",
          kind: "text",
          cell: ({ signal }) => (signal === undefined ? "nothing to compare" : signal === "stable" ? signal : element("span", { class: "tag" }, signal)),
        },
        { name: "Moved most", kind: "text", cell: ({ bins }) => movedMost(bins) },
      ],
      shown,
    ),
    ordered.length > shown.length
      ? element("p", { class: "note" }, `${plural(ordered.length - shown.length, "further indicator", "further indicators")} that moved less not shown.`)
      : undefined,
  );
}

function movedMost(bins: readonly StabilityBin[]): string {
  const [first] = [...bins].sort((a, b) => b.contribution - a.contribution);
  if (first === undefined || first.contribution === 0) return NONE;
  const share = (side: "reference" | "current"): string => formatShare(first[side] / bins.reduce((sum, bin) => sum + bin[side], 0));
  return `${first.label}: ${share("reference")} to ${share("current")}`;
}
