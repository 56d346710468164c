import type { RuleLedger, RuleRecord } from "../../evaluation/rule-ledger.js";
import { percent, percentRange } from "./figures.js";
import { table } from "./table.js";

/** What every rule did, for people. */
export function ledgerText({ declarations, inspected, rules, neverFired }: RuleLedger): readonly string[] {
  const domains = [...new Set(rules.map(({ domain }) => domain))];
  return [
    `${declarations} declarations, ${inspected} with an outcome; precision is of these alone, and so of what their selection was after`,
    ...domains.flatMap((domain) => ["", ...table([domain, ...FIGURES], rules.filter((rule) => rule.domain === domain).map(row))]),
    ...(neverFired.length === 0 ? [] : ["", `never fired: ${neverFired.map(({ domain, rule }) => `${domain} ${rule}`).join(", ")}`]),
  ];
}

const FIGURES = ["fires", "undetermined", "superseded", "outcomes", "hits", "unique hits", "precision", "95 % (Wilson)", "<last hit", "<fires most with"];

function row({ rule, fires, undetermined, superseded, inspected, hits, uniqueHits, precision, lastHit, overlaps }: RuleRecord): readonly string[] {
  const [most] = overlaps;
  return [
    rule,
    String(fires),
    String(undetermined),
    String(superseded),
    String(inspected),
    String(hits),
    String(uniqueHits),
    percent(precision?.rate),
    precision === undefined ? "-" : percentRange(precision),
    lastHit ?? "-",
    most === undefined ? "-" : `${most.rule} (${percent(most.share)})`,
  ];
}
