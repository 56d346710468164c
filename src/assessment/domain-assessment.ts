import { toProbability } from "../core/micropoints.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { LevelPlan } from "../profile/scoring-plan.js";
import type { Contribution, DomainAssessment, ItemSum, RuleOutcome } from "./assessment.js";
import { FIRED, type Part, type Scores, SUPERSEDED, UNDETERMINED } from "./scores.js";

/** The strength of an outcome of a rule that applies nowhere; below all others. */
const NOT_APPLICABLE = 0;

const OUTCOMES: Readonly<Record<number, RuleOutcome>> = {
  [NOT_APPLICABLE]: "notApplicable",
  [UNDETERMINED]: "undetermined",
  [SUPERSEDED]: "superseded",
  [FIRED]: "fired",
};

/** Writes out what a scorer found, by domain: frozen. */
export function domainAssessments(profile: CompiledProfile, scores: Scores, at: number): Readonly<Record<string, DomainAssessment>> {
  const outcomes = outcomesByDomain(profile, scores, at);
  return Object.freeze(
    Object.fromEntries(profile.domains.map((domain, number) => [domain.id, domainAssessment(profile, scores, number, outcomes[number] ?? {})])),
  );
}

function domainAssessment(profile: CompiledProfile, scores: Scores, number: number, rules: Readonly<Record<string, RuleOutcome>>): DomainAssessment {
  const { domains, document } = profile;
  const domain = domains[number] as CompiledProfile["domains"][number];
  const micropoints = scores.micropoints[number] as number;
  const mandatory = scores.mandatory[number] as number;
  const riskiest = scores.riskiest[number] as number;
  const contributions: Contribution[] = [Object.freeze({ kind: "base", id: "base", micropoints: domain.base })];
  addContributions(contributions, profile, profile.plan.header, scores, scores.header, number, undefined);
  if (riskiest !== -1) addContributions(contributions, profile, profile.plan.item, scores, scores.items[riskiest] as Part, number, scores.lines[riskiest]);
  return Object.freeze({
    micropoints,
    probability: toProbability(micropoints),
    calibrated: domain.calibrated,
    channel: document.channels[scores.threshold[number] as number] ?? "",
    ...(mandatory === 0 ? {} : { mandatory: document.channels[mandatory] ?? "" }),
    items: itemSums(scores, number),
    contributions: Object.freeze(contributions),
    rules,
  });
}

function itemSums(scores: Scores, domain: number): readonly ItemSum[] {
  const sums: ItemSum[] = [];
  for (let index = 0; index < scores.itemCount; index += 1) {
    sums.push(Object.freeze({ item: scores.lines[index] as number, micropoints: scores.items[index]?.sums[domain] as number }));
  }
  return Object.freeze(sums);
}

/** Adds the contributions of one part in one domain: rules, then terms. */
export function addContributions(
  contributions: Contribution[],
  { plan }: CompiledProfile,
  level: LevelPlan,
  scores: Scores,
  part: Part,
  domain: number,
  item: number | undefined,
): void {
  const add = (kind: "rule" | "model", id: string, micropoints: number): void => {
    if (micropoints !== 0) contributions.push(Object.freeze(item === undefined ? { kind, id, micropoints } : { kind, id, item, micropoints }));
  };
  for (let place = part.from; place < part.to; place += 1) {
    const rule = plan.rules[scores.hits.rules[place] as number];
    if (rule?.domain === domain) add("rule", rule.rule.id, scores.hits.micropoints[place] as number);
  }
  for (const [index, term] of level.terms.entries()) if (term.domain === domain) add("model", term.id, part.terms[index] as number);
}

/** The outcome of every rule in force that is not silent, of an item rule the strongest over the items; by domain, in order of id. */
function outcomesByDomain({ plan, domains }: CompiledProfile, scores: Scores, at: number): readonly Readonly<Record<string, RuleOutcome>>[] {
  const strongest = new Map<number, number>();
  for (let place = 0; place < scores.hits.count; place += 1) {
    const number = scores.hits.rules[place] as number;
    strongest.set(number, Math.max(strongest.get(number) ?? 0, scores.hits.outcomes[place] as number));
  }
  const addInapplicable = (level: LevelPlan, seen: Uint8Array): void => {
    for (const [scope, numbers] of level.scopeRules.entries()) {
      if (seen[scope] === 1) continue;
      for (const number of numbers) {
        const period = plan.rules[number]?.period;
        if (period !== undefined && period.from <= at && at < period.to) strongest.set(number, NOT_APPLICABLE);
      }
    }
  };
  addInapplicable(plan.header, scores.scopeSeen.header);
  if (scores.itemCount > 0) addInapplicable(plan.item, scores.scopeSeen.item);
  const listed = domains.map((): [string, RuleOutcome][] => []);
  for (const number of Int32Array.from(strongest.keys()).sort()) {
    const rule = plan.rules[number];
    if (rule !== undefined) listed[rule.domain]?.push([rule.rule.id, OUTCOMES[strongest.get(number) as number] as RuleOutcome]);
  }
  return listed.map((entries) => Object.freeze(Object.fromEntries(entries)));
}
