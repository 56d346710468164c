/** The 97.5 % quantile of the normal distribution: two-sided 95 %. */
export const Z_95 = 1.959963984540054;

/** An interval for a proportion; `lower` and `upper` lie in 0 to 1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's 95 % interval for a proportion of `successes` in `trials` (E. B. Wilson, 1927; no continuity correction).
 * Both may be fractional, as effective sizes are; without trials nothing is known: 0 to 1.
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (!(trials > 0) || !(successes >= 0)) return { lower: 0, upper: 1 };
  return wilsonOfRate(Math.min(1, successes / trials), trials);
}

/** Wilson's 95 % interval around a rate in 0 to 1 that is worth `trials` independent trials. */
export function wilsonOfRate(rate: number, trials: number): Interval {
  if (trials === Infinity) return { lower: rate, upper: rate };
  const square = Z_95 ** 2;
  const centre = (rate + square / (2 * trials)) / (1 + square / trials);
  const half = (Z_95 / (1 + square / trials)) * Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials * trials));
  // at rates of 0 and 1 centre and half width differ from each other only by rounding
  return { lower: rate === 0 ? 0 : Math.max(0, centre - half), upper: rate === 1 ? 1 : Math.min(1, centre + half) };
}
