/** How far a bin stands from the middle of a histogram. */
export interface Deviation {
  /** How many declarations the histogram holds. */
  readonly count: number;
  /** The robust z-score: 0.6745 times the distance from the median, over the median absolute deviation of at least one bin. */
  readonly z: number;
}

/** The 75 % quantile of the normal distribution: with it, the z-score of normally distributed logarithms is the usual one. */
const QUARTILE = 0.6745;

/** A bin is as exact as it gets: a histogram that is narrower counts as one bin wide. */
const LEAST_DEVIATION = 1;

/**
 * How far a bin stands from the median of a histogram of such bins, NaN for an empty one. Median and median absolute deviation are
 * of whole and half bins, so that the order of the histogram makes no difference. Source: Iglewicz and Hoaglin, How to Detect and
 * Handle Outliers (1993), modified z-score (memory).
 */
export function robustDeviation(histogram: ReadonlyMap<string, number>, bin: number): Deviation {
  const bins = [...histogram].map(([text, count]): Weighted => ({ at: Number(text), count }));
  const count = bins.reduce((sum, one) => sum + one.count, 0);
  const median = weightedMedian(bins, count);
  const distance = weightedMedian(
    bins.map((one) => ({ at: Math.abs(one.at - median), count: one.count })),
    count,
  );
  return { count, z: (QUARTILE * (bin - median)) / Math.max(distance, LEAST_DEVIATION) };
}

interface Weighted {
  readonly at: number;
  readonly count: number;
}

/** The middle value, or the mean of the two in the middle. */
function weightedMedian(values: readonly Weighted[], count: number): number {
  const sorted = [...values].sort((a, b) => a.at - b.at);
  return (valueAt(sorted, Math.floor((count - 1) / 2)) + valueAt(sorted, Math.floor(count / 2))) / 2;
}

function valueAt(sorted: readonly Weighted[], rank: number): number {
  let below = 0;
  const found = sorted.find(({ count }) => {
    below += count;
    return rank < below;
  });
  return found?.at ?? Number.NaN;
}
