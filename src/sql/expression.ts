/**
 * The expressions of a query as a frozen tree. A boolean expression is true, false or `NULL`, and `NULL` is *unknown*: SQL's
 * `AND`, `OR` and `NOT` are Kleene's, as conditions need them.
 */
export type Expression =
  | { readonly kind: "column"; readonly name: string; readonly of?: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "integer"; readonly value: number }
  | { readonly kind: "double"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "operation"; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "and" | "or"; readonly of: readonly Expression[] }
  | { readonly kind: "sum"; readonly of: readonly Expression[] }
  | { readonly kind: "not" | "isNull" | "isNotNull"; readonly of: Expression }
  | { readonly kind: "case"; readonly when: readonly Branch[]; readonly otherwise?: Expression }
  | { readonly kind: "switch"; readonly of: Expression; readonly when: readonly Branch[]; readonly otherwise?: Expression }
  | { readonly kind: "oneOf"; readonly of: Expression; readonly values: readonly Expression[] }
  | { readonly kind: "anyCode"; readonly of: Expression; readonly values: readonly string[] }
  | { readonly kind: "rowNumber"; readonly within: Expression; readonly by: readonly { readonly of: Expression; readonly isFalling: boolean }[] }
  | { readonly kind: "call"; readonly function: FunctionName; readonly of: readonly Expression[] };

/** Two-sided operators; `+`, `-` and `*` of integers are exact, `/` is of doubles. */
export type Operator = "+" | "-" | "*" | "/" | "=" | "<>" | "<" | "<=" | ">" | ">=";

/** A condition, or a value to compare with, and what it gives. */
export type Branch = readonly [Expression, Expression];

/**
 * Functions that every dialect has under some name. `wide` is an integer of at least 38 digits and `quotient` its division
 * towards zero; `truncate`, `floor`, `logarithmOfTwo` and `powerOfTwo` are of doubles.
 */
export type FunctionName =
  | "abs"
  | "bigint"
  | "bytewise"
  | "count"
  | "coalesce"
  | "contains"
  | "double"
  | "floor"
  | "greatest"
  | "least"
  | "leading"
  | "logarithmOfTwo"
  | "max"
  | "min"
  | "powerOfTwo"
  | "quotient"
  | "startsWith"
  | "sum"
  | "sumWide"
  | "truncate"
  | "wide";

/** The unknown value. */
export const NULL: Expression = Object.freeze({ kind: "null" });
export const TRUE: Expression = Object.freeze({ kind: "boolean", value: true });
export const FALSE: Expression = Object.freeze({ kind: "boolean", value: false });
export const ZERO: Expression = Object.freeze({ kind: "integer", value: 0 });
export const ONE: Expression = Object.freeze({ kind: "integer", value: 1 });

/** A column, of the relation of an alias where one is given. */
export function column(name: string, of?: string): Expression {
  return Object.freeze(of === undefined ? { kind: "column", name } : { kind: "column", name, of });
}

/** A text, whoever wrote it. */
export function text(value: string): Expression {
  return Object.freeze({ kind: "text", value });
}

/** A safe integer. */
export function integer(value: number): Expression {
  return Object.freeze({ kind: "integer", value });
}

/** A finite double, bit for bit. */
export function double(value: number): Expression {
  return Object.freeze({ kind: "double", value });
}

/** `left operator right`. */
export function operation(left: Expression, operator: Operator, right: Expression): Expression {
  return Object.freeze({ kind: "operation", operator, left, right });
}

/** Addends that are put into one sum at most: engines bound the depth of an expression. */
const SUM_WIDTH = 50;

/** The exact sum of a safe integer and of integers. */
export function sumOf(start: number, addends: readonly Expression[]): Expression {
  const first = call("bigint", integer(start));
  if (addends.length === 0) return first;
  if (addends.length <= SUM_WIDTH) return Object.freeze({ kind: "sum", of: [first, ...addends] });
  const width = Math.ceil(addends.length / Math.ceil(addends.length / SUM_WIDTH));
  const parts = Array.from({ length: Math.ceil(addends.length / width) }, (_, index) => sumOf(0, addends.slice(index * width, (index + 1) * width)));
  return sumOf(start, parts);
}

/** All of some conditions; true of none. */
export function and(of: readonly Expression[]): Expression {
  return joined("and", of, TRUE);
}

/** At least one of some conditions; false of none. */
export function or(of: readonly Expression[]): Expression {
  return joined("or", of, FALSE);
}

function joined(kind: "and" | "or", of: readonly Expression[], ofNone: Expression): Expression {
  const [first, ...rest] = of;
  if (first === undefined) return ofNone;
  return rest.length === 0 ? first : Object.freeze({ kind, of: Object.freeze([...of]) });
}

/** The contrary; unknown of unknown. */
export function not(of: Expression): Expression {
  if (of.kind === "isNotNull") return isNull(of.of);
  return Object.freeze({ kind: "not", of });
}

/** Whether there is no value. */
export function isNull(of: Expression): Expression {
  return Object.freeze({ kind: "isNull", of });
}

/** Whether there is a value. */
export function isNotNull(of: Expression): Expression {
  return Object.freeze({ kind: "isNotNull", of });
}

/** What the first true condition gives, `otherwise` without one, else `NULL`. */
export function caseWhen(when: readonly Branch[], otherwise?: Expression): Expression {
  if (when.length === 0) return otherwise ?? NULL;
  return Object.freeze(otherwise === undefined ? { kind: "case", when } : { kind: "case", when, otherwise });
}

/** What stands beside the value that `of` equals, `otherwise` without one, else `NULL`. */
export function switchOf(of: Expression, when: readonly Branch[], otherwise?: Expression): Expression {
  if (when.length === 0) return otherwise ?? NULL;
  return Object.freeze(otherwise === undefined ? { kind: "switch", of, when } : { kind: "switch", of, when, otherwise });
}

/** Whether a value that is not `NULL` is one of some; false of none. */
export function oneOf(of: Expression, values: readonly Expression[]): Expression {
  const [first, ...rest] = values;
  if (first === undefined) return FALSE;
  return rest.length === 0 ? operation(of, "=", first) : Object.freeze({ kind: "oneOf", of, values });
}

/** Whether a set of codes holds one of some. */
export function anyCode(of: Expression, values: readonly string[]): Expression {
  return values.length === 0 ? FALSE : Object.freeze({ kind: "anyCode", of, values });
}

/** The place of a row among those with the same `within`, from 1, in an order. */
export function rowNumber(within: Expression, by: readonly { readonly of: Expression; readonly isFalling: boolean }[]): Expression {
  return Object.freeze({ kind: "rowNumber", within, by });
}

/** A function of the dialect. */
export function call(name: FunctionName, ...of: readonly Expression[]): Expression {
  return Object.freeze({ kind: "call", function: name, of });
}
