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

  /** Applies a rule that has a period or a group, or demands a channel; gives whether it counts. */
  const applySpecial = (number: number, place: number, value: number, part: Part, at: number): boolean => {
    if (at < (columns.from[number] as number) || at >= (columns.to[number] as number)) return false;
    const domain = columns.domain[number] as number;
    if (columns.isPoints[number] === 0) {
      hits.micropoints[place] = 0;
      if (value > (mandatory[domain] as number)) mandatory[domain] = value;
      return true;
    }
    hits.micropoints[place] = value;
    const group = columns.group[number] as number;
    if (group === -1 || value === 0) part.sums[domain] = (part.sums[domain] as number) + value;
    else {
      const best = strongest[group] as number;
      if (best === -1 || Math.abs(value) > Math.abs(hits.micropoints[best] as number)) strongest[group] = place;
    }
    return true;
  };

  return ({ matcher, ruleNumbers }, classes, base, part, line, at) => {
    const count = matcher.match(classes, base, found);
    reserveHits(hits, count);
    const { rules, lines, outcomes, micropoints } = hits;
    const { sums } = part;
    const { effects, plainDomain } = columns;
    const from = hits.count;
    let place = from;
    let isGrouped = false;
    for (let index = 0; index < count; index += 1) {
      const hit = found[index] as number;
      const number = ruleNumbers[hit >>> 1] as number;
      const value = effects[2 * number + (hit & 1)] as number;
      const domain = plainDomain[number] as number;
      if (domain !== -1) {
        micropoints[place] = value;
        sums[domain] = (sums[domain] as number) + value;
      } else {
        if (!applySpecial(number, place, value, part, at)) continue;
        isGrouped ||= columns.group[number] !== -1;
      }
      rules[place] = number;
      lines[place] = line;
      // undetermined is 1, fired 3
      outcomes[place] = UNDETERMINED + (FIRED - UNDETERMINED) * (hit & 1);
      place += 1;
    }
    part.from = from;
    part.to = place;
    hits.count = place;
    if (isGrouped) settleGroups(part);
  };
}
