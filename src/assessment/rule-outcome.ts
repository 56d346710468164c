import { evaluate, type Scope } from "../conditions/evaluate.js";
import type { CompiledRule } from "../profile/compiled-domain.js";
import type { RuleOutcome } from "./assessment.js";

/** What a rule comes to in one scope, its group and period aside. */
export function outcomeOf(compiled: CompiledRule, scope: Scope): RuleOutcome | "notFired" {
  const applies = compiled.appliesTo === undefined ? true : evaluate(compiled.appliesTo, scope);
  if (applies === false) return "notApplicable";
  const holds = evaluate(compiled.when, scope);
  if (holds === false) return "notFired";
  return applies === true && holds === true ? "fired" : "undetermined";
}
