import { assess } from "../assessment/assess.js";
import type { RuleOutcome } from "../assessment/assessment.js";
import { traceRule } from "../assessment/trace-rule.js";
import type { Trace } from "../conditions/trace.js";
import type { Truth } from "../conditions/truth.js";
import { own } from "../core/own.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { type CaseTools, caseFacts, caseKey } from "./case-facts.js";
import type { CaseOutcome, ProfileCase } from "./cases.js";

/** One part of a rule's conditions, and the truths that the cases gave it. */
export interface CoveredPart {
  /** Where it stands in the rule: `when`, `appliesTo`, and from there on the document's own keys, `when.of.1`. */
  readonly path: string;
  /** The operator, and the indicator where it reads one. */
  readonly text: string;
  readonly truths: readonly Truth[];
}

/** What the cases of a profile do to one rule. */
export interface RuleCoverage {
  readonly domain: string;
  readonly rule: string;
  /** How many cases gave it each outcome, the strongest over all items. */
  readonly outcomes: Readonly<Record<CaseOutcome, number>>;
  readonly parts: readonly CoveredPart[];
}

/** What some cases reach of a profile. */
export interface Coverage {
  readonly rules: readonly RuleCoverage[];
  /** Channels that no case ends in. */
  readonly channelsMissed: readonly string[];
}

/** Counts what cases reach of a profile: rules by outcome, parts of conditions by truth, channels. A case that cannot be assessed reaches nothing. */
export function coverCases(profile: CompiledProfile, cases: readonly ProfileCase[], tools: CaseTools = {}): Coverage {
  const rules = profile.domains.flatMap((domain) =>
    [...domain.rules.header, ...domain.rules.item].map(({ rule }) => ({
      domain: domain.id,
      rule: rule.id,
      outcomes: noOutcomes(),
      parts: new Map<string, Part>(),
    })),
  );
  const channels = new Set<string>();
  for (const profileCase of cases) {
    const facts = caseFacts(profile, profileCase, tools);
    const key = caseKey(profileCase);
    if (!facts.ok || !key.ok) continue;
    const assessed = assess(profile, facts.value, { selectionKey: key.value });
    if (!assessed.ok) continue;
    channels.add(assessed.value.channel);
    for (const { domain, rule, outcomes, parts } of rules) {
      const outcome: RuleOutcome | "notFired" = own(own(assessed.value.domains, domain)?.rules ?? {}, rule) ?? "notFired";
      outcomes[outcome] += 1;
      for (const { appliesTo, when } of traceRule(profile, facts.value, rule) ?? []) {
        if (appliesTo !== undefined) see(appliesTo, "appliesTo", parts);
        see(when, "when", parts);
      }
    }
  }
  return {
    rules: rules.map(({ parts, ...rule }) => ({ ...rule, parts: [...parts].map(([path, part]) => ({ path, text: part.text, truths: [...part.truths] })) })),
    channelsMissed: profile.document.channels.filter((channel) => !channels.has(channel)),
  };
}

/** What is left to be tried: rules that no case fires or leaves silent, and parts of conditions that were never true or never false. */
export function uncovered({ rules, channelsMissed }: Coverage): readonly string[] {
  const ofRules = rules.flatMap(({ rule, outcomes, parts }) => {
    if (Object.values(outcomes).every((count) => count === 0)) return [`rule ${rule}: no case is assessed`];
    const fires = outcomes.fired + outcomes.superseded > 0 ? [] : [`rule ${rule}: no case fires it`];
    const stays = outcomes.notFired + outcomes.notApplicable > 0 ? [] : [`rule ${rule}: no case leaves it silent`];
    const ofParts = parts.flatMap(({ path, text, truths }) => {
      const never = [true, false].filter((truth) => !truths.includes(truth));
      return never.length === 0 ? [] : [`rule ${rule}: ${path} (${text}) is never ${never.join(" or ")}`];
    });
    return [...fires, ...stays, ...ofParts];
  });
  return [...ofRules, ...channelsMissed.map((channel) => `channel ${channel}: no case ends in it`)];
}

interface Part {
  readonly text: string;
  readonly truths: Set<Truth>;
}

function noOutcomes(): Record<CaseOutcome, number> {
  return { fired: 0, notFired: 0, undetermined: 0, notApplicable: 0, superseded: 0 };
}

function see(trace: Trace, path: string, parts: Map<string, Part>): void {
  const part = parts.get(path) ?? { text: "indicator" in trace ? `${trace.op} ${trace.indicator}` : trace.op, truths: new Set<Truth>() };
  part.truths.add(trace.truth);
  parts.set(path, part);
  if ("where" in trace) for (const each of trace.where) see(each, `${path}.where`, parts);
  else if (trace.op === "not") see(trace.of, `${path}.of`, parts);
  else if (!("indicator" in trace)) for (const [index, each] of trace.of.entries()) see(each, `${path}.of.${index}`, parts);
}
