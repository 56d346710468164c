import { foldPhrase } from "../core/text.js";
import { type Fact, type FactValue, isMissing, type MissingFact } from "../indicators/fact.js";
import type { PreparedCondition, PreparedLeaf, ValueTest } from "./prepare.js";
import { atLeast, not, type Truth } from "./truth.js";

/** The facts that a condition reads: the header's, each item's, and the item at hand where there is one. */
export interface Scope {
  readonly header: ReadonlyMap<string, Fact>;
  readonly items: readonly ReadonlyMap<string, Fact>[];
  readonly item?: ReadonlyMap<string, Fact>;
}

const NOT_STATED: MissingFact = { missing: "absent" };

/** The plain recursive evaluator: the meaning of conditions, that every faster way must reproduce. */
export function evaluate(condition: PreparedCondition, scope: Scope): Truth {
  switch (condition.kind) {
    case "leaf":
      return testFact(condition.test, readFact(condition, scope));
    case "not":
      return not(evaluate(condition.of, scope));
    case "atLeast":
      return atLeast(
        condition.count,
        condition.of.map((child) => evaluate(child, scope)),
      );
    case "items":
      return atLeast(
        condition.count,
        scope.items.map((item) => evaluate(condition.where, { ...scope, item })),
      );
  }
}

/** The fact that a leaf reads in a scope. */
export function readFact(leaf: PreparedLeaf, scope: Scope): Fact {
  const values = leaf.level === "item" ? scope.item : scope.header;
  return values?.get(leaf.indicator) ?? NOT_STATED;
}

/** The truth of a test on a fact: absent and failed are unknown, what does not apply is false. */
function testFact(test: ValueTest, fact: Fact): Truth {
  if (isMissing(fact)) {
    if (fact.missing === "notApplicable") return false;
    return test.kind === "present" && fact.missing === "absent" ? false : "unknown";
  }
  return testValue(test, fact);
}

function testValue(test: ValueTest, value: FactValue): boolean {
  switch (test.kind) {
    case "present":
      return true;
    case "set":
      return typeof value === "object" ? value.some((member) => test.set.has(member)) : test.set.has(value);
    case "prefix":
      return typeof value === "string" && test.prefixes.some((prefix) => value.startsWith(prefix));
    case "phrase": {
      if (typeof value !== "string") return false;
      const folded = foldPhrase(value);
      return test.phrases.some((phrase) => folded.includes(phrase));
    }
    case "range":
      return (
        typeof value === "number" && (test.minIncluded ? value >= test.min : value > test.min) && (test.maxIncluded ? value <= test.max : value < test.max)
      );
  }
}
