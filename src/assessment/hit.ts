import type { RuleOutcome } from "./assessment.js";
import { FIRED, type Hits, SUPERSEDED, UNDETERMINED } from "./scores.js";

/** A rule that did not stay silent. */
export interface Hit {
  readonly rule: string;
  /** The item's line number, for an item rule. */
  readonly item?: number;
  readonly outcome: Exclude<RuleOutcome, "notApplicable">;
}

/** Outcomes of rules by their numbers, that of a hit at least 1. */
const OUTCOMES: Readonly<Record<number, Hit["outcome"]>> = { [UNDETERMINED]: "undetermined", [SUPERSEDED]: "superseded", [FIRED]: "fired" };

/** Prepares the listing of hits as objects. What a header rule can come to is one frozen object each, made when first met. */
export function createHitLister(ruleIds: readonly string[]): (hits: Hits) => readonly Hit[] {
  const ofHeader = new Array<Hit | undefined>(ruleIds.length * FIRED);
  const hitOf = (number: number, outcome: number): Hit => {
    const key = number * FIRED + outcome - 1;
    const hit = ofHeader[key] ?? Object.freeze({ rule: ruleIds[number] as string, outcome: OUTCOMES[outcome] as Hit["outcome"] });
    ofHeader[key] = hit;
    return hit;
  };
  return ({ rules, lines, outcomes, count }) => {
    const list = new Array<Hit>(count);
    for (let place = 0; place < count; place += 1) {
      const number = rules[place] as number;
      const item = lines[place] as number;
      const outcome = outcomes[place] as number;
      list[place] = item === 0 ? hitOf(number, outcome) : { rule: ruleIds[number] as string, item, outcome: OUTCOMES[outcome] as Hit["outcome"] };
    }
    return list;
  };
}
