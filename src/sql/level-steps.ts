import type { PreparedCondition } from "../conditions/prepare.js";
import type { Level } from "../indicators/indicator.js";
import { type ConditionContext, conditionExpression, enough } from "./condition-expression.js";
import { call, caseWhen, column, type Expression, isNull, not, ONE, sumOf, TRUE, ZERO } from "./expression.js";
import { REFUSED } from "./fact-steps.js";
import type { LevelParts, NumberedRule } from "./levels.js";
import { HEADER, ITEM } from "./places.js";
import { printExpression } from "./print-expression.js";
import type { OutputColumn, Select } from "./query.js";
import { addStep, hasDraws, itemsWithHeader, joinByKey, keyOf, type QueryBuilder, type Relations } from "./query-builder.js";
import { groupColumns, type RuleResults, ruleColumns, ruleResults } from "./rule-steps.js";
import { addRepeatSteps, roundedColumns, termColumns, termMicropoints } from "./term-steps.js";

/** Conditions about items that header rules ask for, numbered as they are met. */
interface Wheres {
  readonly expressions: Expression[];
  readonly itemsMeet: ConditionContext["itemsMeet"];
}

/** The alias of the relation that counts, per declaration, the items that meet a condition. */
const COUNTS = "c";

function collectWheres(builder: QueryBuilder): Wheres {
  const expressions: Expression[] = [];
  const numbers = new Map<string, number>();
  const context: ConditionContext = {
    places: builder.places,
    isCodes: builder.isCodes,
    itemsMeet: () => {
      throw new TypeError("a condition about an item asks of items");
    },
  };
  return {
    expressions,
    itemsMeet: (where: PreparedCondition, atLeast: number) => {
      const expression = conditionExpression(where, context);
      const text = printExpression(expression, builder.dialect);
      const number = numbers.get(text) ?? expressions.push(expression);
      numbers.set(text, number);
      const count = (what: string): Expression => call("coalesce", column(`_${what}_${number}`, COUNTS), ZERO);
      return enough(count("met"), count("not_failed"), atLeast);
    },
  };
}

/** What the header or the items come to: the relation that has it, under its alias, and how to read it. */
export interface LevelResults {
  readonly relation: string;
  readonly alias: string;
  readonly parts: LevelParts;
  readonly results: RuleResults;
  /** The sum of a domain's contributions, without the base. */
  readonly sum: (domain: number, base: number) => Expression;
}

/** Adds the steps of both levels: conditions, terms, outcomes, groups. A level that nobody asks has no results; `keepItems` keeps the items' anyway. */
export function addLevelSteps(
  builder: QueryBuilder,
  relations: Relations,
  parts: Readonly<Record<Level, LevelParts>>,
  { keepItems, withScopes }: { readonly keepItems: boolean; readonly withScopes: boolean },
): { readonly header: LevelResults; readonly item?: LevelResults } {
  const wheres = collectWheres(builder);
  const headerColumns = answers(parts.header, builder, wheres.itemsMeet, withScopes);
  const itemColumns = answers(parts.item, builder, wheres.itemsMeet, withScopes);
  const assessed = isNull(column(REFUSED, HEADER));
  const whereColumns = wheres.expressions.map((expression, index) => ({ name: `_where_${index + 1}`, expression }));
  let itemRelation: string | undefined;
  if (keepItems || itemColumns.length > 0 || whereColumns.length > 0) {
    itemRelation = addStep(builder, "item_answers", "every item: what its rules' conditions and its terms come to", {
      columns: [{ name: builder.key, expression: keyOf(builder, ITEM) }, { name: "item", expression: column("item", ITEM) }, ...itemColumns, ...whereColumns],
      ...itemsWithHeader(builder, relations),
      where: assessed,
    });
  }
  const counts =
    itemRelation === undefined || whereColumns.length === 0
      ? undefined
      : addStep(builder, "item_counts", "how many items meet what header rules ask of items, and how many may", {
          columns: [
            { name: builder.key, expression: keyOf(builder, ITEM) },
            ...whereColumns.flatMap(({ name }, index) => countColumns(column(name, ITEM), index + 1)),
          ],
          from: { table: itemRelation, alias: ITEM },
          groupBy: [keyOf(builder, ITEM)],
        });
  const headerAnswers = addStep(builder, "header_answers", "every declaration: what the header rules' conditions and its terms come to", {
    columns: [
      { name: builder.key, expression: keyOf(builder, HEADER) },
      ...(hasDraws(builder) ? [{ name: "drawn", expression: column("drawn", HEADER) }] : []),
      ...headerColumns,
    ],
    from: { table: relations.header, alias: HEADER },
    ...(counts === undefined ? {} : { joins: [joinByKey(builder, counts, COUNTS, HEADER, "left")] }),
    where: assessed,
  });
  return {
    header: addOutcomes(builder, headerAnswers, HEADER, "header", parts.header),
    ...(itemRelation === undefined ? {} : { item: addOutcomes(builder, itemRelation, ITEM, "item", parts.item) }),
  };
}

function answers({ rules, terms }: LevelParts, builder: QueryBuilder, itemsMeet: ConditionContext["itemsMeet"], withScopes: boolean): readonly OutputColumn[] {
  const context: ConditionContext = { places: builder.places, isCodes: builder.isCodes, itemsMeet };
  return [...ruleColumns(rules, (condition) => conditionExpression(condition, context), withScopes), ...termColumns(terms, builder.places)];
}

function countColumns(where: Expression, number: number): readonly OutputColumn[] {
  const met = caseWhen([[where, ONE]], ZERO);
  const notFailed = caseWhen(
    [
      [not(where), ZERO],
      [TRUE, ONE],
    ],
    ZERO,
  );
  return [
    { name: `_met_${number}`, expression: call("sum", met) },
    { name: `_not_failed_${number}`, expression: call("sum", notFailed) },
  ];
}

function addOutcomes(builder: QueryBuilder, answered: string, alias: string, level: Level, parts: LevelParts): LevelResults {
  const { rules, terms } = parts;
  let relation = addRepeatSteps(builder, answered, alias, terms);
  const add = (name: string, comment: string, columns: readonly OutputColumn[]): void => {
    if (columns.length > 0)
      relation = addStep(builder, `${level}_${name}`, comment, { star: alias, columns, from: { table: relation, alias } } satisfies Select);
  };
  add("rounded", `the micropoints of ${level} terms, rounded half away from zero`, roundedColumns(terms, alias));
  add("groups", "of each group of rules only the strongest counts", groupColumns(rules, alias));
  const results = ruleResults(rules, alias);
  const points = rules.filter((rule) => rule.isPoints);
  return {
    relation,
    alias,
    parts,
    results,
    sum: (domain, base) =>
      sumOf(base, [
        ...points.filter((rule) => rule.domain === domain).map((rule: NumberedRule) => results.micropoints(rule)),
        ...terms.filter((term) => term.domain === domain).map((term) => termMicropoints(term, alias)),
      ]),
  };
}
