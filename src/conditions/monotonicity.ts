import type { ItemAddedEffect } from "../indicators/indicator.js";
import type { Condition, LeafCondition } from "./condition.js";
import type { Vocabulary } from "./vocabulary.js";

/** How a header condition's truth (false < unknown < true) can move when a goods item is added. */
export function effectOfAddedItem(condition: Condition, vocabulary: Vocabulary): ItemAddedEffect {
  switch (condition.op) {
    case "anyItem":
    case "countItems":
      return "canOnlyRise";
    case "not":
      return reverse(effectOfAddedItem(condition.of, vocabulary));
    case "all":
    case "any":
    case "atLeast":
      return condition.of.map((child) => effectOfAddedItem(child, vocabulary)).reduce(join);
    default:
      return effectOfLeaf(condition, vocabulary.get(condition.indicator)?.whenItemAdded ?? "any");
  }
}

function effectOfLeaf(leaf: LeafCondition, effect: ItemAddedEffect): ItemAddedEffect {
  if (effect === "unaffected") return "unaffected";
  switch (leaf.op) {
    case "gt":
    case "gte":
    case "in":
    case "present":
      return effect;
    case "lt":
    case "lte":
      return reverse(effect);
    default:
      return "any";
  }
}

function reverse(effect: ItemAddedEffect): ItemAddedEffect {
  if (effect === "canOnlyRise") return "canOnlyFall";
  return effect === "canOnlyFall" ? "canOnlyRise" : effect;
}

function join(a: ItemAddedEffect, b: ItemAddedEffect): ItemAddedEffect {
  if (a === b || b === "unaffected") return a;
  return a === "unaffected" ? b : "any";
}
