import type { PreparedCondition, PreparedLeaf } from "../conditions/prepare.js";
import type { Branch, Expression } from "./expression.js";
import { and, anyCode, call, caseWhen, double, FALSE, integer, NULL, not, ONE, oneOf, operation, or, TRUE, text, ZERO } from "./expression.js";
import type { Places } from "./places.js";

/** What conditions of a query need to know. */
export interface ConditionContext {
  readonly places: Places;
  readonly isCodes: (indicator: string) => boolean;
  /** Whether so many items meet a condition, as an expression over the header. */
  readonly itemsMeet: (where: PreparedCondition, atLeast: number) => Expression;
}

/** A condition as an expression that is true, false or unknown. */
export function conditionExpression(condition: PreparedCondition, context: ConditionContext): Expression {
  switch (condition.kind) {
    case "leaf":
      return leafExpression(condition, context);
    case "not":
      return not(conditionExpression(condition.of, context));
    case "items":
      return context.itemsMeet(condition.where, condition.count);
    case "atLeast":
      return atLeast(
        condition.of.map((part) => conditionExpression(part, context)),
        condition.count,
      );
  }
}

/** At least so many are true; false if fewer are true or unknown. */
function atLeast(parts: readonly Expression[], count: number): Expression {
  if (count > parts.length) return FALSE;
  if (count === parts.length) return and(parts);
  if (count === 1) return or(parts);
  const tally = (parts_: readonly Branch[][]): Expression => parts_.map((when) => caseWhen(when, ZERO)).reduce((sum, part) => operation(sum, "+", part));
  const areTrue = tally(parts.map((part) => [[part, ONE]]));
  const areNotFalse = tally(
    parts.map((part) => [
      [part, ONE],
      [not(part), ZERO],
      [TRUE, ONE],
    ]),
  );
  return enough(areTrue, areNotFalse, count);
}

/** True, false or unknown from how many are true and how many are true or unknown. */
export function enough(areTrue: Expression, areNotFalse: Expression, count: number): Expression {
  return caseWhen([
    [operation(areTrue, ">=", integer(count)), TRUE],
    [operation(areNotFalse, "<", integer(count)), FALSE],
  ]);
}

function leafExpression(leaf: PreparedLeaf, context: ConditionContext): Expression {
  const { places } = context;
  const { indicator, test } = leaf;
  const otherwise = places.otherwise(indicator);
  if (test.kind === "present") {
    const failed = places.hasFailed(indicator);
    return caseWhen([[places.hasValue(indicator), TRUE], ...(failed === undefined ? [] : [[failed, NULL] as const])], FALSE);
  }
  const tested = testExpression(leaf, context);
  // a test of NULL is NULL, but a constant is not, and a list without NULL tells nothing
  if (!places.isNullable(indicator) || tested === FALSE) return caseWhen([[places.hasValue(indicator), tested]], otherwise);
  return otherwise === undefined ? tested : call("coalesce", tested, otherwise);
}

/** The test of a value that is there. */
function testExpression({ indicator, test }: PreparedLeaf, { places, isCodes }: ConditionContext): Expression {
  const value = places.value(indicator);
  switch (test.kind) {
    case "set": {
      const values = [...test.set];
      return isCodes(indicator) ? anyCode(value, values.map(String)) : oneOf(value, values.map(literal));
    }
    case "prefix":
      return startsWithOne(value, test.prefixes);
    case "phrase":
      return or(test.phrases.map((phrase) => call("contains", value, text(phrase))));
    case "range": {
      const { min, max, minIncluded, maxIncluded } = test;
      const bounds = [
        ...(min === -Infinity ? [] : [operation(value, minIncluded ? ">=" : ">", number(min))]),
        ...(max === Infinity ? [] : [operation(value, maxIncluded ? "<=" : "<", number(max))]),
      ];
      return and(bounds);
    }
    case "present":
      return TRUE;
  }
}

/** A few prefixes one by one, many of one length as a set of what such a text starts with. */
function startsWithOne(value: Expression, prefixes: readonly string[]): Expression {
  const byLength = new Map<number, string[]>();
  for (const prefix of prefixes) {
    const length = [...prefix].length;
    const known = byLength.get(length);
    if (known === undefined) byLength.set(length, [prefix]);
    else known.push(prefix);
  }
  return or(
    [...byLength].map(([length, some]) =>
      some.length === 1 ? call("startsWith", value, text(some[0] ?? "")) : oneOf(call("leading", value, integer(length)), some.map(text)),
    ),
  );
}

function literal(value: string | number | boolean): Expression {
  if (typeof value === "string") return text(value);
  return typeof value === "number" ? number(value) : value ? TRUE : FALSE;
}

/** A number to compare a double with: a whole one reads best as such. */
function number(value: number): Expression {
  return Number.isSafeInteger(value) && Math.abs(value) < 1e9 ? integer(value) : double(value);
}
