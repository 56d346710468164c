import { foldPhrase } from "../core/text.js";
import type { Level } from "../indicators/indicator.js";
import type { Condition, LeafCondition, Values } from "./condition.js";
import type { Vocabulary } from "./vocabulary.js";

/** Values made ready for look-up. */
export type ValueTest =
  | { readonly kind: "set"; readonly set: ReadonlySet<string | number | boolean> }
  | { readonly kind: "prefix"; readonly prefixes: readonly string[] }
  | { readonly kind: "phrase"; readonly phrases: readonly string[] }
  | { readonly kind: "range"; readonly min: number; readonly max: number; readonly minIncluded: boolean; readonly maxIncluded: boolean }
  | { readonly kind: "present" };

/** A leaf with its list resolved. */
export interface PreparedLeaf {
  readonly kind: "leaf";
  readonly indicator: string;
  readonly level: Level;
  readonly test: ValueTest;
}

/** A condition with its lists resolved, of the same shape. */
export type PreparedCondition =
  | PreparedLeaf
  | { readonly kind: "items"; readonly count: number; readonly where: PreparedCondition }
  | { readonly kind: "atLeast"; readonly count: number; readonly of: readonly PreparedCondition[] }
  | { readonly kind: "not"; readonly of: PreparedCondition };

/** The entries of the lists that conditions refer to, by list id. */
export type ListEntries = ReadonlyMap<string, readonly string[]>;

/** Resolves the lists of a checked condition. */
export function prepareCondition(condition: Condition, vocabulary: Vocabulary, lists: ListEntries): PreparedCondition {
  const prepare = (child: Condition): PreparedCondition => prepareCondition(child, vocabulary, lists);
  switch (condition.op) {
    case "all":
      return { kind: "atLeast", count: condition.of.length, of: condition.of.map(prepare) };
    case "any":
      return { kind: "atLeast", count: 1, of: condition.of.map(prepare) };
    case "atLeast":
      return { kind: "atLeast", count: condition.count, of: condition.of.map(prepare) };
    case "not":
      return { kind: "not", of: prepare(condition.of) };
    case "anyItem":
      return { kind: "items", count: 1, where: prepare(condition.where) };
    case "countItems":
      return { kind: "items", count: condition.atLeast, where: prepare(condition.where) };
    default: {
      const level = vocabulary.get(condition.indicator)?.level ?? "header";
      return { kind: "leaf", indicator: condition.indicator, level, test: prepareTest(condition, lists) };
    }
  }
}

function prepareTest(leaf: LeafCondition, lists: ListEntries): ValueTest {
  switch (leaf.op) {
    case "eq":
      return { kind: "set", set: new Set([leaf.value]) };
    case "in":
      return { kind: "set", set: new Set(entries(leaf.values, lists)) };
    case "prefix":
      return { kind: "prefix", prefixes: entries(leaf.values, lists) };
    case "containsAny":
      return { kind: "phrase", phrases: entries(leaf.values, lists).map(foldPhrase) };
    case "between":
      return { kind: "range", min: leaf.min, max: leaf.max, minIncluded: true, maxIncluded: true };
    case "gt":
    case "gte":
      return { kind: "range", min: leaf.value, max: Infinity, minIncluded: leaf.op === "gte", maxIncluded: true };
    case "lt":
    case "lte":
      return { kind: "range", min: -Infinity, max: leaf.value, minIncluded: true, maxIncluded: leaf.op === "lte" };
    case "present":
      return { kind: "present" };
  }
}

function entries(values: Values, lists: ListEntries): readonly string[] {
  return "list" in values ? (lists.get(values.list) ?? []) : values;
}

/** Every leaf of a prepared condition, from left to right. */
export function preparedLeaves(condition: PreparedCondition): readonly PreparedLeaf[] {
  switch (condition.kind) {
    case "leaf":
      return [condition];
    case "not":
      return preparedLeaves(condition.of);
    case "items":
      return preparedLeaves(condition.where);
    case "atLeast":
      return condition.of.flatMap(preparedLeaves);
  }
}
