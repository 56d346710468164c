import fc from "fast-check";
import type { Vocabulary } from "../../conditions/vocabulary.js";
import type { Catalogue } from "../../indicators/define-catalogue.js";
import type { Fact, FactValue, IndicatorType, MissingFact } from "../../indicators/fact.js";
import type { FactSet, Facts, ItemFacts } from "../../indicators/facts.js";
import type { Level } from "../../indicators/indicator.js";
import { buildVocabulary } from "../../profile/vocabulary.js";
import { INSTANTS } from "./periods.js";
import { CODES, code, number, STANDARD_VOCABULARY, text } from "./values.js";

/** Missing in each way. */
export const missing: fc.Arbitrary<MissingFact> = fc.oneof(
  fc.constant<MissingFact>({ missing: "absent" }),
  fc.constant<MissingFact>({ missing: "notApplicable" }),
  fc.constant<MissingFact>({ missing: "failed", reason: "the source did not answer" }),
  fc.constant<MissingFact>({ missing: "failed" }),
);

/** A value of an indicator type. */
export function factValue(type: IndicatorType): fc.Arbitrary<FactValue> {
  switch (type) {
    case "boolean":
      return fc.boolean();
    case "number":
      return number;
    case "code":
      return code;
    case "codes":
      return fc.subarray([...CODES], { maxLength: 4 }).map((codes) => [...codes].sort());
    case "text":
      return text;
  }
}

/** A value, or a missing fact of any kind. */
function fact(type: IndicatorType): fc.Arbitrary<Fact> {
  return fc.oneof({ weight: 6, arbitrary: factValue(type) }, { weight: 1, arbitrary: missing });
}

/** Facts of some of the indicators of one level; the rest is not named. */
export function factSet(level: Level, vocabulary: Vocabulary = STANDARD_VOCABULARY): fc.Arbitrary<FactSet> {
  const terms = [...vocabulary.values()].filter((term) => term.level === level);
  // most are named: rules that read nothing but absent facts would show little
  return someOf(
    terms.map((term) => [term.id, fact(term.type)]),
    6,
  );
}

/** Facts of some of these indicators: each is named `freq` times as often as not. */
export function someOf(indicators: readonly (readonly [string, fc.Arbitrary<Fact>])[], freq: number): fc.Arbitrary<FactSet> {
  const named = fc.record(Object.fromEntries(indicators.map(([id, one]) => [id, fc.option(one, { nil: undefined, freq })])));
  return named.map((values) =>
    Object.fromEntries(Object.entries(values).flatMap(([id, value]): [string, Fact][] => (value === undefined ? [] : [[id, value]]))),
  );
}

/** Items of a set of facts, with line numbers of their own, in order. */
export function itemFactsOf(set: fc.Arbitrary<FactSet>, minLength: number, maxLength: number): fc.Arbitrary<readonly ItemFacts[]> {
  return fc
    .uniqueArray(fc.record({ item: fc.integer({ min: 1, max: 30 }), values: set }), { minLength, maxLength, selector: (item) => item.item })
    .map((items) => [...items].sort((a, b) => a.item - b.item));
}

/** {@link itemFactsOf} a vocabulary. */
export function itemFacts(minLength = 0, maxLength = 4, vocabulary: Vocabulary = STANDARD_VOCABULARY): fc.Arbitrary<readonly ItemFacts[]> {
  return itemFactsOf(factSet("item", vocabulary), minLength, maxLength);
}

/** What a random draw takes to know a consignment again; one of them, both or none. */
export const identities: fc.Arbitrary<NonNullable<Facts["identities"]>> = fc.record(
  { transportDocument: fc.constantFrom(["house", "HBL-1", "tax:1"], ["simple", "BL-2", "tax:2"]), firstDeclaration: fc.constantFrom(["D-0"], ["D-1"]) },
  { requiredKeys: [] },
);

/** What {@link facts} is told. */
export interface FactsOptions {
  /** The fewest items, 0 or more; 0 unless told. */
  readonly minItems?: number;
  /** Whose indicators are named; the standard catalogue unless told. */
  readonly catalogue?: Catalogue;
}

/** Facts as `parseFacts` accepts them, for any profile: of any indicator of a catalogue. `factsFor` gives those that one profile tells apart. */
export function facts(options: FactsOptions = {}): fc.Arbitrary<Facts> {
  const vocabulary = options.catalogue === undefined ? STANDARD_VOCABULARY : buildVocabulary(options.catalogue, {});
  return fc.record(
    {
      id: fc.constantFrom("D-1", "D-2", "103000000000"),
      asOf: fc.constantFrom(...INSTANTS),
      currency: fc.constant("VND"),
      header: factSet("header", vocabulary),
      items: itemFacts(options.minItems ?? 0, 4, vocabulary),
      identities,
    },
    { requiredKeys: ["id", "asOf", "header", "items"] },
  );
}
