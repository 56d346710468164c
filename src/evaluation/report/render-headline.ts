import type { BacktestReport, DomainReport } from "./backtest-report.js";
import { whisker } from "./cell-pictures.js";
import { formatCount, formatCutoff, formatDecimal, formatInterval, formatShare, isKnown, NONE, plural } from "./format.js";
import { type Child, element, type Markup } from "./markup.js";
import { table } from "./table.js";

/** The figures to take away: how many, how often something was found, and how well each domain's score finds it. */
export function renderHeadline(report: BacktestReport): Markup {
  const { counts, caveats, domains } = report;
  const measured = domains.filter(({ ranking }) => ranking !== undefined);
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
    measured.length === 0 ? undefined : headlineTable(measured),
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

/** One line per domain at the first cutoff. */
function headlineTable(domains: readonly DomainReport[]): Markup {
  const [first] = domains;
  const cutoff = first?.ranking?.top[0]?.cutoff;
  const reach = Math.max(0.01, ...domains.flatMap(({ ranking, intervals }) => [ranking?.baseRate ?? 0, intervals?.precision[0]?.upper ?? 0]));
  const name = cutoff === undefined ? "" : formatCutoff(cutoff);
  const atCutoff =
    cutoff === undefined
      ? []
      : ([
          { name: `Precision, ${name}`, kind: "number", cell: (domain: DomainReport) => precisionCell(domain) },
          { name: `0 to ${formatShare(reach)}`, kind: "picture", cell: (domain: DomainReport) => precisionPicture(domain, reach) },
          { name: "Lift", kind: "number", cell: ({ ranking }: DomainReport) => formatDecimal(ranking?.top[0]?.lift, 1) },
        ] as const);
  return table(
    `What each domain's score finds${cutoff === undefined ? "" : ` in the ${name} of declarations`}, with 95% intervals; the dashed mark is the finding rate of all`,
    [
      { name: "Domain", kind: "head", cell: ({ title }: DomainReport) => title },
      {
        name: "Findings",
        kind: "number",
        cell: ({ ranking }: DomainReport) => [formatCount(ranking?.positiveWeight), sub(`of ${formatCount(ranking?.totalWeight)}`)],
      },
      { name: "Rate", kind: "number", cell: ({ ranking }: DomainReport) => formatShare(ranking?.baseRate) },
      ...atCutoff,
      { name: "ROC AUC", kind: "number", cell: ({ ranking, intervals }: DomainReport) => [formatDecimal(ranking?.rocAuc, 3), aucInterval(intervals?.rocAuc)] },
    ],
    domains,
  );
}

function precisionCell({ ranking, intervals }: DomainReport): Child {
  const top = ranking?.top[0];
  return [formatShare(top?.precision), sub(`${formatCount(top?.hits)} of ${formatCount(top?.count)}`), sub(formatInterval(intervals?.precision[0]))];
}

function precisionPicture({ ranking, intervals }: DomainReport, reach: number): Child {
  const precision = ranking?.top[0]?.precision;
  const interval = intervals?.precision[0];
  return precision === undefined || !isKnown(interval) ? undefined : whisker(precision, interval, reach, ranking?.baseRate);
}

function aucInterval(interval: { readonly lower: number | undefined; readonly upper: number | undefined } | undefined): Child {
  return isKnown(interval) ? sub(`${formatDecimal(interval.lower, 3)} to ${formatDecimal(interval.upper, 3)}`) : undefined;
}

function sub(text: string): Markup {
  return element("span", { class: "sub" }, text);
}
