import type { Fact } from "../indicators/fact.js";
import type { Condition, LeafCondition } from "./condition.js";
import { evaluate, readFact, type Scope } from "./evaluate.js";
import type { PreparedCondition } from "./prepare.js";
import { atLeast, not, type Truth } from "./truth.js";

/**
 * How a condition came to its truth: a tree of the condition's own shape, operator by operator; every part is evaluated,
 * none skipped. `anyItem` and `countItems` hold one trace per item, in order of line number.
 */
export type Trace =
  | { readonly op: LeafCondition["op"]; readonly truth: Truth; readonly indicator: string; readonly fact: Fact }
  | { readonly op: "not"; readonly truth: Truth; readonly of: Trace }
  | { readonly op: "all" | "any" | "atLeast"; readonly truth: Truth; readonly count: number; readonly of: readonly Trace[] }
  | { readonly op: "anyItem" | "countItems"; readonly truth: Truth; readonly count: number; readonly where: readonly Trace[] };

/** A condition as written, and the same one made ready. */
export interface Traceable {
  readonly condition: Condition;
  readonly prepared: PreparedCondition;
}

/** Evaluates a condition and keeps the way; its truth is always that of {@link evaluate}. */
export function trace({ condition, prepared }: Traceable, scope: Scope): Trace {
  if (prepared.kind === "leaf" && "indicator" in condition) {
    return { op: condition.op, truth: evaluate(prepared, scope), indicator: prepared.indicator, fact: readFact(prepared, scope) };
  }
  if (prepared.kind === "not" && condition.op === "not") {
    const of = trace({ condition: condition.of, prepared: prepared.of }, scope);
    return { op: "not", truth: not(of.truth), of };
  }
  if (prepared.kind === "atLeast" && (condition.op === "all" || condition.op === "any" || condition.op === "atLeast")) {
    const of = condition.of.flatMap((child, index) => {
      const inner = prepared.of[index];
      return inner === undefined ? [] : [trace({ condition: child, prepared: inner }, scope)];
    });
    return { op: condition.op, truth: atLeast(prepared.count, truthsOf(of)), count: prepared.count, of };
  }
  if (prepared.kind === "items" && (condition.op === "anyItem" || condition.op === "countItems")) {
    const where = scope.items.map((item) => trace({ condition: condition.where, prepared: prepared.where }, { ...scope, item }));
    return { op: condition.op, truth: atLeast(prepared.count, truthsOf(where)), count: prepared.count, where };
  }
  throw new TypeError("the condition was made ready from another one");
}

function truthsOf(traces: readonly Trace[]): readonly Truth[] {
  return traces.map((trace) => trace.truth);
}
