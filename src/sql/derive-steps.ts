import type { PreparedCondition } from "../conditions/prepare.js";
import { prepareCondition } from "../conditions/prepare.js";
import { powerOfTen, roundDecimals, toScaled } from "../core/decimal.js";
import { MAX_MICROPOINTS } from "../core/micropoints.js";
import { own } from "../core/own.js";
import type { DerivedIndicator, Fallback } from "../profile/derived.js";
import { orderDerived } from "../profile/vocabulary.js";
import { type ConditionContext, conditionExpression } from "./condition-expression.js";
import type { Branch } from "./expression.js";
import { and, call, caseWhen, column, double, type Expression, integer, isNotNull, isNull, NULL, not, ONE, operation, or, text, TRUE, ZERO } from "./expression.js";
import { MISSING_SUFFIX } from "./fact-columns.js";
import { HEADER, ITEM } from "./places.js";
import { addStep, itemsWithHeader, joinByKey, keyOf, type QueryBuilder, type Relations } from "./query-builder.js";
import type { OutputColumn, Select } from "./query.js";
import { roundHalfAway } from "./rounding.js";

type OfTwo = Extract<DerivedIndicator, { readonly kind: "ratio" | "difference" }>;
type OverItems = Extract<DerivedIndicator, { readonly kind: "sum" | "share" }>;

/** The largest scaled number, as a double. */
const MAX_SCALED = double(MAX_MICROPOINTS);

/** Adds the steps of the derived indicators, each after those that it reads; gives the relations that have them. */
export function addDerivedSteps(builder: QueryBuilder, relations: Relations): Relations {
  const derived = builder.profile.document.derived;
  let now = relations;
  for (const [index, id] of orderDerived(derived).ordered.entries()) {
    const definition = own(derived, id);
    if (definition === undefined) continue;
    const number = index + 1;
    now =
      definition.kind === "sum" || definition.kind === "share"
        ? addOverItems(builder, now, id, definition, number)
        : addOfTwo(builder, now, id, definition, number);
  }
  return now;
}

/** Somewhat more than the greatest scaled number. */
const BEYOND_EXACT = 9.1e15;

/** A number as a scaled whole double; `NULL` where it is missing or far beyond the exact range. */
function scaled(value: Expression, decimals: number): Expression {
  const inReach = operation(call("abs", value), "<=", double(BEYOND_EXACT / powerOfTen(decimals)));
  return caseWhen([[inReach, roundHalfAway(decimals === 0 ? value : operation(value, "*", double(powerOfTen(decimals))))]]);
}

/** A scaled whole double as a wide integer; `NULL` beyond the exact range. */
function exact(of: Expression): Expression {
  return caseWhen([[operation(call("abs", of), "<=", MAX_SCALED), call("wide", call("bigint", of))]]);
}

function timesPower(of: Expression, decimals: number): Expression {
  return decimals === 0 ? of : operation(of, "*", integer(powerOfTen(decimals)));
}

function addOfTwo(builder: QueryBuilder, relations: Relations, id: string, derived: OfTwo, number: number): Relations {
  const { places, vocabulary } = builder;
  const [a, b] = derived.kind === "ratio" ? [derived.numerator, derived.denominator] : [derived.minuend, derived.subtrahend];
  const decimalsOf = (indicator: string): number => vocabulary.get(indicator)?.decimals ?? 0;
  const [da, db] = [decimalsOf(a), decimalsOf(b)];
  const isItem = vocabulary.get(id)?.level === "item";
  const alias = isItem ? ITEM : HEADER;
  const [left, right] = [`_left_${number}`, `_right_${number}`];
  const source: Pick<Select, "from" | "joins"> = isItem ? itemsWithHeader(builder, relations) : { from: { table: relations.header, alias } };
  const name = `derived_${number}`;
  const whole = addStep(builder, `${name}_scaled`, `derived indicator ${id}: its two sides as scaled whole numbers`, {
    star: alias,
    columns: [
      { name: left, expression: scaled(places.value(a), da) },
      { name: right, expression: scaled(places.value(b), db) },
    ],
    ...source,
  });
  const [l, r] = [exact(column(left, alias)), exact(column(right, alias))];
  const common = Math.max(da, db);
  const quotient: readonly [Expression, Expression] =
    derived.kind === "ratio"
      ? [timesPower(l, db + derived.decimals), timesPower(r, da)]
      : [timesPower(operation(timesPower(l, common - da), "-", timesPower(r, common - db)), derived.decimals), integer(powerOfTen(common))];
  const parts = addStep(builder, `${name}_parts`, `derived indicator ${id}: what is divided by what`, {
    star: alias,
    columns: [
      { name: `_up_${number}`, expression: quotient[0] },
      { name: `_down_${number}`, expression: quotient[1] },
    ],
    from: { table: whole, alias },
  });
  const [up, down] = [column(`_up_${number}`, alias), column(`_down_${number}`, alias)];
  const ifMissing: Special = [or([isNull(up), isNull(down)]), derived.ifMissing];
  const specials = derived.kind === "ratio" ? [ifMissing, [operation(down, "=", integer(0)), derived.ifZeroDivisor] as const] : [ifMissing];
  const result = addResult(builder, { table: parts, alias }, id, derived.decimals, number, specials);
  return isItem ? { ...relations, items: result } : { ...relations, header: result };
}

/** Where a derived indicator has no quotient, and what it gives there. */
type Special = readonly [Expression, Fallback | "overflow"];

/** Adds the steps from `_up_` and `_down_` to the indicator: the quotient, rounded once half away from zero, and the fallbacks. */
function addResult(
  builder: QueryBuilder,
  from: { readonly table: string; readonly alias: string },
  id: string,
  decimals: number,
  number: number,
  specials: readonly Special[],
): string {
  const { alias } = from;
  const [up, down, quotient] = [`_up_${number}`, `_down_${number}`, `_quotient_${number}`].map((name) => column(name, alias)) as [Expression, Expression, Expression];
  const [absUp, absDown] = [call("abs", up), call("abs", down)];
  const twice = (of: Expression): Expression => operation(integer(2), "*", of);
  const rounded = call("quotient", operation(twice(absUp), "+", absDown), twice(absDown));
  const divided = addStep(builder, `derived_${number}_quotient`, `derived indicator ${id}: the quotient's magnitude, rounded half away from zero`, {
    star: alias,
    columns: [{ name: `_quotient_${number}`, expression: caseWhen([[operation(down, "<>", integer(0)), rounded]]) }],
    from,
  });
  const isNegative = operation(operation(up, "<", integer(0)), "<>", operation(down, "<", integer(0)));
  const magnitude = call("double", quotient);
  const signed = caseWhen([[and([isNegative, operation(quotient, ">", integer(0))]), operation(double(-1), "*", magnitude)]], magnitude);
  const isExact = operation(quotient, "<=", integer(MAX_MICROPOINTS));
  const value: readonly Branch[] = [
    ...specials.map(([when, fallback]): Branch => [when, fallbackValue(fallback, decimals)]),
    [isExact, decimals === 0 ? signed : operation(signed, "/", double(powerOfTen(decimals)))],
  ];
  const missing: readonly Branch[] = [...specials.map(([when, fallback]): Branch => [when, fallbackKind(fallback, decimals)]), [isExact, NULL]];
  return addStep(builder, `derived_${number}`, `derived indicator ${id}`, {
    star: alias,
    columns: [
      { name: id, expression: caseWhen(value) },
      { name: `${id}${MISSING_SUFFIX}`, expression: caseWhen(missing, text("failed")) },
    ],
    from: { table: divided, alias },
  });
}

function fallbackValue(fallback: Fallback | "overflow", decimals: number): Expression {
  const value = typeof fallback === "number" ? roundDecimals(fallback, decimals) : undefined;
  return value === undefined ? NULL : double(value);
}

function fallbackKind(fallback: Fallback | "overflow", decimals: number): Expression {
  if (typeof fallback === "number") return roundDecimals(fallback, decimals) === undefined ? text("failed") : NULL;
  return text(fallback === "overflow" ? "failed" : fallback);
}

function addOverItems(builder: QueryBuilder, relations: Relations, id: string, derived: OverItems, number: number): Relations {
  const { places, vocabulary, lists } = builder;
  const decimals = vocabulary.get(derived.of)?.decimals ?? 0;
  const where = derived.where === undefined ? undefined : prepareCondition(derived.where, vocabulary, lists);
  const [value, belongs] = [`_value_${number}`, `_belongs_${number}`];
  const columns: OutputColumn[] = [
    { name: builder.key, expression: keyOf(builder, ITEM) },
    { name: value, expression: scaled(places.value(derived.of), decimals) },
    { name: belongs, expression: where === undefined ? TRUE : conditionExpression(where, itemConditions(builder)) },
  ];
  const whole = addStep(builder, `derived_${number}_scaled`, `derived indicator ${id}: each item's scaled value, and whether it belongs`, {
    columns,
    ...itemsWithHeader(builder, relations),
  });
  const [v, b] = [column(value, ITEM), column(belongs, ITEM)];
  const hasValue = and([isNotNull(v), operation(call("abs", v), "<=", MAX_SCALED)]);
  const sound = and([hasValue, isNotNull(b)]);
  const lacks = derived.kind === "share" ? not(sound) : and([or([isNull(b), b]), not(sound)]);
  const stand = typeof derived.ifMissing === "number" && derived.kind === "sum" ? toScaled(derived.ifMissing, decimals) : undefined;
  const amount = call("wide", call("bigint", v));
  const tallied = addStep(builder, `derived_${number}_sums`, `derived indicator ${id}: the sum of the part and of the whole, and whether an item lacks what is needed`, {
    columns: [
      { name: builder.key, expression: keyOf(builder, ITEM) },
      { name: `_lacking_${number}`, expression: call("max", caseWhen([[lacks, ONE]], ZERO)) },
      {
        name: `_part_${number}`,
        expression: call("sumWide", caseWhen([[lacks, integer(stand ?? 0)], [and([sound, b]), amount]], integer(0))),
      },
      { name: `_whole_${number}`, expression: call("sumWide", caseWhen([[lacks, integer(0)], [hasValue, amount]], integer(0))) },
    ],
    from: { table: whole, alias: ITEM },
    groupBy: [keyOf(builder, ITEM)],
  });
  const sums = "s";
  const sum = (what: string): Expression => call("coalesce", column(`_${what}_${number}`, sums), integer(0));
  const joined = addStep(builder, `derived_${number}_parts`, `derived indicator ${id}: what is divided by what`, {
    star: HEADER,
    columns: [
      { name: `_lacking_${number}`, expression: call("coalesce", column(`_lacking_${number}`, sums), ZERO) },
      { name: `_part_${number}`, expression: sum("part") },
      { name: `_whole_${number}`, expression: sum("whole") },
    ],
    from: { table: relations.header, alias: HEADER },
    joins: [joinByKey(builder, tallied, sums, HEADER, "left")],
  });
  const [lacking, part, all] = [`_lacking_${number}`, `_part_${number}`, `_whole_${number}`].map((name) => column(name, HEADER)) as [Expression, Expression, Expression];
  const tooGreat = or([part, all].map((each) => operation(call("abs", each), ">", integer(MAX_MICROPOINTS))));
  const isLacking = operation(lacking, "=", ONE);
  const specials: Special[] = [];
  if (stand === undefined) specials.push([isLacking, derived.kind === "sum" && typeof derived.ifMissing === "number" ? "overflow" : derived.ifMissing]);
  specials.push([tooGreat, "overflow"]);
  if (derived.kind === "share") specials.push([operation(all, "=", integer(0)), derived.ifZeroDivisor]);
  // out of reach of the products below where it is too great
  const safe = (of: Expression): Expression => caseWhen([[tooGreat, integer(0)]], of);
  const divided = addStep(builder, `derived_${number}_fraction`, `derived indicator ${id}: the fraction in decimals of the result`, {
    star: HEADER,
    columns:
      derived.kind === "share"
        ? [
            { name: `_up_${number}`, expression: timesPower(safe(part), derived.decimals) },
            { name: `_down_${number}`, expression: safe(all) },
          ]
        : [
            { name: `_up_${number}`, expression: timesPower(safe(part), derived.decimals) },
            { name: `_down_${number}`, expression: integer(powerOfTen(decimals)) },
          ],
    from: { table: joined, alias: HEADER },
  });
  return { ...relations, header: addResult(builder, { table: divided, alias: HEADER }, id, derived.decimals, number, specials) };
}

/** What conditions about one item need to know. */
export function itemConditions({ places, isCodes }: QueryBuilder): ConditionContext {
  return { places, isCodes, itemsMeet: noItems };
}

function noItems(_where: PreparedCondition): Expression {
  throw new TypeError("a condition about an item asks of items");
}
