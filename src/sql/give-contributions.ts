import { call, column, type Expression, integer, NULL, operation, or, switchOf, text, ZERO } from "./expression.js";
import type { LevelResults } from "./level-steps.js";
import type { NumberedRule, NumberedTerm } from "./levels.js";
import { addPartTable, byPlace, PART, PART_COLUMNS, type Part } from "./part-table.js";
import { HEADER, ITEM } from "./places.js";
import type { OutputColumn, Select } from "./query.js";
import { addStep, joinByKey, keyOf, type QueryBuilder } from "./query-builder.js";
import { named } from "./sum-steps.js";
import { termMicropoints } from "./term-steps.js";

/** What the addends are made from. */
export interface ContributionInput {
  readonly header: LevelResults;
  readonly item?: LevelResults;
  /** The relation of the riskiest items. */
  readonly riskiest?: string;
}

/** A rule or term with what it adds. */
type Addend = Part & { readonly micropoints: Expression };

function addendsOf(level: LevelResults): readonly Addend[] {
  const ofRule = (rule: NumberedRule): Addend => ({ ...rule, kind: "rule", micropoints: level.results.micropoints(rule) });
  const ofTerm = (term: NumberedTerm): Addend => ({ ...term, kind: "model", micropoints: termMicropoints(term, level.alias) });
  const parts = [...level.parts.rules.filter((rule) => rule.isPoints).map(ofRule), ...level.parts.terms.map(ofTerm)];
  return parts.sort((a, b) => a.number - b.number);
}

/** A row per addend: base, header, riskiest item. */
export function giveContributions(builder: QueryBuilder, { header, item, riskiest }: ContributionInput): Select {
  const { domains } = builder.profile;
  const key = (alias: string): OutputColumn => ({ name: builder.key, expression: keyOf(builder, alias) });
  const noItem: OutputColumn = { name: "item", expression: call("bigint", NULL) };
  const selects: Select[] = domains.map(({ id, base }) => ({
    columns: [
      key(HEADER),
      { name: "domain", expression: text(id) },
      { name: "place", expression: ZERO },
      { name: "kind", expression: text("base") },
      { name: "name", expression: text("base") },
      noItem,
      { name: "micropoints", expression: call("bigint", integer(base)) },
    ],
    from: { table: header.relation, alias: HEADER },
  }));
  const value = (parts: readonly Addend[]): Expression => byPlace(parts.map((part) => ({ number: part.number, value: call("bigint", part.micropoints) })));
  const headerParts = addendsOf(header);
  if (headerParts.length > 0) {
    const table = addPartTable(builder, "header_parts", headerParts);
    selects.push({
      columns: [key(HEADER), ...PART_COLUMNS, noItem, { name: "micropoints", expression: value(headerParts) }],
      from: { table: header.relation, alias: HEADER },
      joins: [{ kind: "cross", table, alias: PART }],
    });
  }
  const itemParts = item === undefined ? [] : addendsOf(item);
  if (item !== undefined && riskiest !== undefined && itemParts.length > 0) {
    const table = addPartTable(builder, "item_parts", itemParts);
    const itemOfDomain = switchOf(
      column("domain_number", PART),
      domains.map((_, index) => [integer(index + 1), column(named.riskiest(index + 1), "r")] as const),
    );
    selects.push({
      columns: [key(ITEM), ...PART_COLUMNS, { name: "item", expression: column("item", ITEM) }, { name: "micropoints", expression: value(itemParts) }],
      from: { table: item.relation, alias: ITEM },
      joins: [joinByKey(builder, riskiest, "r", ITEM), { kind: "cross", table, alias: PART }],
      where: operation(column("item", ITEM), "=", itemOfDomain),
    });
  }
  const all = addStep(builder, "contributions", "every addend of every score", ...selects);
  return {
    columns: [builder.key, "domain", "place", "kind", "name", "item", "micropoints"].map((name) => ({ name, expression: column(name, "a") })),
    from: { table: all, alias: "a" },
    where: or([operation(column("kind", "a"), "=", text("base")), operation(column("micropoints", "a"), "<>", ZERO)]),
  };
}
