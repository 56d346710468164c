import type { RuleOutcome } from "../../src/assessment/assessment.js";
import { outcomeOf } from "../../src/assessment/rule-outcome.js";
import type { Scope } from "../../src/conditions/evaluate.js";
import { isInForce } from "../../src/core/instant.js";
import type { CompiledRule } from "../../src/profile/compile-profile.js";

/** What one rule came to in one scope: the header, or one item. */
export interface AppliedRule {
  readonly compiled: CompiledRule;
  readonly outcome: RuleOutcome | "notFired";
  /** Micropoints of a points rule, after its group; 0 for a channel rule. */
  readonly micropoints: number;
  /** The rank that a channel rule demands; 0 for none. */
  readonly rank: number;
}

/** Applies the rules in force at a moment to one scope, in order of id. */
export function applyRules(rules: readonly CompiledRule[], scope: Scope, at: number): readonly AppliedRule[] {
  const applied = rules.filter((rule) => isInForce(rule.period, at)).map((rule) => applyRule(rule, scope));
  return applied.some((rule) => rule.compiled.rule.group !== undefined) ? settleGroups(applied) : applied;
}

function applyRule(compiled: CompiledRule, scope: Scope): AppliedRule {
  const outcome = outcomeOf(compiled, scope);
  const value = outcome === "fired" ? compiled.fired : outcome === "undetermined" ? compiled.undetermined : 0;
  const isPoints = compiled.rule.effect.kind === "points";
  return { compiled, outcome, micropoints: isPoints ? value : 0, rank: isPoints ? 0 : value };
}

/** Of each group keeps the strongest contribution (of equals the first by id); the others that would count are superseded. */
function settleGroups(applied: readonly AppliedRule[]): readonly AppliedRule[] {
  const strongest = new Map<string, AppliedRule>();
  for (const rule of applied) {
    const { group } = rule.compiled.rule;
    if (group === undefined) continue;
    const best = strongest.get(group);
    if (best === undefined || Math.abs(rule.micropoints) > Math.abs(best.micropoints)) strongest.set(group, rule);
  }
  return applied.map((rule) => {
    const { group } = rule.compiled.rule;
    const counts = group === undefined || rule.micropoints === 0 || strongest.get(group) === rule;
    return counts ? rule : { ...rule, outcome: "superseded" as const, micropoints: 0 };
  });
}
