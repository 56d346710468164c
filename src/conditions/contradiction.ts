import { canonicalJson } from "../core/canonical.js";
import { type Condition, isLeaf, type LeafCondition } from "./condition.js";
import type { ListEntries } from "./prepare.js";
import type { Vocabulary } from "./vocabulary.js";

/**
 * Why the conjunction of some conditions can never be true, in one sentence, else `undefined`. Looks at pairs within
 * one conjunction (nested `all` included), not through `any` or `atLeast`.
 */
export function findContradiction(conditions: readonly Condition[], vocabulary: Vocabulary, lists: ListEntries): string | undefined {
  const conjuncts = conditions.flatMap(flatten);
  const denied = conjuncts.flatMap((conjunct) => (conjunct.op === "not" ? [canonicalJson(conjunct.of)] : []));
  if (denied.length > 0 && conjuncts.some((conjunct) => denied.includes(canonicalJson(conjunct)))) {
    return "a condition and its negation stand in one conjunction";
  }
  const byIndicator = new Map<string, LeafCondition[]>();
  for (const leaf of conjuncts.filter(isLeaf)) {
    // several members of a set of codes can each meet another condition
    if (vocabulary.get(leaf.indicator)?.type === "codes") continue;
    const leaves = byIndicator.get(leaf.indicator);
    if (leaves === undefined) byIndicator.set(leaf.indicator, [leaf]);
    else leaves.push(leaf);
  }
  for (const [indicator, leaves] of byIndicator) {
    if (!canHoldTogether(leaves, lists)) return `no value of \`${indicator}\` meets all the conditions on it`;
  }
  return undefined;
}

function flatten(condition: Condition): readonly Condition[] {
  return condition.op === "all" ? condition.of.flatMap(flatten) : [condition];
}

type Value = string | number | boolean;

/** Whether some value can meet all leaves on one indicator. Phrases and presence exclude nothing here. */
function canHoldTogether(leaves: readonly LeafCondition[], lists: ListEntries): boolean {
  // an empty list is a list yet to be filled, not a contradiction
  if (leaves.some((leaf) => "values" in leaf && entriesOf(leaf.values, lists).length === 0)) return true;
  const admissions = leaves.map((leaf) => admission(leaf, lists));
  const candidates = leaves.flatMap((leaf) => valuesOf(leaf, lists) ?? []);
  if (candidates.length > 0) return candidates.some((value) => admissions.every((admits) => admits(value)));
  const prefixes = leaves.flatMap((leaf) => (leaf.op === "prefix" ? entriesOf(leaf.values, lists) : []));
  if (prefixes.length > 0) return prefixes.some((prefix) => admissions.every((admits) => admits(prefix)));
  return rangeIsOpen(leaves);
}

function valuesOf(leaf: LeafCondition, lists: ListEntries): readonly Value[] | undefined {
  if (leaf.op === "eq") return [leaf.value];
  return leaf.op === "in" ? entriesOf(leaf.values, lists) : undefined;
}

function entriesOf(values: readonly string[] | { readonly list: string }, lists: ListEntries): readonly string[] {
  return "list" in values ? (lists.get(values.list) ?? []) : values;
}

/** Whether a leaf admits a value, its entries looked up and not searched: lists can be long. */
function admission(leaf: LeafCondition, lists: ListEntries): (value: Value) => boolean {
  switch (leaf.op) {
    case "eq":
      return (value) => leaf.value === value;
    case "in": {
      const entries = new Set<Value>(entriesOf(leaf.values, lists));
      return (value) => entries.has(value);
    }
    case "prefix": {
      const prefixes = new Set(entriesOf(leaf.values, lists));
      const lengths = [...new Set([...prefixes].map((prefix) => prefix.length))];
      return (value) => typeof value === "string" && lengths.some((length) => prefixes.has(value.slice(0, length)));
    }
    case "between":
      return (value) => typeof value === "number" && leaf.min <= value && value <= leaf.max;
    case "gt":
      return (value) => typeof value === "number" && value > leaf.value;
    case "gte":
      return (value) => typeof value === "number" && value >= leaf.value;
    case "lt":
      return (value) => typeof value === "number" && value < leaf.value;
    case "lte":
      return (value) => typeof value === "number" && value <= leaf.value;
    case "containsAny":
    case "present":
      return () => true;
  }
}

/** Whether the ranges of the leaves have a number in common. */
function rangeIsOpen(leaves: readonly LeafCondition[]): boolean {
  let min = -Infinity;
  let max = Infinity;
  let open = false;
  for (const leaf of leaves) {
    if (leaf.op === "between") {
      min = Math.max(min, leaf.min);
      max = Math.min(max, leaf.max);
    } else if (leaf.op === "gt" || leaf.op === "gte") min = Math.max(min, leaf.value);
    else if (leaf.op === "lt" || leaf.op === "lte") max = Math.min(max, leaf.value);
  }
  if (min === max) open = leaves.some((leaf) => (leaf.op === "gt" || leaf.op === "lt") && leaf.value === min);
  return min < max || (min === max && !open);
}
