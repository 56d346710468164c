/**
 * The nearest rising sequence to some values in weighted least squares (pool adjacent violators); with `falling`, the
 * nearest falling one.
 */
export function monotonePoints(values: readonly number[], weights: readonly number[], direction: "rising" | "falling"): readonly number[] {
  const sign = direction === "rising" ? 1 : -1;
  const pools: { mean: number; weight: number; length: number }[] = [];
  for (const [index, value] of values.entries()) {
    pools.push({ mean: sign * value, weight: weights[index] as number, length: 1 });
    for (
      let last = pools.at(-1), before = pools.at(-2);
      last !== undefined && before !== undefined && before.mean > last.mean;
      last = pools.at(-1), before = pools.at(-2)
    ) {
      const weight = before.weight + last.weight;
      const mean = weight === 0 ? (before.mean + last.mean) / 2 : (before.mean * before.weight + last.mean * last.weight) / weight;
      pools.splice(-2, 2, { mean, weight, length: before.length + last.length });
    }
  }
  return pools.flatMap((pool) => Array.from({ length: pool.length }, () => sign * pool.mean));
}
