import type { Issue, PathStep } from "../core/issue.js";
import { checkNumber, invalid } from "./check-input.js";
import type { Ranking } from "./ranking.js";
import { sumBy } from "./sum-by.js";

/** Where an order is cut: after so many cases, or after a share of all of them, 0 to 1, rounded half up to whole cases. */
export type Cutoff = { readonly count: number } | { readonly share: number };

/** What the cases with the highest scores are worth. Ratios whose divisor is 0 are `undefined`. */
export interface TopMetrics {
  readonly cutoff: Cutoff;
  /** How many cases that is: at most all of them. With weights a case at the cut counts in part. */
  readonly count: number;
  /** Findings among them. */
  readonly hits: number;
  /** Findings per case chosen. */
  readonly precision: number | undefined;
  /** The share of all findings. */
  readonly recall: number | undefined;
  /** Hits divided by the most that so many cases could hold; precision and recall divided by their best are this same number. */
  readonly hitsOfBest: number | undefined;
  /** Precision divided by the base rate. */
  readonly lift: number | undefined;
  /** What the findings among them bring; this and what follows `undefined` where the cases state no revenue. */
  readonly revenue: number | undefined;
  /** The share of the revenue of all findings. */
  readonly revenueRecall: number | undefined;
  /** Revenue divided by the most that so many cases could bring. */
  readonly revenueOfBest: number | undefined;
}

/** Issues of a value that is no cutoff. */
export function checkCutoff(cutoff: Cutoff, path: readonly PathStep[]): readonly Issue[] {
  if (typeof cutoff !== "object" || cutoff === null) return [invalid(path, "`{ count }` or `{ share }`", cutoff, "state a count or a share")];
  return "share" in cutoff ? checkNumber(cutoff.share, [...path, "share"], 0, 1) : checkNumber(cutoff.count, [...path, "count"], 0, undefined, true);
}

// A product such as 0.145 * 100 falls short of its half by rounding alone.
const HALF_UP = 0.5 + 1e-9;

/** How many cases a cutoff means: the count, or the share of all rounded half up; at most all cases, NaN for no cutoff. */
function cutoffCount(ranking: Ranking, cutoff: Cutoff): number {
  const wanted = "share" in cutoff ? Math.floor(cutoff.share * ranking.totalWeight + HALF_UP) : cutoff.count;
  return Math.min(wanted, ranking.totalWeight);
}

/** Findings per case among the highest scores; `undefined` where the cutoff chooses none. */
export function precisionAt(ranking: Ranking, cutoff: Cutoff): number | undefined {
  const count = cutoffCount(ranking, cutoff);
  return ratio(sumOfTop(ranking.weights, count, ranking.labels), count);
}

/** The share of all findings among the highest scores; `undefined` without findings. */
export function recallAt(ranking: Ranking, cutoff: Cutoff): number | undefined {
  const count = cutoffCount(ranking, cutoff);
  return count >= 0 ? ratio(sumOfTop(ranking.weights, count, ranking.labels), ranking.positiveWeight) : undefined;
}

/** What the findings among the highest scores bring; `undefined` where the cases state no revenue. */
export function revenueAt(ranking: Ranking, cutoff: Cutoff): number | undefined {
  const count = cutoffCount(ranking, cutoff);
  return ranking.revenue === undefined || !(count >= 0) ? undefined : sumOfTop(ranking.weights, count, ranking.revenue);
}

/** Everything about one cutoff. */
export function describeTop(ranking: Ranking, cutoff: Cutoff): TopMetrics {
  const { weights, labels, revenue, totalWeight, positiveWeight } = ranking;
  const count = cutoffCount(ranking, cutoff);
  const hits = sumOfTop(weights, count, labels);
  const precision = ratio(hits, count);
  const brought = revenue === undefined ? undefined : sumOfTop(weights, count, revenue);
  return {
    cutoff: { ...cutoff },
    count,
    hits,
    precision,
    recall: ratio(hits, positiveWeight),
    hitsOfBest: ratio(hits, Math.min(count, positiveWeight)),
    lift: ratio(precision, positiveWeight / totalWeight),
    revenue: brought,
    revenueRecall: revenue === undefined ? undefined : ratio(brought, sumOfTop(weights, totalWeight, revenue)),
    revenueOfBest: revenue === undefined ? undefined : ratio(brought, bestRevenue(weights, revenue, count)),
  };
}

/** The weighted sum of the values of the first cases that weigh `count` together. */
function sumOfTop(weights: Float64Array, count: number, values: Float64Array): number {
  let left = count;
  let size = 0;
  while (size < weights.length && left > 0) {
    left -= weights[size] as number;
    size += 1;
  }
  const overshoot = Math.max(0, -left);
  return sumBy(size, (place) => ((weights[place] as number) - (place === size - 1 ? overshoot : 0)) * (values[place] as number));
}

function bestRevenue(weights: Float64Array, revenue: Float64Array, count: number): number {
  const order = Int32Array.from(revenue.keys()).sort((a, b) => (revenue[b] as number) - (revenue[a] as number) || a - b);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(order, (place) => values[place] as number);
  return sumOfTop(pick(weights), count, pick(revenue));
}

function ratio(numerator: number | undefined, denominator: number): number | undefined {
  return numerator !== undefined && denominator > 0 ? numerator / denominator : undefined;
}
