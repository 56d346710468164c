import { own } from "../../core/own.js";
import { type Child, element, type Markup } from "../../page/markup.js";
import { table } from "../../page/table.js";
import type { RuleRecord } from "../rule-ledger.js";
import type { BacktestReport } from "./backtest-report.js";
import { whisker } from "./cell-pictures.js";
import { formatCount, formatDay, formatInterval, formatShare, NONE, plural } from "./format.js";
import { nameOfRate } from "./rate-name.js";

/** What every rule did: those that fired as a table, the others by name. */
export function renderLedger(report: BacktestReport, most: number): Markup {
  const { ledger, domains } = report;
  const fired = ledger.rules.filter(({ fires }) => fires > 0);
  const shown = [...fired].sort((a, b) => b.fires - a.fires).slice(0, most);
  const reach = Math.max(0.01, ...shown.map(({ precision }) => precision?.upper ?? 0));
  const titleOf = (domain: string, rule: string): string | undefined => own(own(report.ruleTitles, domain) ?? {}, rule);
  const domainOf = (id: string): string => domains.find(({ domain }) => domain === id)?.title ?? id;
  const name = ({ domain, rule }: RuleRecord): Child => [titleOf(domain, rule) ?? rule, element("span", { class: "sub" }, `${rule}, ${domainOf(domain)}`)];
  if (ledger.rules.length === 0) return element("p", { class: "note" }, "The profile has no rules.");
  return element(
    "div",
    {},
    element(
      "p",
      { class: "note" },
      "Precision is findings of the rule's domain per fire with a known outcome; a hit is unique where no other rule of the domain fired. A rule that is superseded in its group does not count as fired.",
    ),
    shown.length === 0
      ? element("p", { class: "note" }, "No rule fired.")
      : table(
          `Rules that fired, the most frequent first; precision with 95% intervals, drawn from 0 to ${formatShare(reach)}`,
          [
            { name: "Rule", kind: "head", cell: name },
            { name: "Fires", kind: "number", cell: ({ fires }) => formatCount(fires) },
            { name: "Outcome known", kind: "number", cell: ({ inspected }) => formatCount(inspected) },
            { name: "Hits", kind: "number", cell: ({ hits }) => formatCount(hits) },
            { name: "Unique", kind: "number", cell: ({ uniqueHits }) => formatCount(uniqueHits) },
            {
              name: nameOfRate("Precision", report.basis),
              kind: "number",
              cell: ({ precision }) =>
                precision === undefined ? NONE : [formatShare(precision.rate), element("span", { class: "sub" }, formatInterval(precision))],
            },
            {
              name: "with interval",
              kind: "picture",
              cell: ({ precision }) => (precision === undefined ? undefined : whisker(precision.rate, precision, reach)),
            },
            {
              name: "Last hit",
              kind: "text",
              cell: ({ lastHit }) => (lastHit === undefined ? NONE : element("time", { class: "day", datetime: lastHit }, formatDay(lastHit))),
            },
            { name: "Undetermined", kind: "number", cell: ({ undetermined }) => formatCount(undetermined) },
            { name: "Superseded", kind: "number", cell: ({ superseded }) => formatCount(superseded) },
            {
              name: "Most often with",
              kind: "text",
              cell: ({ overlaps: [first] }) => (first === undefined ? NONE : `${first.rule} (${formatShare(first.share)})`),
            },
          ],
          shown,
        ),
    fired.length > shown.length
      ? element("p", { class: "note" }, `${plural(fired.length - shown.length, "further rule", "further rules")} that fired less often not shown.`)
      : undefined,
    ledger.neverFired.length === 0
      ? undefined
      : element(
          "div",
          {},
          element("h3", {}, "Rules that never fired"),
          element(
            "ul",
            {},
            ...ledger.neverFired.map(({ domain, rule }) =>
              element("li", {}, titleOf(domain, rule) ?? rule, " ", element("span", { class: "meta" }, `(${rule}, ${domainOf(domain)})`)),
            ),
          ),
        ),
  );
}
