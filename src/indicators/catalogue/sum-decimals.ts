import { fromScaled, sumScaled, toScaled } from "../../core/decimal.js";
import { failed, type MissingFact } from "../fact.js";

/** The exact sum of the values stated, with so many decimals; `undefined` if none is stated, a failed fact beyond the exact range. */
export function sumDecimals(values: readonly (number | undefined)[], decimals: number): number | undefined | MissingFact {
  const stated = values.filter((value) => value !== undefined);
  if (stated.length === 0) return undefined;
  const scaled = stated.map((value) => toScaled(value, decimals) ?? Number.NaN);
  const sum = scaled.every(Number.isSafeInteger) ? sumScaled(scaled) : undefined;
  return sum === undefined ? failed("the sum leaves the exact range") : fromScaled(sum, decimals);
}
