import type { Random } from "./random.js";

/** Values to draw by weight. */
export interface Weighted<T> {
  readonly first: T;
  readonly values: readonly T[];
  /** The sum of the weights up to and with each value, divided by that of all. */
  readonly cumulative: readonly number[];
}

/** A table of values with their weights, which need not sum to 1. */
export function weighted<T>(entries: readonly [readonly [T, number], ...(readonly [T, number])[]]): Weighted<T> {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let running = 0;
  const cumulative = entries.map(([, weight]) => {
    running += weight;
    return running / total;
  });
  return { first: entries[0][0], values: entries.map(([value]) => value), cumulative };
}

/** Draws one value by weight. */
export function drawWeighted<T>(table: Weighted<T>, random: Random): T {
  const at = random.next();
  const index = table.cumulative.findIndex((bound) => at < bound);
  return table.values[index] ?? table.first;
}
