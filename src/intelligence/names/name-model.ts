import type { NameFeatures } from "./name-features.js";

/**
 * The scorecard of name matching, in points (10 points multiply the odds by 10). Its zero is a pair of names of the same letters; whatever sets
 * them apart takes points away. Fitted with this library's own `fitLogistic` by `node benchmarks/names.mjs fit`, which says on what.
 */
export const NAME_MODEL: { readonly base: number; readonly points: NameFeatures } = {
  base: 19.1,
  points: {
    otherLetters: -3.4,
    shareMissing: -14.5,
    leastAlike: -27.7,
    bothHaveMore: -6.7,
    oneHasMore: -1.2,
    contradiction: -3.9,
    otherNumbers: -9.7,
    otherLegalForm: -5.9,
  },
};
