import type { AssessOptions } from "../../assessment/assess.js";
import { score } from "../../assessment/score.js";
import { fromScaled, powerOfTen, toScaled } from "../../core/decimal.js";
import { expectation } from "../../core/expectation.js";
import { deepFreeze } from "../../core/freeze.js";
import { createIssue } from "../../core/issue.js";
import { failure, orThrow, type Result, success } from "../../core/result.js";
import type { Facts } from "../../indicators/facts.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { changeFacts, type FactPlace, factAt } from "../change-facts.js";
import { representativesOf } from "./representatives.js";

/** Values of a number that all lead to one channel, both ends included. */
export interface ChannelSegment {
  readonly from: number;
  /** Absent for any value from `from` up. */
  readonly to?: number;
  readonly channel: string;
}

/** What the overall channel would be for each value of one number, everything else as it is. */
export interface TippingPoints extends FactPlace {
  readonly unit?: string;
  /** The value as it is. */
  readonly current: number;
  /** From the least value up, without a gap; neighbours lead to different channels. */
  readonly segments: readonly ChannelSegment[];
  /** Whether no other channel can hide within a segment: not where a derived indicator or several terms turn on the number between thresholds. */
  readonly isComplete: boolean;
}

/** The largest value tried, where its decimals allow it. */
const LARGEST = 9e12;

/**
 * The values of one number at which the overall channel tips, in the indicator's own unit, each found by scoring: for officers only. The values run
 * from 0, or from the least that the profile compares with. Fails where the fact is no number, or the facts cannot be assessed.
 */
export function findTippingPoints(profile: CompiledProfile, facts: Facts, place: FactPlace, options: AssessOptions = {}): Result<TippingPoints> {
  const term = profile.catalogue.indicators.get(place.indicator);
  const current = factAt(facts, place);
  if (term?.type !== "number" || typeof current !== "number") {
    return failure(
      createIssue("value.invalid", expectation(["place"], "a fact that is a number", current ?? place.indicator, "name a number that the facts hold")),
    );
  }
  const now = score(profile, facts, options);
  if (!now.ok) return now;
  const decimals = term.decimals ?? 0;
  const channelAt = (scaled: number): string => {
    const changed = score(profile, changeFacts(facts, [{ ...place, to: fromScaled(scaled, decimals) }]), options);
    return changed.ok ? changed.value.channel : now.value.channel;
  };
  const { values, isComplete } = representativesOf(profile, place.indicator, current);
  const largest = toScaled(LARGEST, decimals) ?? Math.floor(Number.MAX_SAFE_INTEGER / powerOfTen(decimals)) * powerOfTen(decimals);
  const points = [0, current, ...values].flatMap((value) => (typeof value === "number" ? (toScaled(value, decimals) ?? []) : []));
  const tried = [...new Set([...points, largest])].sort((a, b) => a - b);
  return success(
    deepFreeze({
      ...place,
      ...(term.unit === undefined ? {} : { unit: term.unit.replace("currency", profile.document.currency) }),
      current,
      segments: join(tried, channelAt).map(({ from, to, channel }) => ({
        from: fromScaled(from, decimals),
        ...(to === largest ? {} : { to: fromScaled(to, decimals) }),
        channel,
      })),
      isComplete,
    }),
  );
}

/**
 * {@link findTippingPoints} that throws.
 * @throws {IssueError} where {@link findTippingPoints} fails
 */
export function findTippingPointsOrThrow(profile: CompiledProfile, facts: Facts, place: FactPlace, options: AssessOptions = {}): TippingPoints {
  return orThrow(findTippingPoints(profile, facts, place, options));
}

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly channel: string;
}

/** Segments between the least and the largest point tried; where neighbours differ, the place where it tips is found by halving. */
function join(points: readonly number[], channelAt: (scaled: number) => string): readonly Segment[] {
  const segments: Segment[] = [];
  let from = points[0] ?? 0;
  let channel = channelAt(from);
  let seen = from;
  for (const point of points.slice(1)) {
    const reached = channelAt(point);
    while (channel !== reached) {
      const tip = firstOther(seen, point, channel, channelAt);
      segments.push({ from, to: tip - 1, channel });
      from = tip;
      seen = tip;
      channel = channelAt(tip);
    }
    seen = point;
  }
  segments.push({ from, to: points.at(-1) ?? from, channel });
  return segments;
}

/** A point above `low`, at most `high`, at which the channel is another than at `low` and at its left neighbour; at `high` it is another. */
function firstOther(low: number, high: number, channel: string, channelAt: (scaled: number) => string): number {
  let same = low;
  let other = high;
  while (other - same > 1) {
    const middle = same + Math.floor((other - same) / 2);
    if (channelAt(middle) === channel) same = middle;
    else other = middle;
  }
  return other;
}
