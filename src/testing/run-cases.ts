import { assess } from "../assessment/assess.js";
import type { Assessment, DomainAssessment } from "../assessment/assessment.js";
import type { SelectionKey } from "../assessment/selection-key.js";
import { type RuleTrace, traceRule } from "../assessment/trace-rule.js";
import type { Trace } from "../conditions/trace.js";
import { isInForce, parseInstant } from "../core/instant.js";
import { formatIssue, quote } from "../core/issue.js";
import { formatPoints, toMicropoints } from "../core/micropoints.js";
import { own } from "../core/own.js";
import type { Issues } from "../core/result.js";
import { isMissing } from "../indicators/fact.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { type CaseTools, caseFacts, caseKey } from "./case-facts.js";
import type { CaseOutcome, Expectations, ProfileCase, Statements } from "./cases.js";
import { checkInvariants, checkMonotone } from "./check-invariants.js";

/** What became of one case: passed if there are no failures. */
export interface CaseResult {
  readonly name: string;
  /** Each names what was expected, what came, and for a rule why. */
  readonly failures: readonly string[];
}

/** Runs every case under a profile. */
export function runCases(profile: CompiledProfile, cases: readonly ProfileCase[], tools: CaseTools = {}): readonly CaseResult[] {
  return cases.map((profileCase) => ({ name: profileCase.name, failures: runCase(profile, profileCase, tools) }));
}

function runCase(profile: CompiledProfile, profileCase: ProfileCase, tools: CaseTools): readonly string[] {
  const facts = caseFacts(profile, profileCase, tools);
  if (!facts.ok) return describeIssues(facts.issues);
  const key = caseKey(profileCase);
  return key.ok ? failuresOf(profile, facts.value, profileCase.expect, key.value) : describeIssues(key.issues);
}

/** In what a profile's assessment of some facts is not as expected; empty where it is. */
export function failuresOf(profile: CompiledProfile, facts: Facts, expect: Expectations, selectionKey: SelectionKey | undefined): readonly string[] {
  const options = selectionKey === undefined ? {} : { selectionKey };
  const assessed = assess(profile, facts, options);
  if (!assessed.ok) return describeIssues(assessed.issues);
  const { value } = assessed;
  return [
    ...checkInvariants(profile, facts, value, options),
    ...checkChannel(expect, value),
    ...checkPoints(expect, value),
    ...checkRules(expect, value, profile, facts),
    ...checkMonotone(profile, facts, expect.monotone ?? {}, options),
    ...checkNot(expect.not ?? {}, value, profile, facts),
  ];
}

/** What holds of an assessment though it must not; a domain or rule that there is not is told of too. */
function checkNot({ channel, points = {}, rules = {} }: Statements, assessment: Assessment, profile: CompiledProfile, facts: Facts): readonly string[] {
  const ofChannel = channel === assessment.channel ? [`expected a channel other than ${quote(channel)}: ${scoresText(assessment)}`] : [];
  const ofPoints = Object.entries(points).flatMap(([id, value]) => {
    const domain = own(assessment.domains, id);
    if (domain === undefined) return [`expected other points in ${quote(id)}, but the profile has no such domain`];
    return domain.micropoints === toMicropoints(value)
      ? [`expected other than ${formatPoints(domain.micropoints)} points in ${id}: ${reasonsText(domain)}`]
      : [];
  });
  const ofRules = Object.entries(rules).flatMap(([outcome, ids]) =>
    ids.flatMap((id) => {
      const traces = traceRule(profile, facts, id);
      if (traces === undefined) return [`rule ${quote(id)}: expected not ${outcome}, but the profile has no such rule`];
      return outcomeOf(assessment, id) === outcome ? [`rule ${id}: expected not ${outcome}, because ${traces.slice(0, 3).map(describeRule).join("; ")}`] : [];
    }),
  );
  return [...ofChannel, ...ofPoints, ...ofRules];
}

function outcomeOf(assessment: Assessment, id: string): CaseOutcome {
  return (
    Object.values(assessment.domains)
      .map((domain) => own(domain.rules, id))
      .find((found) => found !== undefined) ?? "notFired"
  );
}

function scoresText(assessment: Assessment): string {
  return Object.entries(assessment.domains)
    .map(([id, domain]) => `${id} ${formatPoints(domain.micropoints)} ${domain.mandatory ?? domain.channel}`)
    .join(", ");
}

function reasonsText(domain: DomainAssessment): string {
  return domain.contributions.map((contribution) => `${contribution.id} ${formatPoints(contribution.micropoints)}`).join(", ");
}

function describeIssues(issues: Issues): readonly string[] {
  return issues.map(formatIssue);
}

function checkChannel(expect: Expectations, assessment: Assessment): readonly string[] {
  if (expect.channel === undefined || expect.channel === assessment.channel) return [];
  return [`expected channel ${quote(expect.channel)}, received ${quote(assessment.channel)}: ${scoresText(assessment)}`];
}

function checkPoints(expect: Expectations, assessment: Assessment): readonly string[] {
  return Object.entries(expect.points ?? {}).flatMap(([id, points]) => {
    const domain = own(assessment.domains, id);
    if (domain === undefined) return [`expected points in ${quote(id)}, but the profile has no such domain`];
    if (domain.micropoints === toMicropoints(points)) return [];
    return [`expected ${formatPoints(toMicropoints(points))} points in ${id}, received ${formatPoints(domain.micropoints)}: ${reasonsText(domain)}`];
  });
}

function checkRules(expect: Expectations, assessment: Assessment, profile: CompiledProfile, facts: Facts): readonly string[] {
  return Object.entries(expect.rules ?? {}).flatMap(([outcome, ids]) =>
    ids.flatMap((id) => {
      const traces = traceRule(profile, facts, id);
      if (traces === undefined) return [`rule ${quote(id)}: expected ${outcome}, but the profile has no such rule`];
      const received = outcomeOf(assessment, id);
      if (received === outcome) return [];
      const why = isRuleInForce(profile, facts, id) ? traces.slice(0, 3).map(describeRule) : [`it is not in force at ${facts.asOf}`];
      return [`rule ${id}: expected ${outcome}, received ${received}, because ${why.join("; ")}`];
    }),
  );
}

function isRuleInForce(profile: CompiledProfile, facts: Facts, id: string): boolean {
  const rules = profile.domains.flatMap((domain) => [...domain.rules.header, ...domain.rules.item]);
  const at = parseInstant(facts.asOf) ?? Number.NaN;
  return rules.some((compiled) => compiled.rule.id === id && isInForce(compiled.period, at));
}

function describeRule({ item, appliesTo, when }: RuleTrace): string {
  const place = item === undefined ? "" : `item ${item}: `;
  // where it does not apply, what it asks does not matter
  if (appliesTo?.truth === false) return `${place}it applies only to ${describeTrace(appliesTo)}`;
  return `${place}${appliesTo?.truth === "unknown" ? `it applies to ${describeTrace(appliesTo)}, and ` : ""}${describeTrace(when)}`;
}

/** A trace in one line: each leaf with its value and truth. */
function describeTrace(trace: Trace): string {
  if ("indicator" in trace) return `${trace.indicator} = ${isMissing(trace.fact) ? trace.fact.missing : quote(trace.fact)} is ${trace.truth}`;
  if ("where" in trace) return `${trace.truth} for ${trace.count} of the items (${trace.where.slice(0, 3).map(describeTrace).join(", ")})`;
  if (trace.op === "not") return `not (${describeTrace(trace.of)})`;
  return `${trace.truth} for ${trace.count} of (${trace.of.map(describeTrace).join(", ")})`;
}
