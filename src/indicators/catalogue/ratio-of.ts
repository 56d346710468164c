import type { MissingFact } from "../fact.js";

/** Beyond it a ratio says no more, and would leave the numbers that facts can hold. */
const MOST = 1e9;

/** One number over another, at most a thousand million; not applicable where the other is 0, `undefined` where one is not known. */
export function ratioOf(numerator: number | undefined, denominator: number | undefined, what: string): number | undefined | MissingFact {
  if (numerator === undefined || denominator === undefined) return undefined;
  return denominator === 0 ? { missing: "notApplicable", reason: `${what} is 0` } : Math.min(MOST, numerator / denominator);
}
