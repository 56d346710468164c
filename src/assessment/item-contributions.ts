import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { Contribution } from "./assessment.js";
import { addContributions } from "./domain-assessment.js";
import type { KeptFacts, Scorer } from "./scorer.js";
import { withScorer } from "./scorer-of.js";

/** What one item adds in every domain, by domain id; their sums are those of an assessment's `items`. */
export interface ItemContributions {
  readonly item: number;
  readonly domains: Readonly<Record<string, readonly Contribution[]>>;
}

/**
 * The contributions of all items at a moment, in order of line number, not only those of the riskiest. The facts are in the
 * profile's currency and the profile is in force, as for an assessment.
 */
export function itemContributions(profile: CompiledProfile, facts: Facts, at: number): readonly ItemContributions[] {
  return withScorer(profile, (scorer) => {
    scorer.scores.hits.count = 0;
    const kept: KeptFacts | undefined = scorer.read(facts);
    scorer.score(scorer.classes(), 0, kept, at, false);
    return scorer.scores.lines.slice(0, scorer.scores.itemCount).map((item, index) => ({
      item,
      domains: Object.fromEntries(profile.domains.map(({ id }, number) => [id, itemsOwn(profile, scorer, index, number, item)])),
    }));
  });
}

function itemsOwn(profile: CompiledProfile, { scores }: Scorer, index: number, domain: number, item: number): readonly Contribution[] {
  const contributions: Contribution[] = [];
  const part = scores.items[index];
  if (part !== undefined) addContributions(contributions, profile, profile.plan.item, scores, part, domain, item);
  return contributions;
}
