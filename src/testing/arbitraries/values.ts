import fc from "fast-check";
import type { Vocabulary } from "../../conditions/vocabulary.js";
import { standardCatalogue } from "../../indicators/catalogue/standard-catalogue.js";
import type { IndicatorType } from "../../indicators/fact.js";
import type { Level } from "../../indicators/indicator.js";
import { buildVocabulary } from "../../profile/vocabulary.js";

/** Few values, so that facts often hit what rules ask for, and often lie exactly on a bound. */
export const CODES: readonly string[] = ["01", "0101", "010121", "84", "8471", "85", "CN", "KR", "VN", "vnaccs:2", "vnaccs:9", "tax:1", "invoice", "licence"];
export const NUMBERS: readonly number[] = [-1, 0, 0.5, 1, 2, 3, 10, 99.99, 100, 100.01, 1000];
export const PHRASES: readonly string[] = ["red phosphorus", "ivory", "ngà voi", "Parts", "ｉｖｏｒｙ", "used clothing"];

/** The vocabulary of the standard catalogue without derived indicators. */
export const STANDARD_VOCABULARY: Vocabulary = buildVocabulary(standardCatalogue, {});

/** Ids of a vocabulary of some types and levels, in a stable order. */
export function idsOf(vocabulary: Vocabulary, types: readonly IndicatorType[], levels: readonly Level[]): readonly string[] {
  return [...vocabulary.values()].filter((term) => types.includes(term.type) && levels.includes(term.level)).map((term) => term.id);
}

/** A number that rules compare with, or any with few decimals. */
export const number: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 1, arbitrary: fc.integer({ min: -100_000, max: 10_000_000 }).map((n) => n / 100) },
);

/** A text in which phrases stand whole, in part or spelt otherwise. */
export const text: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom("red", "phosphorus", "RED PHOSPHORUS", "ivory", "iv\u200bory", "ngà voi", "NGA VOI", "parts", "of", "machines", "used", "clothing", "!"),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((words) => words.join(" "));

/** A code that rules ask for. */
export const code: fc.Arbitrary<string> = fc.constantFrom(...CODES);
