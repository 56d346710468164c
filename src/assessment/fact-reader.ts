import type { WriteClasses } from "../conditions/compiled/layout.js";
import { type Fact, failed, hasType, type IndicatorType, isMissing } from "../indicators/fact.js";
import type { FactSet } from "../indicators/facts.js";
import type { Level } from "../indicators/indicator.js";
import type { CompiledProfile } from "../profile/compile-profile.js";

/** Writes the classes of one set of facts, and keeps the facts that are needed as they are. Gives whether nothing calls for an issue. */
export type ReadFactSet = (set: FactSet, classes: Int32Array, kept: Map<string, Fact> | undefined) => boolean;

interface ReadIndicator {
  readonly id: string;
  readonly type: IndicatorType;
  readonly isRead: boolean;
  readonly isKept: boolean;
  readonly write: WriteClasses | undefined;
}

/** So many places are remembered at most. */
const MAX_GUESSES = 1_000;

const MISTYPED = failed("the fact has another type than its indicator");

/** Prepares the reading of facts of one level: the classes are those that `readFacts` and the plain evaluator lead to. */
export function createFactReader(profile: CompiledProfile, level: Level): ReadFactSet {
  const { catalogue, plan, reads } = profile;
  const indicators = new Map<string, ReadIndicator>();
  for (const { id, type, level: own } of catalogue.indicators.values()) {
    if (own === level) indicators.set(id, { id, type, isRead: reads.has(id), isKept: plan.factReads.has(id), write: plan.layout.writers.get(id) });
  }
  // declarations of one source name their facts in one order: the indicator at each place of the last set is tried first
  const guesses: (ReadIndicator | undefined)[] = [];
  return (set, classes, kept) => {
    let sound = true;
    const ids = Object.keys(set);
    const facts = Object.values(set);
    for (let place = 0; place < ids.length; place += 1) {
      const id = ids[place] as string;
      let indicator = guesses[place];
      if (indicator?.id !== id) {
        indicator = indicators.get(id);
        if (place < MAX_GUESSES) guesses[place] = indicator;
      }
      if (indicator === undefined) sound = false;
      else if (indicator.isRead) {
        const fact = facts[place] as Fact;
        const { write } = indicator;
        if (write === undefined) sound = isSound(fact, indicator.type) && sound;
        else if (!write(fact, classes)) sound = false;
        if (indicator.isKept) kept?.set(id, isMissing(fact) || hasType(fact, indicator.type) ? fact : MISTYPED);
      }
    }
    return sound;
  };
}

function isSound(fact: Fact, type: IndicatorType): boolean {
  return isMissing(fact) ? fact.missing !== "failed" : hasType(fact, type);
}
