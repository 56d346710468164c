import { type Interval, wilsonInterval } from "../core/wilson.js";

/** A share with Wilson's 95 % interval; without trials the rate is absent, and the interval 0 to 1. */
export interface Share extends Interval {
  readonly count: number;
  readonly of: number;
  readonly rate?: number;
}

/** A share of a number of trials. */
export function shareOf(count: number, of: number): Share {
  return { count, of, ...(of === 0 ? {} : { rate: count / of }), ...wilsonInterval(count, of) };
}
