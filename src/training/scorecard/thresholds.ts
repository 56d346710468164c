import { toPoints } from "../../core/micropoints.js";
import type { CapacityRecipe } from "./recipe.js";

/** One declaration's score on a day. */
export interface DayScore {
  readonly day: number;
  readonly micropoints: number;
}

// a product such as 0.29 * 100 falls short of its whole number by rounding alone
const ROUNDING = 1e-9;

/**
 * The least points at which no more declarations than the capacity reach the channel: `perDay` on the average over the days
 * from the first to the last, or a `share` of all. Equal scores cannot be told apart: where a group of them would exceed the
 * capacity, it stays out.
 */
export function thresholdFor(capacity: CapacityRecipe, scores: readonly DayScore[]): number {
  const ranked = Float64Array.from(scores, (score) => score.micropoints)
    .sort()
    .reverse();
  const most = "share" in capacity ? capacity.share * scores.length : capacity.perDay * countDays(scores);
  const within = Math.floor(most + ROUNDING);
  const next = ranked[within];
  // all fit: the lowest score begins the channel
  if (next === undefined) return toPoints(ranked.at(-1) as number);
  const edge = ranked[within - 1] ?? next;
  return toPoints(edge === next ? edge + 1 : edge);
}

function countDays(scores: readonly DayScore[]): number {
  let first = Infinity;
  let last = -Infinity;
  for (const { day } of scores) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return last - first + 1;
}
