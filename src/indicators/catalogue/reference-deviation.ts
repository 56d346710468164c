import { robustDeviation } from "../../history/robust-deviation.js";
import type { MissingFact } from "../fact.js";
import type { HeaderContext } from "../indicator.js";
import { pastMembers } from "./past.js";

/** A histogram of history to compare with. */
export interface Reference {
  readonly dimension: string;
  readonly values: readonly (string | undefined)[];
}

/** For how many days a reference is remembered. */
const REFERENCE_DAYS = 365;

/** With fewer declarations a reference says nothing, and the next one is asked. */
const MIN_DECLARATIONS = 30;

/**
 * How far a bin stands from the first of some histograms, the narrowest first, that holds 30 declarations of the last 365 days,
 * as a robust z-score; `undefined` without a history.
 */
export function referenceDeviation(context: HeaderContext, references: readonly Reference[], bin: number): number | undefined | MissingFact {
  if (context.history?.members === undefined) return undefined;
  for (const { dimension, values } of references) {
    const histogram = pastMembers(context, dimension, values, REFERENCE_DAYS);
    if (histogram === undefined) continue;
    const { count, z } = robustDeviation(histogram, bin);
    if (count >= MIN_DECLARATIONS) return z;
  }
  return { missing: "absent", reason: `fewer than ${MIN_DECLARATIONS} declarations to compare with` };
}
