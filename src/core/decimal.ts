import { roundHalfAway } from "./micropoints.js";

/** The most decimals that an indicator may declare. */
export const MAX_DECIMALS = 6;

/** 10 to the power of `decimals`, for 0 to 6 decimals, exact. */
export function powerOfTen(decimals: number): number {
  return 10 ** decimals;
}

/**
 * A decimal as a scaled integer: `toScaled(1.25, 2)` is 125. Rounds half away from zero on the double `x * 10^decimals`.
 * `undefined` where the result is not a safe integer.
 */
export function toScaled(x: number, decimals: number): number | undefined {
  const scaled = roundHalfAway(x * powerOfTen(decimals));
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}

/** The double nearest to `scaled / 10^decimals`. */
export function fromScaled(scaled: number, decimals: number): number {
  return scaled / powerOfTen(decimals) + 0;
}

/** The decimal nearest to `x` with so many decimals; `undefined` where it leaves the exact range. */
export function roundDecimals(x: number, decimals: number): number | undefined {
  const scaled = toScaled(x, decimals);
  return scaled === undefined ? undefined : fromScaled(scaled, decimals);
}

/** `numerator / denominator` rounded half away from zero to an integer, exactly; the denominator is not 0. */
function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}

/** A decimal: `scaled / 10^decimals`. */
export interface Decimal {
  readonly scaled: number;
  readonly decimals: number;
}

/**
 * The ratio of two decimals as a scaled integer with `decimals` decimals, exact and rounded once, half away from zero.
 * `undefined` where it leaves the exact range. The denominator is not 0.
 */
export function ratioScaled(numerator: Decimal, denominator: Decimal, decimals: number): number | undefined {
  const up = BigInt(numerator.scaled) * 10n ** BigInt(denominator.decimals + decimals);
  const down = BigInt(denominator.scaled) * 10n ** BigInt(numerator.decimals);
  const quotient = Number(divideHalfAway(up, down));
  return Number.isSafeInteger(quotient) ? quotient : undefined;
}

/** The difference `a - b` as a scaled integer with `decimals` decimals, exact and rounded once, half away from zero. */
export function differenceScaled(a: Decimal, b: Decimal, decimals: number): number | undefined {
  const common = Math.max(a.decimals, b.decimals);
  const difference = BigInt(a.scaled) * 10n ** BigInt(common - a.decimals) - BigInt(b.scaled) * 10n ** BigInt(common - b.decimals);
  const quotient = Number(divideHalfAway(difference * 10n ** BigInt(decimals), 10n ** BigInt(common)));
  return Number.isSafeInteger(quotient) ? quotient : undefined;
}

/** The exact sum of safe integers, in any order; `undefined` where it leaves the exact range. */
export function sumScaled(values: readonly number[]): number | undefined {
  let sum = 0n;
  for (const value of values) sum += BigInt(value);
  const result = Number(sum);
  return Number.isSafeInteger(result) ? result : undefined;
}
