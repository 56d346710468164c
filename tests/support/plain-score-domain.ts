import type { Contribution, DomainAssessment, RuleOutcome } from "../../src/assessment/assessment.js";
import type { ReadFacts } from "../../src/assessment/read-facts.js";
import { compareText } from "../../src/core/canonical.js";
import { toProbability } from "../../src/core/micropoints.js";
import { ABSENT, type Fact } from "../../src/indicators/fact.js";
import type { CompiledDomain, CompiledTerm } from "../../src/profile/compile-profile.js";
import { type AppliedRule, applyRules } from "./plain-apply-rules.js";

/** A domain's assessment and the ranks that its score and its mandatory rules reach. */
export interface ScoredDomain {
  readonly assessment: DomainAssessment;
  readonly threshold: number;
  readonly mandatory: number;
}

/** The contributions and rules of the header, or of one item. */
interface Part {
  readonly item?: number;
  readonly rules: readonly AppliedRule[];
  readonly contributions: readonly Contribution[];
  readonly sum: number;
}

/** Scores one domain: base, header, and the riskiest item (of equals the one with the lowest line number). */
export function scoreDomain(domain: CompiledDomain, facts: ReadFacts, at: number, channels: readonly string[]): ScoredDomain {
  const header = scorePart(domain.rules.header, domain.terms.header, facts, undefined, at);
  const items = facts.items.map((_, index) => scorePart(domain.rules.item, domain.terms.item, facts, index, at));
  const riskiest = items.reduce<Part | undefined>((best, item) => (best === undefined || item.sum > best.sum ? item : best), undefined);
  const micropoints = domain.base + header.sum + (riskiest?.sum ?? 0);
  const threshold = domain.thresholds.find((candidate) => micropoints >= candidate.micropoints)?.rank ?? 0;
  const mandatory = [header, ...items].flatMap((part) => part.rules).reduce((rank, rule) => Math.max(rank, rule.rank), 0);
  return {
    threshold,
    mandatory,
    assessment: {
      micropoints,
      probability: toProbability(micropoints),
      calibrated: domain.calibrated,
      channel: channels[threshold] ?? "",
      ...(mandatory === 0 ? {} : { mandatory: channels[mandatory] ?? "" }),
      items: items.map((item, index) => ({ item: facts.lines[index] ?? 0, micropoints: item.sum })),
      contributions: [{ kind: "base", id: "base", micropoints: domain.base }, ...header.contributions, ...(riskiest?.contributions ?? [])],
      rules: outcomes([header, ...items]),
    },
  };
}

function scorePart(rules: CompiledDomain["rules"]["item"], terms: readonly CompiledTerm[], facts: ReadFacts, index: number | undefined, at: number): Part {
  const item = index === undefined ? undefined : facts.items[index];
  const line = index === undefined ? undefined : facts.lines[index];
  const place = line === undefined ? {} : { item: line };
  const applied = applyRules(rules, { header: facts.header, items: facts.items, ...(item === undefined ? {} : { item }) }, at);
  const read = (indicator: string): Fact => item?.get(indicator) ?? facts.header.get(indicator) ?? ABSENT;
  const contributions: Contribution[] = [
    ...applied.map((rule) => ({ kind: "rule" as const, id: rule.compiled.rule.id, ...place, micropoints: rule.micropoints })),
    ...terms.map((term) => ({ kind: "model" as const, id: term.id, ...place, micropoints: term.micropoints(read) })),
  ].filter((contribution) => contribution.micropoints !== 0);
  const sum = contributions.reduce((total, contribution) => total + contribution.micropoints, 0);
  return { ...place, rules: applied, contributions, sum };
}

const STRENGTH: Readonly<Record<RuleOutcome | "notFired", number>> = { notApplicable: 0, notFired: 1, undetermined: 2, superseded: 3, fired: 4 };

/** The outcome of every rule, of an item rule the strongest over the items; what did not fire is left out. */
function outcomes(parts: readonly Part[]): Readonly<Record<string, RuleOutcome>> {
  const strongest = new Map<string, RuleOutcome | "notFired">();
  for (const { compiled, outcome } of parts.flatMap((part) => part.rules)) {
    const before = strongest.get(compiled.rule.id);
    if (before === undefined || STRENGTH[outcome] > STRENGTH[before]) strongest.set(compiled.rule.id, outcome);
  }
  const listed = [...strongest].filter((entry): entry is [string, RuleOutcome] => entry[1] !== "notFired");
  return Object.fromEntries(listed.sort(([a], [b]) => compareText(a, b)));
}
