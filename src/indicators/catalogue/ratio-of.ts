import type { MissingFact } from "../fact.js";

/** One number over another; not applicable where the other is 0, `undefined` where one is not known. */
export function ratioOf(numerator: number | undefined, denominator: number | undefined, what: string): number | undefined | MissingFact {
  if (numerator === undefined || denominator === undefined) return undefined;
  return denominator === 0 ? { missing: "notApplicable", reason: `${what} is 0` } : numerator / denominator;
}
