import { deepFreeze } from "../core/freeze.js";
import type { Issue } from "../core/issue.js";
import { MAX_MICROPOINTS, toPoints } from "../core/micropoints.js";
import { orThrow, type Result } from "../core/result.js";
import { checkNumber, conclude, invalid } from "./check-input.js";

/** How many declarations of a channel a day can bear. */
export interface ChannelCapacity {
  readonly channel: string;
  readonly perDay: number;
}

/** The threshold of one channel, and what it would have meant for the scores given. */
export interface PlannedThreshold {
  readonly channel: string;
  /** The least score that reaches the channel: what the profile states. */
  readonly points: number;
  readonly micropoints: number;
  /** Declarations of the channel itself, without those of higher ones. */
  readonly declarations: number;
  readonly perDay: number;
  readonly capacityPerDay: number;
}

/** What thresholds are planned from. */
export interface CapacityPlan {
  /** The scores of one domain over `days` days, in micropoints. */
  readonly scores: readonly number[];
  readonly days: number;
  /** From the highest channel to the lowest that has a limit. */
  readonly capacities: readonly ChannelCapacity[];
}

/**
 * The lowest thresholds under which each channel stays within its capacity on average over the days given. Equal scores
 * go to one channel together, so a channel can hold less than it could bear. A channel that no score fits into gets a
 * threshold just above the highest score left, which can be the threshold of the channel above it.
 */
export function planThresholds({ scores, days, capacities }: CapacityPlan): Result<readonly PlannedThreshold[]> {
  const issues: Issue[] = [
    ...checkNumber(days, ["days"], Number.MIN_VALUE),
    ...capacities.flatMap(({ perDay }, index) => checkNumber(perDay, ["capacities", index, "perDay"], 0)),
    ...scores.flatMap((score, index) => checkNumber(score, ["scores", index], -MAX_MICROPOINTS, MAX_MICROPOINTS, true)),
    ...(scores.length === 0 ? [invalid(["scores"], "at least one score", "no scores", "pass the scores of some days")] : []),
  ];
  return conclude(issues, () => {
    const sorted = Float64Array.from(scores).sort().reverse();
    let taken = 0;
    return deepFreeze(
      capacities.map(({ channel, perDay }) => {
        const end = lastFitting(sorted, taken, taken + perDay * days);
        const micropoints = end === taken ? aboveAll(sorted, taken) : (sorted[end - 1] as number);
        const declarations = end - taken;
        taken = end;
        return { channel, points: toPoints(micropoints), micropoints, declarations, perDay: declarations / days, capacityPerDay: perDay };
      }),
    );
  });
}

/**
 * {@link planThresholds} that throws.
 * @throws {IssueError} if the plan cannot be used
 */
export function planThresholdsOrThrow(plan: CapacityPlan): readonly PlannedThreshold[] {
  return orThrow(planThresholds(plan));
}

/** The last place, at most `limit`, at which the scores can be cut without dividing equal ones. */
function lastFitting(sorted: Float64Array, from: number, limit: number): number {
  let end = Math.min(sorted.length, Math.floor(limit));
  while (end > from && end < sorted.length && sorted[end] === sorted[end - 1]) end -= 1;
  return end;
}

/** A score that none of those from a place on reaches. */
function aboveAll(sorted: Float64Array, from: number): number {
  const highest = sorted[from];
  return highest === undefined ? (sorted[from - 1] as number) : highest + 1;
}
