import type { MissingFact } from "../fact.js";

/** An amount per kilogram; not applicable where the mass is 0. */
export function valuePerKg(amount: number | undefined, massKg: number | undefined): number | undefined | MissingFact {
  if (amount === undefined || massKg === undefined) return undefined;
  return massKg === 0 ? { missing: "notApplicable", reason: "the net mass is 0" } : amount / massKg;
}
