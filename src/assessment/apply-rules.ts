import type { CompiledProfile } from "../profile/compile-profile.js";
import type { LevelPlan } from "../profile/scoring-plan.js";
import { FIRED, type Part, reserveHits, type Scores, SUPERSEDED, UNDETERMINED } from "./scores.js";

/** Applies the rules of a level to the classes from `base` on, and adds their hits. */
export type ApplyRules = (level: LevelPlan, classes: Int32Array, base: number, part: Part, line: number, at: number) => void;

/** Prepares the application of a profile's rules; what they come to is written into `scores`. */
export function createRuleApplication({ plan }: CompiledProfile, scores: Scores): ApplyRules {
  const { columns } = plan;
  const { mandatory, hits } = scores;
  const found = new Int32Array(Math.max(plan.header.matcher.count, plan.item.matcher.count));
  const strongest = new Int32Array(plan.groups).fill(-1);

  /** Of each group only the strongest contribution counts, of equals the first. */
  const settleGroups = (part: Part): void => {
    for (let place = part.from; place < part.to; place += 1) {
      const number = hits.rules[place] as number;
      const group = columns.group[number] as number;
      const domain = columns.domain[number] as number;
      if (group === -1 || hits.micropoints[place] === 0) continue;
      if (strongest[group] === place) part.sums[domain] = (part.sums[domain] as number) + (hits.micropoints[place] as number);
      else {
        hits.outcomes[place] = SUPERSEDED;
        hits.micropoints[place] = 0;
      }
    }
    for (let place = part.from; place < part.to; place += 1) {
      const group = columns.group[hits.rules[place] as number] as number;
      if (group !== -1) strongest[group] = -1;
    }
  };

  return (level, classes, base, part, line, at) => {
    const { matcher, ruleNumbers, alwaysInForce } = level;
    const count = matcher.match(classes, base, found);
    reserveHits(hits, count);
    const { rules, lines, outcomes, micropoints } = hits;
    const { sums } = part;
    let place = hits.count;
    part.from = place;
    let grouped = false;
    for (let index = 0; index < count; index += 1) {
      const hit = found[index] as number;
      const number = ruleNumbers[hit >>> 1] as number;
      if (!alwaysInForce && (at < (columns.from[number] as number) || at >= (columns.to[number] as number))) continue;
      const isCertain = (hit & 1) === 1;
      const value = (isCertain ? columns.fired : columns.undetermined)[number] as number;
      const domain = columns.domain[number] as number;
      const isPoints = columns.isPoints[number] === 1;
      rules[place] = number;
      lines[place] = line;
      outcomes[place] = isCertain ? FIRED : UNDETERMINED;
      micropoints[place] = isPoints ? value : 0;
      if (isPoints) {
        const group = columns.group[number] as number;
        if (group === -1 || value === 0) sums[domain] = (sums[domain] as number) + value;
        else {
          grouped = true;
          const best = strongest[group] as number;
          if (best === -1 || Math.abs(value) > Math.abs(micropoints[best] as number)) strongest[group] = place;
        }
      } else if (value > (mandatory[domain] as number)) mandatory[domain] = value;
      place += 1;
    }
    part.to = place;
    hits.count = place;
    if (grouped) settleGroups(part);
  };
}
