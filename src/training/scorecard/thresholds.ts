import { toMicropoints, toPoints } from "../../core/micropoints.js";
import type { CapacityRecipe } from "./recipe.js";

/** One declaration's score on a day. */
export interface DayScore {
  readonly day: number;
  readonly micropoints: number;
}

/**
 * The least points at which no more declarations than the capacity reach the channel: `perDay` on the average over the days
 * from the first to the last, or a `share` of all. Where a whole group of equal scores would exceed it, the group stays out.
 */
export function thresholdFor(capacity: CapacityRecipe, scores: readonly DayScore[]): number {
  const first = scores.reduce((least, score) => Math.min(least, score.day), Infinity);
  const last = scores.reduce((most, score) => Math.max(most, score.day), -Infinity);
  const most = "share" in capacity ? capacity.share * scores.length : capacity.perDay * (last - first + 1);
  const ranked = Float64Array.from(scores, (score) => score.micropoints)
    .sort()
    .reverse();
  const within = Math.min(Math.floor(most), ranked.length);
  const edge = ranked[within - 1];
  const next = ranked[within];
  if (edge === undefined) return toPoints((ranked[0] ?? 0) + toMicropoints(1));
  // equal scores cannot be told apart: step above them if they would not all fit
  return toPoints(edge === next ? edge + 1 : edge);
}
