import type { Fact } from "../indicators/fact.js";
import { evaluate, readFact, type Scope } from "./evaluate.js";
import type { PreparedCondition } from "./prepare.js";
import { atLeast, not, type Truth } from "./truth.js";

/** How a condition came to its truth: a tree of the condition's own shape; every part is evaluated, none skipped. */
export type Trace =
  | { readonly kind: "leaf"; readonly truth: Truth; readonly indicator: string; readonly fact: Fact }
  | { readonly kind: "not"; readonly truth: Truth; readonly of: Trace }
  | { readonly kind: "atLeast"; readonly truth: Truth; readonly count: number; readonly of: readonly Trace[] }
  | { readonly kind: "items"; readonly truth: Truth; readonly count: number; readonly where: readonly Trace[] };

/** Evaluates a condition and keeps the way; its truth is always that of {@link evaluate}. */
export function trace(condition: PreparedCondition, scope: Scope): Trace {
  switch (condition.kind) {
    case "leaf":
      return { kind: "leaf", truth: evaluate(condition, scope), indicator: condition.indicator, fact: readFact(condition, scope) };
    case "not": {
      const of = trace(condition.of, scope);
      return { kind: "not", truth: not(of.truth), of };
    }
    case "atLeast": {
      const of = condition.of.map((child) => trace(child, scope));
      return {
        kind: "atLeast",
        truth: atLeast(
          condition.count,
          of.map((child) => child.truth),
        ),
        count: condition.count,
        of,
      };
    }
    case "items": {
      const where = scope.items.map((item) => trace(condition.where, { ...scope, item }));
      return {
        kind: "items",
        truth: atLeast(
          condition.count,
          where.map((child) => child.truth),
        ),
        count: condition.count,
        where,
      };
    }
  }
}
