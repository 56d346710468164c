import * as fc from "fast-check";
import type { ScoredRow } from "../../src/evaluation/ranking.js";

/** Rows with scores from a small grid, so that ties are common. */
const scoredRow: fc.Arbitrary<ScoredRow & { readonly revenue: number }> = fc.record({
  score: fc.integer({ min: -8, max: 8 }),
  label: fc.constantFrom(0, 1),
  revenue: fc.integer({ min: 0, max: 1_000 }),
});

/** One row or more. */
export const scoredRows = fc.array(scoredRow, { minLength: 1, maxLength: 40 });

/** Rows whose scores are probabilities, ends and bin edges included. */
export const probabilityRows = fc.array(
  fc.record({
    score: fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10),
    ),
    label: fc.constantFrom(0, 1),
  }),
  { minLength: 1, maxLength: 60 },
);

export const cutoff = fc.oneof(
  fc.integer({ min: 0, max: 50 }).map((count) => ({ count })),
  fc.integer({ min: 0, max: 100 }).map((percent) => ({ share: percent / 100 })),
);
