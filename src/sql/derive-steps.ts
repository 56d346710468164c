import type { PreparedCondition } from "../conditions/prepare.js";
import { prepareCondition } from "../conditions/prepare.js";
import { powerOfTen, roundDecimals, toScaled } from "../core/decimal.js";
import { MAX_MICROPOINTS } from "../core/micropoints.js";
import { own } from "../core/own.js";
import type { DerivedIndicator, Fallback } from "../profile/derived.js";
import { orderDerived, readsOf } from "../profile/vocabulary.js";
import { type ConditionContext, conditionExpression } from "./condition-expression.js";
import type { Branch } from "./expression.js";
import { and, call, caseWhen, column, double, type Expression, integer, isNull, NULL, not, ONE, operation, or, TRUE, text, ZERO } from "./expression.js";
import { MISSING_SUFFIX } from "./fact-columns.js";
import { HEADER, ITEM } from "./places.js";
import type { OutputColumn, Select } from "./query.js";
import { addStep, itemsWithHeader, joinByKey, keyOf, type QueryBuilder, type Relations } from "./query-builder.js";
import { roundHalfAway } from "./rounding.js";

type OfTwo = Extract<DerivedIndicator, { readonly kind: "ratio" | "difference" }>;
type OverItems = Extract<DerivedIndicator, { readonly kind: "sum" | "share" }>;

/** The largest scaled number, as a double. */
const MAX_SCALED = double(MAX_MICROPOINTS);

/** A derived indicator with the number that stands for it in the query. */
interface Numbered<D extends DerivedIndicator> {
  readonly id: string;
  readonly number: number;
  readonly derived: D;
}

/** Adds the steps of the derived indicators, each after those that it reads; gives the relations that have them. */
export function addDerivedSteps(builder: QueryBuilder, relations: Relations): Relations {
  return batches(builder).reduce((now, batch) => {
    const ofTwo = batch.filter(isOfTwo);
    return ofTwo.length > 0 ? addOfTwo(builder, now, ofTwo) : addOverItems(builder, now, batch.filter(isOverItems));
  }, relations);
}

function isOfTwo(each: Numbered<DerivedIndicator>): each is Numbered<OfTwo> {
  return each.derived.kind === "ratio" || each.derived.kind === "difference";
}

function isOverItems(each: Numbered<DerivedIndicator>): each is Numbered<OverItems> {
  return each.derived.kind === "sum" || each.derived.kind === "share";
}

/** Derived indicators that can be computed side by side: of one level and kind, none of which reads another. */
function batches({ profile, vocabulary }: QueryBuilder): readonly (readonly Numbered<DerivedIndicator>[])[] {
  const { derived } = profile.document;
  const made: Numbered<DerivedIndicator>[][] = [];
  for (const [index, id] of orderDerived(derived).ordered.entries()) {
    const definition = own(derived, id);
    if (definition === undefined) continue;
    const each = { id, number: index + 1, derived: definition };
    const last = made.at(-1);
    const fits =
      last?.every((other) => isOfTwo(other) === isOfTwo(each) && vocabulary.get(other.id)?.level === vocabulary.get(id)?.level) === true &&
      !readsOf(definition).some((read) => last.some((other) => other.id === read));
    if (fits) last.push(each);
    else made.push([each]);
  }
  return made;
}

/** What a step of a batch is about. */
function about(batch: readonly Numbered<DerivedIndicator>[], what: string): string {
  return `derived ${batch.map(({ id }) => id).join(", ")}: ${what}`;
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

function addOfTwo(builder: QueryBuilder, relations: Relations, batch: readonly Numbered<OfTwo>[]): Relations {
  const { places, vocabulary } = builder;
  const decimalsOf = (indicator: string): number => vocabulary.get(indicator)?.decimals ?? 0;
  const isItem = vocabulary.get(batch[0]?.id ?? "")?.level === "item";
  const alias = isItem ? ITEM : HEADER;
  const source: Pick<Select, "from" | "joins"> = isItem ? itemsWithHeader(builder, relations) : { from: { table: relations.header, alias } };
  const name = `derived_${batch[0]?.number ?? 0}`;
  const sides = ({ derived }: Numbered<OfTwo>): readonly [string, string] =>
    derived.kind === "ratio" ? [derived.numerator, derived.denominator] : [derived.minuend, derived.subtrahend];
  const whole = addStep(builder, `${name}_scaled`, about(batch, "the two sides as scaled whole numbers"), {
    star: alias,
    columns: batch.flatMap((each) => {
      const [a, b] = sides(each);
      return [
        { name: `_left_${each.number}`, expression: scaled(places.value(a), decimalsOf(a)) },
        { name: `_right_${each.number}`, expression: scaled(places.value(b), decimalsOf(b)) },
      ];
    }),
    ...source,
  });
  const parts = addStep(builder, `${name}_parts`, about(batch, "what is divided by what"), {
    star: alias,
    columns: batch.flatMap((each) => {
      const { number, derived } = each;
      const [da, db] = sides(each).map(decimalsOf) as [number, number];
      const [l, r] = [exact(column(`_left_${number}`, alias)), exact(column(`_right_${number}`, alias))];
      const common = Math.max(da, db);
      const [up, down] =
        derived.kind === "ratio"
          ? [timesPower(l, db + derived.decimals), timesPower(r, da)]
          : [timesPower(operation(timesPower(l, common - da), "-", timesPower(r, common - db)), derived.decimals), integer(powerOfTen(common))];
      return [
        { name: `_up_${number}`, expression: up },
        { name: `_down_${number}`, expression: down },
      ];
    }),
    from: { table: whole, alias },
  });
  const result = addResults(builder, { table: parts, alias }, batch, ({ number, derived }) => {
    const [up, down] = [column(`_up_${number}`, alias), column(`_down_${number}`, alias)];
    const ifMissing: Special = [or([isNull(up), isNull(down)]), derived.ifMissing];
    return derived.kind === "ratio" ? [ifMissing, [operation(down, "=", ZERO), derived.ifZeroDivisor]] : [ifMissing];
  });
  return isItem ? { ...relations, items: result } : { ...relations, header: result };
}

/** Where a derived indicator has no quotient, and what it gives there. */
type Special = readonly [Expression, Fallback | "overflow"];

/** Adds the steps from `_up_` and `_down_` to the indicators: the quotients, rounded once half away from zero, and the fallbacks. */
function addResults<D extends DerivedIndicator>(
  builder: QueryBuilder,
  from: { readonly table: string; readonly alias: string },
  batch: readonly Numbered<D>[],
  specialsOf: (each: Numbered<D>) => readonly Special[],
): string {
  const { alias } = from;
  const name = `derived_${batch[0]?.number ?? 0}`;
  const twice = (of: Expression): Expression => operation(integer(2), "*", of);
  const divided = addStep(builder, `${name}_quotients`, about(batch, "the quotient, rounded half away from zero"), {
    star: alias,
    columns: batch.map(({ number }) => {
      const [up, down] = [column(`_up_${number}`, alias), column(`_down_${number}`, alias)];
      const magnitude = call("quotient", operation(twice(call("abs", up)), "+", call("abs", down)), twice(call("abs", down)));
      const sign = caseWhen([[operation(operation(up, "<", ZERO), "<>", operation(down, "<", ZERO)), integer(-1)]], ONE);
      return { name: `_quotient_${number}`, expression: caseWhen([[operation(down, "<>", ZERO), operation(sign, "*", magnitude)]]) };
    }),
    from,
  });
  return addStep(builder, name, about(batch, "the value, or why there is none"), {
    star: alias,
    columns: batch.flatMap((each): readonly OutputColumn[] => {
      const { id, number, derived } = each;
      const quotient = column(`_quotient_${number}`, alias);
      const isExact = operation(call("abs", quotient), "<=", integer(MAX_MICROPOINTS));
      const value = derived.decimals === 0 ? call("double", quotient) : operation(call("double", quotient), "/", double(powerOfTen(derived.decimals)));
      const specials = specialsOf(each);
      return [
        {
          name: id,
          expression: caseWhen([...specials.map(([when, fallback]): Branch => [when, fallbackValue(fallback, derived.decimals)]), [isExact, value]]),
        },
        {
          name: `${id}${MISSING_SUFFIX}`,
          expression: caseWhen(
            [...specials.map(([when, fallback]): Branch => [when, fallbackKind(fallback, derived.decimals)]), [isExact, NULL]],
            text("failed"),
          ),
        },
      ];
    }),
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

function addOverItems(builder: QueryBuilder, relations: Relations, batch: readonly Numbered<OverItems>[]): Relations {
  const { places, vocabulary, lists } = builder;
  const decimalsOf = ({ derived }: Numbered<OverItems>): number => vocabulary.get(derived.of)?.decimals ?? 0;
  const name = `derived_${batch[0]?.number ?? 0}`;
  const key: OutputColumn = { name: builder.key, expression: keyOf(builder, ITEM) };
  const whole = addStep(builder, `${name}_scaled`, about(batch, "each item's scaled value, and whether it belongs"), {
    columns: [
      key,
      ...batch.flatMap((each): readonly OutputColumn[] => {
        const { derived, number } = each;
        const where = derived.where === undefined ? undefined : prepareCondition(derived.where, vocabulary, lists);
        return [
          { name: `_value_${number}`, expression: scaled(places.value(derived.of), decimalsOf(each)) },
          { name: `_belongs_${number}`, expression: where === undefined ? TRUE : conditionExpression(where, itemConditions(builder)) },
        ];
      }),
    ],
    ...itemsWithHeader(builder, relations),
  });
  const sounded = addStep(builder, `${name}_lacking`, about(batch, "whether an item lacks what is needed"), {
    star: ITEM,
    columns: batch.map(({ derived, number }) => {
      const [value, belongs] = [column(`_value_${number}`, ITEM), column(`_belongs_${number}`, ITEM)];
      const unknown = [isNull(value), not(operation(call("abs", value), "<=", MAX_SCALED)), isNull(belongs)];
      // a sum does not need the values of items that do not belong to it
      const needed = derived.kind === "share" ? or(unknown) : and([or([isNull(belongs), belongs]), or(unknown)]);
      return { name: `_lacking_${number}`, expression: caseWhen([[needed, ONE]], ZERO) };
    }),
    from: { table: whole, alias: ITEM },
  });
  const stand = (each: Numbered<OverItems>): number | undefined =>
    typeof each.derived.ifMissing === "number" && each.derived.kind === "sum" ? toScaled(each.derived.ifMissing, decimalsOf(each)) : undefined;
  const tallied = addStep(builder, `${name}_sums`, about(batch, "the sum of the part and of the whole"), {
    columns: [
      key,
      ...batch.flatMap((each): readonly OutputColumn[] => {
        const { number } = each;
        const [value, belongs, lacking] = [`_value_${number}`, `_belongs_${number}`, `_lacking_${number}`].map((column_) => column(column_, ITEM)) as [
          Expression,
          Expression,
          Expression,
        ];
        const isLacking = operation(lacking, "=", ONE);
        const counts = operation(call("abs", value), "<=", MAX_SCALED);
        const amount = call("wide", call("bigint", value));
        return [
          { name: `_lacking_${number}`, expression: call("max", lacking) },
          {
            name: `_part_${number}`,
            expression: call(
              "sumWide",
              caseWhen(
                [
                  [isLacking, call("wide", integer(stand(each) ?? 0))],
                  [and([belongs, counts]), amount],
                ],
                ZERO,
              ),
            ),
          },
          {
            name: `_whole_${number}`,
            expression: call(
              "sumWide",
              caseWhen(
                [
                  [isLacking, ZERO],
                  [counts, amount],
                ],
                ZERO,
              ),
            ),
          },
        ];
      }),
    ],
    from: { table: sounded, alias: ITEM },
    groupBy: [keyOf(builder, ITEM)],
  });
  const sums = "s";
  const joined = addStep(builder, `${name}_parts`, about(batch, "with the sums, 0 without items"), {
    star: HEADER,
    columns: batch.flatMap(({ number }) =>
      ["lacking", "part", "whole"].map((what) => ({ name: `_${what}_${number}`, expression: call("coalesce", column(`_${what}_${number}`, sums), ZERO) })),
    ),
    from: { table: relations.header, alias: HEADER },
    joins: [joinByKey(builder, tallied, sums, HEADER, "left")],
  });
  const tooGreat = ({ number }: Numbered<OverItems>): Expression =>
    operation(call("greatest", call("abs", column(`_part_${number}`, HEADER)), call("abs", column(`_whole_${number}`, HEADER))), ">", integer(MAX_MICROPOINTS));
  const divided = addStep(builder, `${name}_fractions`, about(batch, "what is divided by what, in decimals of the result"), {
    star: HEADER,
    columns: batch.flatMap((each) => {
      const { derived, number } = each;
      // out of reach of the products where it is too great
      const safe = (what: string): Expression => caseWhen([[tooGreat(each), ZERO]], column(`_${what}_${number}`, HEADER));
      return [
        { name: `_up_${number}`, expression: timesPower(safe("part"), derived.decimals) },
        { name: `_down_${number}`, expression: derived.kind === "share" ? safe("whole") : call("wide", integer(powerOfTen(decimalsOf(each)))) },
      ];
    }),
    from: { table: joined, alias: HEADER },
  });
  const specialsOf = (each: Numbered<OverItems>): readonly Special[] => {
    const { derived, number } = each;
    const isLacking = operation(column(`_lacking_${number}`, HEADER), "=", ONE);
    const overflows = derived.kind === "sum" && typeof derived.ifMissing === "number";
    return [
      ...(stand(each) === undefined ? [[isLacking, overflows ? "overflow" : derived.ifMissing] as const] : []),
      [tooGreat(each), "overflow"],
      ...(derived.kind === "share" ? [[operation(column(`_whole_${number}`, HEADER), "=", ZERO), derived.ifZeroDivisor] as const] : []),
    ];
  };
  return { ...relations, header: addResults(builder, { table: divided, alias: HEADER }, batch, specialsOf) };
}

/** What conditions about one item need to know. */
function itemConditions({ places, isCodes }: QueryBuilder): ConditionContext {
  return { places, isCodes, itemsMeet: noItems };
}

function noItems(_where: PreparedCondition): Expression {
  throw new TypeError("a condition about an item asks of items");
}
