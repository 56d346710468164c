import { call, column, type Expression, FALSE, integer, oneOf, switchOf, text, ZERO } from "./expression.js";
import type { LevelResults } from "./level-steps.js";
import type { NumberedRule } from "./levels.js";
import { addPartTable, byPlace, PART, PART_COLUMNS } from "./part-table.js";
import { HEADER, ITEM } from "./places.js";
import type { OutputColumn, Select } from "./query.js";
import { addStep, keyOf, type QueryBuilder } from "./query-builder.js";
import { OUTCOME } from "./rule-steps.js";

/** The levels of a profile that rules are asked at. */
export interface RuleLevels {
  readonly header: LevelResults;
  readonly item?: LevelResults;
}

/** The column of the number of a rule's outcome. */
export const OUTCOME_COLUMN = "_outcome";

/** Adds the strongest outcome of every item rule over the items of a declaration. */
export function addStrongest(builder: QueryBuilder, item: LevelResults): string {
  return addStep(builder, "item_outcomes_of_all", "the strongest outcome of every rule over the items", {
    columns: [
      { name: builder.key, expression: keyOf(builder, ITEM) },
      ...item.parts.rules.map((rule) => ({ name: strongest(rule), expression: call("max", item.results.outcome(rule)) })),
    ],
    from: { table: item.relation, alias: ITEM },
    groupBy: [keyOf(builder, ITEM)],
  });
}

/** The column of an item rule's strongest outcome. */
export function strongest({ number }: NumberedRule): string {
  return `_strongest_${number}`;
}

/** Adds a row per declaration and rule that was looked at: domain, place, name and the number of the outcome. */
export function addOutcomeRows(builder: QueryBuilder, { header, item }: RuleLevels): string {
  const selects: Select[] = [];
  const table = (name: string, rules: readonly NumberedRule[]): string => addPartTable(builder, name, rules.map(ruleAsPart));
  const columns = (alias: string, outcome: Expression): readonly OutputColumn[] => [
    { name: builder.key, expression: keyOf(builder, alias) },
    ...PART_COLUMNS.filter(({ name }) => name !== "kind"),
    { name: OUTCOME_COLUMN, expression: outcome },
  ];
  if (header.parts.rules.length > 0) {
    selects.push({
      columns: columns(HEADER, byPlace(header.parts.rules.map((rule) => ({ number: rule.number, value: header.results.outcome(rule) })))),
      from: { table: header.relation, alias: HEADER },
      joins: [{ kind: "cross", table: table("header_rules", header.parts.rules), alias: PART }],
    });
  }
  if (item !== undefined && item.parts.rules.length > 0) {
    const reduced = addStrongest(builder, item);
    selects.push({
      columns: columns(ITEM, byPlace(item.parts.rules.map((rule) => ({ number: rule.number, value: column(strongest(rule), ITEM) })))),
      from: { table: reduced, alias: ITEM },
      joins: [{ kind: "cross", table: table("item_rules", item.parts.rules), alias: PART }],
    });
  }
  if (selects.length === 0) {
    // a profile without rules: no rows
    selects.push({
      columns: [
        { name: builder.key, expression: keyOf(builder, HEADER) },
        ...["domain", "place", "name"].map((name) => ({ name, expression: name === "place" ? ZERO : text("") })),
        { name: OUTCOME_COLUMN, expression: ZERO },
      ],
      from: { table: header.relation, alias: HEADER },
      where: FALSE,
    });
  }
  return addStep(builder, "rule_outcomes", "the outcome of every rule that was looked at", ...selects);
}

/** A rule as a row of a table of parts. */
export function ruleAsPart({ number, domain, id }: NumberedRule): {
  readonly number: number;
  readonly domain: number;
  readonly kind: "rule";
  readonly id: string;
} {
  return { number, domain, kind: "rule", id };
}

const SPOKEN = [
  [OUTCOME.notApplicable, "notApplicable"],
  [OUTCOME.undetermined, "undetermined"],
  [OUTCOME.superseded, "superseded"],
  [OUTCOME.fired, "fired"],
] as const;

/** A row per rule that is not silent. */
export function giveRules(builder: QueryBuilder, levels: RuleLevels): Select {
  const all = addOutcomeRows(builder, levels);
  const outcome = column(OUTCOME_COLUMN, "a");
  const named = switchOf(
    outcome,
    SPOKEN.map(([number, name]) => [integer(number), text(name)] as const),
  );
  return {
    columns: [...[builder.key, "domain", "place", "name"].map((name) => ({ name, expression: column(name, "a") })), { name: "outcome", expression: named }],
    from: { table: all, alias: "a" },
    where: oneOf(
      outcome,
      SPOKEN.map(([number]) => integer(number)),
    ),
  };
}
