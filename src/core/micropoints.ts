/**
 * Evidence is counted in *points*: 10 points multiply the odds by 10 (a point is a deciban, 10 * log10 of the odds).
 * A score is an integer number of millionths of a point, so that sums are exact.
 */

/** Millionths of a point in one point. */
export const MICROPOINTS_PER_POINT = 1_000_000;

/** Points per natural-log odds: 10 / ln 10. */
export const POINTS_PER_LOGIT: number = 10 / Math.LN10;

/** The largest magnitude of a sum of micropoints, 2^53 - 1. */
export const MAX_MICROPOINTS: number = Number.MAX_SAFE_INTEGER;

/**
 * Rounds to the nearest integer, halves away from zero, never -0.
 * The fraction is computed exactly, so 0.49999999999999994 gives 0.
 */
export function roundHalfAway(x: number): number {
  const whole = Math.trunc(x);
  const fraction = x - whole;
  if (fraction >= 0.5) return whole + 1;
  if (fraction <= -0.5) return whole - 1;
  return whole + 0;
}

/** Points to micropoints, rounded once: half away from zero on the double `points * 1e6`. */
export function toMicropoints(points: number): number {
  return roundHalfAway(points * MICROPOINTS_PER_POINT);
}

/** Micropoints to points, for showing; the integer is the score. */
export function toPoints(micropoints: number): number {
  return micropoints / MICROPOINTS_PER_POINT;
}

/** Probability of a score, 1 / (1 + 10^(-points / 10)): for people, outside the promise of exactness. */
export function toProbability(micropoints: number): number {
  return 1 / (1 + 10 ** (-toPoints(micropoints) / 10));
}

/** How many decimals, 1 to 6, show all of some micropoints exactly. */
export function decimalsNeeded(micropoints: readonly number[]): number {
  let decimals = 1;
  while (decimals < 6 && micropoints.some((value) => value % (MICROPOINTS_PER_POINT / 10 ** decimals) !== 0)) decimals += 1;
  return decimals;
}

/**
 * Micropoints as decimal points with sign: `-0.250000`, `+12.000000`. Six decimals are exact; fewer are cut, so ask
 * how many decimals are needed first.
 */
export function formatPoints(micropoints: number, decimals = 6): string {
  const magnitude = Math.abs(micropoints);
  const whole = Math.floor(magnitude / MICROPOINTS_PER_POINT);
  const fraction = String(magnitude % MICROPOINTS_PER_POINT).padStart(6, "0");
  return `${micropoints < 0 ? "-" : "+"}${whole}.${fraction.slice(0, decimals)}`;
}
