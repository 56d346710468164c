import fc from "fast-check";
import type { Vocabulary } from "../../src/conditions/vocabulary.js";
import type { Fact, FactValue, IndicatorType, MissingFact } from "../../src/indicators/fact.js";
import type { FactSet, Facts, ItemFacts } from "../../src/indicators/facts.js";
import type { Level } from "../../src/indicators/indicator.js";
import { INSTANTS } from "./periods.js";
import { CODES, code, number, STANDARD_VOCABULARY, text } from "./values.js";

const missing: fc.Arbitrary<MissingFact> = fc.oneof(
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
  const named = fc.record(Object.fromEntries(terms.map((term) => [term.id, fc.option(fact(term.type), { nil: undefined, freq: 6 })])));
  return named.map((values) =>
    Object.fromEntries(Object.entries(values).flatMap(([id, value]): [string, Fact][] => (value === undefined ? [] : [[id, value]]))),
  );
}

/** Items with line numbers of their own, in order. */
export function itemFacts(minLength = 0, maxLength = 4): fc.Arbitrary<readonly ItemFacts[]> {
  return fc
    .uniqueArray(fc.record({ item: fc.integer({ min: 1, max: 30 }), values: factSet("item") }), { minLength, maxLength, selector: (item) => item.item })
    .map((items) => [...items].sort((a, b) => a.item - b.item));
}

/** Facts over the standard catalogue, as `parseFacts` accepts them. */
export function facts(options: { readonly minItems?: number } = {}): fc.Arbitrary<Facts> {
  return fc.record(
    {
      id: fc.constantFrom("D-1", "D-2", "103000000000"),
      asOf: fc.constantFrom(...INSTANTS),
      currency: fc.constant("VND"),
      header: factSet("header"),
      items: itemFacts(options.minItems ?? 0),
      identities: fc.record(
        { transportDocument: fc.constantFrom(["house", "HBL-1", "tax:1"], ["simple", "BL-2", "tax:2"]), firstDeclaration: fc.constantFrom(["D-0"], ["D-1"]) },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ["id", "asOf", "header", "items"] },
  );
}
