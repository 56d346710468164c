import { type Trace, trace } from "../conditions/trace.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile, CompiledRule } from "../profile/compile-profile.js";
import { readFacts } from "./read-facts.js";

/** How one rule came to its outcome in one place. */
export interface RuleTrace {
  /** The item's line number, for an item rule. */
  readonly item?: number;
  /** Of `appliesTo`, where the rule has one. */
  readonly appliesTo?: Trace;
  readonly when: Trace;
}

/**
 * Why a rule did or did not fire: the trace of its conditions, once for a header rule, per item for an item rule.
 * `undefined` if the profile has no rule of that id.
 */
export function traceRule(profile: CompiledProfile, facts: Facts, ruleId: string): readonly RuleTrace[] | undefined {
  const compiled = profile.domains.flatMap((domain) => [...domain.rules.header, ...domain.rules.item]).find((candidate) => candidate.rule.id === ruleId);
  if (compiled === undefined) return undefined;
  const read = readFacts(profile, facts);
  const scope = { header: read.header, items: read.items };
  if (compiled.rule.level === "header") return [traceIn(compiled, scope)];
  return read.items.map((item, index) => ({ item: read.lines[index] ?? 0, ...traceIn(compiled, { ...scope, item }) }));
}

function traceIn({ rule, appliesTo, when }: CompiledRule, scope: Parameters<typeof trace>[1]): RuleTrace {
  return {
    ...(rule.appliesTo === undefined || appliesTo === undefined ? {} : { appliesTo: trace({ condition: rule.appliesTo, prepared: appliesTo }, scope) }),
    when: trace({ condition: rule.when, prepared: when }, scope),
  };
}
