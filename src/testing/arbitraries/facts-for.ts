import fc from "fast-check";
import { parseInstant } from "../../core/instant.js";
import { representativesOf } from "../../explanation/what-if/representatives.js";
import type { Fact } from "../../indicators/fact.js";
import type { FactSet, Facts } from "../../indicators/facts.js";
import type { Indicator, Level } from "../../indicators/indicator.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { factValue, identities, itemFactsOf, missing, someOf } from "./facts.js";
import { INSTANTS } from "./periods.js";

/** What {@link factsFor} is told. */
export interface FactsForOptions {
  /** The fewest items, 0 or more; 0 unless told. */
  readonly minItems?: number;
  /** The most items; 4 unless told. */
  readonly maxItems?: number;
}

/**
 * Facts for one profile, biased to the edges that it decides at: of each indicator that it reads, numbers at every threshold and one step (of the indicator's
 * decimals) to either side, every code or phrase that it mentions and one that it does not, any other value, and missing in each way; moments at which its
 * rules begin and end, and a millisecond before. Values shrink towards not being named at all.
 */
export function factsFor(profile: CompiledProfile, options: FactsForOptions = {}): fc.Arbitrary<Facts> {
  const { minItems = 0, maxItems = 4 } = options;
  const read = [...profile.catalogue.indicators.values()].filter(({ id }) => profile.reads.has(id));
  const setOf = (level: Level): fc.Arbitrary<FactSet> => {
    const ofLevel = read.filter((indicator) => indicator.level === level);
    return someOf(
      ofLevel.map((indicator) => [indicator.id, factOf(profile, indicator)]),
      9,
    );
  };
  return fc.record({
    id: fc.constantFrom("D-1", "D-2"),
    asOf: fc.constantFrom(...momentsOf(profile)),
    currency: fc.constant(profile.document.currency),
    header: setOf("header"),
    items: itemFactsOf(setOf("item"), minItems, maxItems),
    identities,
  });
}

function factOf(profile: CompiledProfile, { id, type }: Indicator): fc.Arbitrary<Fact> {
  const { values } = representativesOf(profile, id, type === "codes" ? [] : "");
  const any = factValue(type);
  const edges = values.length === 0 ? any : fc.constantFrom(...values);
  return fc.oneof({ weight: 6, arbitrary: edges }, { weight: 1, arbitrary: any }, { weight: 1, arbitrary: missing });
}

/** A few moments of a year, and every one at which something of the profile begins or ends, with the millisecond before. */
function momentsOf({ document }: CompiledProfile): readonly string[] {
  const ends = Object.values(document.domains).flatMap(({ rules }) =>
    rules.flatMap(({ validity }) => [validity?.from, validity?.to].filter((end) => end !== undefined)),
  );
  const before = ends.map((end) => new Date((parseInstant(end) as number) - 1).toISOString());
  return [...new Set([...INSTANTS, ...ends, ...before])];
}
