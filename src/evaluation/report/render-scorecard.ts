import { element, type Markup } from "../../page/markup.js";
import { type Column, table } from "../../page/table.js";
import type { BacktestReport, DomainReport, ScorecardLevel, ScorecardTerm } from "./backtest-report.js";
import { bar, divergingBar } from "./cell-pictures.js";
import { formatCount, formatDecimal, formatPointsShort, formatShare, NONE, plural } from "./format.js";
import { nameOfRate } from "./rate-name.js";

/** The model terms that weigh the most, each level with its points as a bar; every term on its own scale, since one that weighs far more would hide the others. */
export function renderScorecard({ title, scorecard, furtherTerms }: DomainReport, basis: BacktestReport["basis"]): Markup | undefined {
  if (scorecard.length === 0) return undefined;
  const heaviest = Math.max(...scorecard.map(({ weight }) => weight));
  return element(
    "div",
    {},
    element("h3", {}, "What the model says"),
    table(
      `${title}: model terms by weight, the mean magnitude of their points in these declarations`,
      [
        { name: "Term", kind: "head", cell: ({ id, indicators }: ScorecardTerm) => [id, element("span", { class: "sub" }, indicators.join(" × "))] },
        { name: "Kind", kind: "text", cell: ({ kind }) => kind },
        { name: "Weight in points", kind: "number", cell: ({ weight }) => formatDecimal(weight, 2) },
        { name: "drawn", kind: "picture", cell: ({ weight }) => bar(weight, heaviest) },
      ],
      scorecard,
    ),
    furtherTerms === 0 ? undefined : element("p", { class: "note" }, `${plural(furtherTerms, "further term", "further terms")} of less weight not shown.`),
    element("div", { class: "pair" }, ...scorecard.map((term) => renderTerm(title, term, basis))),
  );
}

function renderTerm(title: string, { id, levels, furtherLevels }: ScorecardTerm, basis: BacktestReport["basis"]): Markup {
  const reach = Math.max(...levels.map(({ points }) => Math.abs(points)));
  const training: readonly Column<ScorecardLevel>[] = [
    { name: "Training rows", kind: "number", cell: (level) => formatCount(level.training?.count) },
    { name: "Their finding rate", kind: "number", cell: (level) => formatShare(level.training?.findingRate) },
  ];
  return element(
    "div",
    {},
    table(
      `${title}, ${id}: points per level; bars from ${formatPointsShort(-reach)} to ${formatPointsShort(reach)}`,
      [
        { name: "Level", kind: "head", cell: ({ label }: ScorecardLevel) => label },
        { name: "Points", kind: "number", cell: ({ points }) => formatPointsShort(points) },
        { name: "drawn", kind: "picture", cell: ({ points }) => divergingBar(points, reach) },
        ...(levels.some((level) => level.training !== undefined) ? training : []),
        { name: "Declarations here", kind: "number", cell: ({ reported }) => formatCount(reported?.count) },
        {
          name: nameOfRate("Finding rate here", basis),
          kind: "number",
          cell: ({ reported }) => (reported === undefined || reported.count === 0 ? NONE : formatShare(reported.findings / reported.count)),
        },
      ],
      levels,
    ),
    furtherLevels === 0 ? undefined : element("p", { class: "note" }, `${plural(furtherLevels, "further level", "further levels")} of less weight not shown.`),
  );
}
