import type { AlertMatch } from "../../intelligence/reader.js";

/** The most points that the grading of a matching alert gives, 0 without a match; `undefined` without a source of intelligence. */
export function strongestPoints(matches: readonly AlertMatch[] | undefined): number | undefined {
  return matches?.reduce((most, { points = 0 }) => Math.max(most, points), 0);
}
