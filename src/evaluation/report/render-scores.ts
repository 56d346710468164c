import { element, type Markup } from "../../page/markup.js";
import { note } from "../../page/note.js";
import { numberTick } from "../../page/picture.js";
import { type Column, table } from "../../page/table.js";
import type { BacktestReport, DomainReport, ScoreBin } from "./backtest-report.js";
import { drawScores } from "./draw-scores.js";
import { formatCount, formatShare } from "./format.js";
import { nameOfRate } from "./rate-name.js";

/** Where the scores of findings lie, and where those of the others. */
export function renderScores(id: string, domain: DomainReport, basis: BacktestReport["basis"]): Markup {
  const heading = element("h3", {}, "Where the scores lie");
  if (domain.scores.length === 0) return element("div", {}, heading, note("No declaration has a score of this domain."));
  const caption = "Each strip has its own height, so compare places, not heights. The further apart the strips lie, the better the score tells them apart.";
  const figure = element("figure", {}, drawScores(`${id}-scores`, domain), element("figcaption", {}, caption));
  return element("div", {}, heading, element("div", { class: "pair" }, figure, scoreTable(domain, basis)));
}

function scoreTable({ title, scores }: DomainReport, basis: BacktestReport["basis"]): Markup {
  const unknown: Column<ScoreBin> = { name: "Not known", kind: "number", cell: (bin) => formatCount(bin.unknown) };
  return table(
    `${title}: declarations by score in points; what is left out has none`,
    [
      { name: "Score", kind: "head", cell: ({ from, to }: ScoreBin) => `${numberTick(from)} to below ${numberTick(to)}` },
      { name: "With finding", kind: "number", cell: ({ findings }) => formatCount(findings) },
      { name: "Without", kind: "number", cell: ({ others }) => formatCount(others) },
      ...(scores.some((bin) => bin.unknown > 0) ? [unknown] : []),
      {
        name: nameOfRate("Finding rate", basis),
        kind: "number",
        cell: ({ findings, others }) => formatShare(findings + others === 0 ? undefined : findings / (findings + others)),
      },
    ],
    scores.filter(({ findings, others, unknown: unknowns }) => findings + others + unknowns > 0),
  );
}
