import { compareText } from "../core/canonical.js";
import { naturalLog } from "../core/logarithm.js";

/** One bin of two distributions. */
export interface StabilityBin {
  /** A category, or the interval of a number: `(2.5, 10]`. */
  readonly label: string;
  readonly reference: number;
  readonly current: number;
  /** What the bin adds to the index; never negative. */
  readonly contribution: number;
}

/** How far a distribution has moved. */
export interface Stability {
  /** The population stability index: the sum of the contributions; `undefined` where one of the two holds nothing. */
  readonly psi: number | undefined;
  readonly bins: readonly StabilityBin[];
}

/** Counts of both distributions by bin, in the order to be shown. */
export type BinCounts = readonly { readonly label: string; readonly reference: number; readonly current: number }[];

/**
 * The population stability index: the sum over bins of (p - q) * ln(p / q), p and q the shares of the current and the
 * reference distribution. Zero-bin policy: a bin that is empty on one side counts there as half a case; one that is
 * empty on both counts 0. So it is never negative, and 0 for the same shares.
 */
export function stabilityOf(counts: BinCounts): Stability {
  const referenceTotal = counts.reduce((sum, bin) => sum + bin.reference, 0);
  const currentTotal = counts.reduce((sum, bin) => sum + bin.current, 0);
  const exists = referenceTotal > 0 && currentTotal > 0;
  const bins = counts.map((bin) => {
    const same = !exists || bin.reference * currentTotal === bin.current * referenceTotal;
    const p = (bin.current === 0 ? 0.5 : bin.current) / currentTotal;
    const q = (bin.reference === 0 ? 0.5 : bin.reference) / referenceTotal;
    return { ...bin, contribution: same ? 0 : (p - q) * naturalLog(p / q) };
  });
  return { psi: exists ? bins.reduce((sum, bin) => sum + bin.contribution, 0) : undefined, bins };
}

/**
 * Bins numbers by the quantiles of the reference: at most `bins` intervals that hold about as many of its values each,
 * closed above, the outer ones without end; equal quantiles fall together.
 */
export function countNumbers(reference: readonly number[], current: readonly number[], bins: number): BinCounts {
  const sorted = [...reference].sort((a, b) => a - b);
  const quantiles = Array.from({ length: bins - 1 }, (_, index) => sorted[Math.ceil(((index + 1) * sorted.length) / bins) - 1]);
  const edges = [...new Set(quantiles)].filter((edge): edge is number => edge !== undefined && edge !== sorted[sorted.length - 1]);
  const count = (values: readonly number[]): readonly number[] => {
    const counts = new Array<number>(edges.length + 1).fill(0);
    for (const value of values) {
      const above = edges.findIndex((edge) => value <= edge);
      const bin = above === -1 ? edges.length : above;
      counts[bin] = (counts[bin] as number) + 1;
    }
    return counts;
  };
  const [before, after] = [count(reference), count(current)];
  return before.map((inReference, bin) => {
    const from = edges[bin - 1];
    const to = edges[bin];
    const label = `(${from ?? "-∞"}, ${to === undefined ? "∞)" : `${to}]`}`;
    return { label, reference: inReference, current: after[bin] as number };
  });
}

/** What categories beyond the most frequent ones are counted as. */
const OTHER = "(other)";

/**
 * Counts categories: the `levels` most frequent ones of the reference (ties by code units), the others, new ones among
 * them, together as `(other)`.
 */
export function countCategories(reference: readonly string[], current: readonly string[], levels: number): BinCounts {
  const before = tally(reference);
  const after = tally(current);
  const kept = [...before]
    .sort(([a, countA], [b, countB]) => countB - countA || compareText(a, b))
    .slice(0, levels)
    .map(([label, count]) => ({ label, reference: count, current: after.get(label) ?? 0 }));
  const other = {
    label: OTHER,
    reference: reference.length - kept.reduce((sum, bin) => sum + bin.reference, 0),
    current: current.length - kept.reduce((sum, bin) => sum + bin.current, 0),
  };
  return other.reference + other.current === 0 ? kept : [...kept, other];
}

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
