import { traceRule } from "../assessment/trace-rule.js";
import { compareText } from "../core/canonical.js";
import { copyPlain } from "../core/copy.js";
import { isInForce, parseInstant } from "../core/instant.js";
import { own } from "../core/own.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { RuleAudit } from "./explanation.js";
import type { ViewedAssessment } from "./viewed-assessment.js";

/** Every rule of the profile with its outcome and the trace of its conditions, also those that did not fire or are not in force. */
export function auditRules(assessment: ViewedAssessment, profile: CompiledProfile, facts: Facts): readonly RuleAudit[] {
  const at = parseInstant(facts.asOf) ?? Number.NaN;
  return profile.domains.flatMap((domain) =>
    [...domain.rules.header, ...domain.rules.item]
      .sort((a, b) => compareText(a.rule.id, b.rule.id))
      .map(({ rule, period }): RuleAudit => {
        const outcome = own(own(assessment.domains, domain.id)?.rules ?? {}, rule.id) ?? "notFired";
        return {
          domain: domain.id,
          id: rule.id,
          version: rule.version,
          outcome: isInForce(period, at) ? outcome : "notInForce",
          basis: copyPlain(rule.basis),
          traces: copyPlain(traceRule(profile, facts, rule.id) ?? []),
        };
      }),
  );
}
