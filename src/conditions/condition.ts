/** The values that a condition compares with: written out, or those of a list of the profile. */
export type Values = readonly string[] | { readonly list: string };

/** The indicator equals a value. For codes (case matters), numbers and booleans. */
export interface EqCondition {
  readonly op: "eq";
  readonly indicator: string;
  readonly value: string | number | boolean;
}

/** The code is one of the values; for a set of codes, at least one of them is. */
export interface InCondition {
  readonly op: "in";
  readonly indicator: string;
  readonly values: Values;
}

/** The code starts with one of the values. */
export interface PrefixCondition {
  readonly op: "prefix";
  readonly indicator: string;
  readonly values: Values;
}

/** The text holds one of the words or phrases, whole and folded (case, accents, width and invisible characters ignored). */
export interface ContainsAnyCondition {
  readonly op: "containsAny";
  readonly indicator: string;
  readonly values: Values;
}

/** The number lies between two bounds, both included. */
export interface BetweenCondition {
  readonly op: "between";
  readonly indicator: string;
  readonly min: number;
  readonly max: number;
}

/** The number is greater than, at least, less than or at most a value. */
export interface CompareCondition {
  readonly op: "gt" | "gte" | "lt" | "lte";
  readonly indicator: string;
  readonly value: number;
}

/** The indicator has a value. False where it is absent or not applicable, unknown where its computation failed. */
export interface PresentCondition {
  readonly op: "present";
  readonly indicator: string;
}

/** At least one item meets the condition. Header rules only. */
export interface AnyItemCondition {
  readonly op: "anyItem";
  readonly where: Condition;
}

/** So many items or more meet the condition. Header rules only. */
export interface CountItemsCondition {
  readonly op: "countItems";
  readonly where: Condition;
  readonly atLeast: number;
}

/** Every one of the conditions, or at least one of them. */
export interface GroupCondition {
  readonly op: "all" | "any";
  readonly of: readonly [Condition, ...Condition[]];
}

/** So many of the conditions or more. */
export interface AtLeastCondition {
  readonly op: "atLeast";
  readonly count: number;
  readonly of: readonly [Condition, ...Condition[]];
}

/** Not the condition; not unknown is unknown. */
export interface NotCondition {
  readonly op: "not";
  readonly of: Condition;
}

/** A condition that reads one indicator. */
export type LeafCondition = EqCondition | InCondition | PrefixCondition | ContainsAnyCondition | BetweenCondition | CompareCondition | PresentCondition;

/** The closed language of conditions: plain JSON, no code, no paths, no regular expressions. */
export type Condition = LeafCondition | AnyItemCondition | CountItemsCondition | GroupCondition | AtLeastCondition | NotCondition;

/** Whether a condition reads one indicator. */
export function isLeaf(condition: Condition): condition is LeafCondition {
  return "indicator" in condition;
}

/** The conditions directly inside a condition, with the path to each. */
export function childrenOf(condition: Condition): readonly { readonly condition: Condition; readonly path: readonly (string | number)[] }[] {
  switch (condition.op) {
    case "all":
    case "any":
    case "atLeast":
      return condition.of.map((child, index) => ({ condition: child, path: ["of", index] }));
    case "not":
      return [{ condition: condition.of, path: ["of"] }];
    case "anyItem":
    case "countItems":
      return [{ condition: condition.where, path: ["where"] }];
    default:
      return [];
  }
}

/** Every leaf of a condition, from left to right. */
export function leavesOf(condition: Condition): readonly LeafCondition[] {
  return isLeaf(condition) ? [condition] : childrenOf(condition).flatMap((child) => leavesOf(child.condition));
}
