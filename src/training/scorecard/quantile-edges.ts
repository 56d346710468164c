/**
 * The edges of at most `bins` bins with as equal numbers of values as ties allow, strictly rising. Every edge is one of the values
 * and above the least; where a quantile falls on the least value, its bin ends right after it, so that a common 0 stands alone.
 * NaN counts as no value.
 */
export function quantileEdges(values: Float64Array, bins: number): readonly number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const least = sorted[0];
  if (least === undefined) return [];
  const aboveLeast = sorted.find((value) => value > least);
  const edges = new Set<number>();
  for (let bin = 1; bin < bins; bin += 1) {
    const quantile = sorted[Math.floor((sorted.length * bin) / bins)] as number;
    const edge = quantile > least ? quantile : aboveLeast;
    if (edge !== undefined) edges.add(edge);
  }
  return [...edges].sort((a, b) => a - b);
}
