import { type Child, element, type Markup } from "../../page/markup.js";
import { type Column, table } from "../../page/table.js";
import type { BacktestReport, DomainReport } from "./backtest-report.js";
import { whisker } from "./cell-pictures.js";
import { formatCount, formatCutoff, formatDecimal, formatInterval, formatShare, NONE, plural } from "./format.js";

/** The figures to take away: how many, how often something was found, and how well each domain's score finds it. */
export function renderHeadline(report: BacktestReport): Markup {
  const { counts, caveats, domains } = report;
  const measured = domains.flatMap(({ title, ranking, intervals }) =>
    ranking === undefined || intervals === undefined ? [] : [{ title, ranking, intervals }],
  );
  return element(
    "div",
    {},
    element(
      "dl",
      { class: "tiles" },
      tile(
        "Declarations",
        formatCount(counts.declarations),
        counts.refused === 0 ? "all could be assessed" : `${formatCount(counts.refused)} more could not be assessed`,
      ),
      tile("Outcome known", formatCount(counts.outcomes), `${formatCount(counts.inspected)} inspected in the replay`),
      ...rateTiles(report),
      selectedTile(report),
    ),
    measured.length === 0 ? undefined : headlineTable(measured, report.basis),
    caveats.length === 0
      ? undefined
      : element(
          "aside",
          { class: "caveats", "aria-labelledby": "caveats" },
          element("h3", { id: "caveats" }, "Before you use these numbers"),
          element("ul", {}, ...caveats.map((caveat) => element("li", {}, caveat))),
        ),
  );
}

function tile(name: string, figure: string, ...details: readonly Child[]): Markup {
  return element(
    "div",
    { class: "tile" },
    element("dt", {}, name),
    element("dd", { class: "figure" }, figure),
    ...details.map((detail) => element("dd", { class: "detail" }, detail)),
  );
}

const RATE_TILES: Readonly<Record<BacktestReport["basis"], readonly [name: string, detail: string | undefined]>> = {
  complete: ["Finding rate", undefined],
  weighted: ["Finding rate, all declarations", "by inverse selection probability"],
  naive: ["Findings per inspection", "NAIVE, BIASED: the selection was after findings"],
  none: ["Finding rate", undefined],
};

/** What the replay's own inspections say, where it made any, stands beside what all outcomes say. */
function rateTiles({ basis, counts, findingRate, inspection }: BacktestReport): readonly Markup[] {
  const [name, how] = RATE_TILES[basis];
  const estimated = inspection?.estimates.weighted ?? inspection?.estimates.random;
  const by = inspection?.estimates.weighted === undefined ? "from its random share alone" : "by inverse selection probability";
  return [
    ...(findingRate === undefined
      ? []
      : [
          tile(
            name,
            formatShare(findingRate.rate),
            plural(counts.findings, "finding", "findings"),
            `95% interval ${formatInterval(findingRate)}`,
            ...(how === undefined ? [] : [how]),
          ),
        ]),
    ...(estimated === undefined
      ? []
      : [
          tile(
            "As this profile's inspections would tell",
            formatShare(estimated.rate),
            `95% interval ${formatInterval(estimated)}`,
            by,
            `naive (biased): ${formatShare(inspection?.estimates.naive?.rate)}`,
          ),
        ]),
  ];
}

function selectedTile({ channels, counts }: BacktestReport): Markup {
  const selected = channels.filter((record) => record.selected);
  const declarations = selected.reduce((sum, record) => sum + record.declarations, 0);
  const share = counts.declarations === 0 ? NONE : formatShare(declarations / counts.declarations);
  return tile("Selected for inspection", formatCount(declarations), `${share} of all`, `channel ${selected.map(({ channel }) => channel).join(" or ")}`);
}

/** A domain with outcomes. */
type Measured = Pick<DomainReport, "title"> & Required<Pick<DomainReport, "ranking" | "intervals">>;

/** One line per domain at the first cutoff. */
function headlineTable(domains: readonly Measured[], basis: BacktestReport["basis"]): Markup {
  const cutoff = domains[0]?.ranking.top[0]?.cutoff;
  return table(
    `What each domain's score finds${cutoff === undefined ? "" : ` in the ${formatCutoff(cutoff)} of declarations`}, with 95% intervals; the dashed mark is the finding rate of all`,
    [
      { name: "Domain", kind: "head", cell: ({ title }: Measured) => title },
      {
        name: basis === "weighted" ? "Findings, weighted" : "Findings",
        kind: "number",
        cell: ({ ranking }: Measured) => [formatCount(ranking.positiveWeight), sub(`of ${formatCount(ranking.totalWeight)}`)],
      },
      { name: "Rate", kind: "number", cell: ({ ranking }: Measured) => formatShare(ranking.baseRate) },
      ...(cutoff === undefined ? [] : cutoffColumns(formatCutoff(cutoff), domains)),
      { name: "ROC AUC", kind: "number", cell: ({ ranking, intervals }: Measured) => [formatDecimal(ranking.rocAuc, 3), aucInterval(intervals.rocAuc)] },
    ],
    domains,
  );
}

function cutoffColumns(name: string, domains: readonly Measured[]): readonly Column<Measured>[] {
  const reach = Math.max(0.01, ...domains.flatMap(({ ranking, intervals }) => [ranking.baseRate, intervals.precision[0]?.upper ?? 0]));
  return [
    {
      name: `Precision, ${name}`,
      kind: "number",
      cell: ({ ranking: { top }, intervals }) =>
        top
          .slice(0, 1)
          .map(({ precision, hits, count }) => [
            formatShare(precision),
            sub(`${formatCount(hits)} of ${formatCount(count)}`),
            sub(formatInterval(intervals.precision[0])),
          ]),
    },
    {
      name: `0 to ${formatShare(reach)}`,
      kind: "picture",
      cell: ({
        ranking: { top, baseRate },
        intervals: {
          precision: [interval],
        },
      }) =>
        top.slice(0, 1).map(({ precision }) => (precision === undefined || interval === undefined ? undefined : whisker(precision, interval, reach, baseRate))),
    },
    { name: "Lift", kind: "number", cell: ({ ranking: { top } }) => top.slice(0, 1).map(({ lift }) => formatDecimal(lift, 1)) },
  ];
}

function aucInterval({ lower, upper }: Measured["intervals"]["rocAuc"]): Child {
  return lower === undefined ? undefined : sub(`${formatDecimal(lower, 3)} to ${formatDecimal(upper, 3)}`);
}

function sub(text: string): Markup {
  return element("span", { class: "sub" }, text);
}
