import { compareText } from "../core/canonical.js";
import { type Issue, quote } from "../core/issue.js";
import { type Fact, failed, hasType, isMissing } from "../indicators/fact.js";
import type { FactSet, Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { FactMaps } from "../profile/derive-facts.js";
import { failedFact, mistypedFact, unknownFact } from "./fact-issues.js";

/** Facts made ready for a profile. */
export interface ReadFacts extends FactMaps {
  /** The line numbers of the items, in the order of `items`. */
  readonly lines: readonly number[];
  /** What went wrong without stopping the assessment. */
  readonly issues: readonly Issue[];
}

/** Reads the facts that a profile uses, checks their types and adds the profile's derived indicators. */
export function readFacts(profile: CompiledProfile, facts: Facts): ReadFacts {
  const issues: Issue[] = [];
  const items = [...facts.items].sort((a, b) => a.item - b.item);
  const maps: FactMaps = {
    header: readSet(profile, facts.header, undefined, issues),
    items: items.map((item) => readSet(profile, item.values, item.item, issues)),
  };
  for (const derive of profile.derivations) derive(maps);
  return { ...maps, lines: items.map((item) => item.item), issues };
}

function readSet(profile: CompiledProfile, set: FactSet, item: number | undefined, issues: Issue[]): Map<string, Fact> {
  const level = item === undefined ? "header" : "item";
  const values = new Map<string, Fact>();
  for (const id of Object.keys(set).sort(compareText)) {
    const fact = set[id] as Fact;
    const term = profile.catalogue.indicators.get(id);
    const place = item === undefined ? { indicator: id } : { indicator: id, item };
    if (term === undefined || term.level !== level) issues.push(unknownFact(place));
    else if (profile.reads.has(id)) {
      const fits = isMissing(fact) || hasType(fact, term.type);
      if (!fits) issues.push(mistypedFact(place, term.type, quote(fact)));
      else if (isMissing(fact) && fact.missing === "failed") issues.push(failedFact(place, fact.reason));
      values.set(id, fits ? fact : failed("the fact has another type than its indicator"));
    }
  }
  return values;
}
