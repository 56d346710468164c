import type { WriteClasses } from "../conditions/compiled/layout.js";
import { type Fact, failed, hasType, type IndicatorType, isMissing } from "../indicators/fact.js";
import type { FactSet } from "../indicators/facts.js";
import type { Level } from "../indicators/indicator.js";
import type { CompiledProfile } from "../profile/compile-profile.js";

/** Writes the classes of one set of facts, and keeps the facts that are needed as they are. Gives whether nothing calls for an issue. */
export type ReadFactSet = (set: FactSet, classes: Int32Array, kept: Map<string, Fact> | undefined) => boolean;

interface ReadIndicator {
  readonly type: IndicatorType;
  readonly isRead: boolean;
  readonly isKept: boolean;
  readonly write: WriteClasses | undefined;
}

const MISTYPED = failed("the fact has another type than its indicator");

/** Prepares the reading of facts of one level: the classes are those that `readFacts` and the plain evaluator lead to. */
export function createFactReader(profile: CompiledProfile, level: Level): ReadFactSet {
  const { catalogue, plan, reads } = profile;
  const indicators = new Map<string, ReadIndicator>();
  for (const { id, type, level: own } of catalogue.indicators.values()) {
    if (own === level) indicators.set(id, { type, isRead: reads.has(id), isKept: plan.factReads.has(id), write: plan.layout.writers.get(id) });
  }
  return (set, classes, kept) => {
    let sound = true;
    for (const id of Object.keys(set)) {
      const indicator = indicators.get(id);
      if (indicator === undefined) sound = false;
      else if (indicator.isRead) {
        const stated = set[id] as Fact;
        let fact = stated;
        if (isMissing(stated)) sound = sound && stated.missing !== "failed";
        else if (!hasType(stated, indicator.type)) {
          sound = false;
          fact = MISTYPED;
        }
        indicator.write?.(fact, classes);
        if (indicator.isKept) kept?.set(id, fact);
      }
    }
    return sound;
  };
}
