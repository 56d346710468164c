import type { Ranking } from "../ranking.js";
import { recallAt } from "../top-metrics.js";
import type { GainPoint } from "./backtest-report.js";

/** Finer at the top, where inspections are. */
const SHARES: readonly number[] = [...steps(0, 20, 0.0025), ...steps(11, 20, 0.005), ...steps(11, 100, 0.01)];

/** The gain curve at up to 120 shares, from nothing to everything; empty without findings. */
export function gainCurve(ranking: Ranking): readonly GainPoint[] {
  return SHARES.flatMap((share) => {
    const recall = recallAt(ranking, { share });
    return recall === undefined ? [] : [{ share, recall }];
  });
}

function steps(first: number, last: number, step: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(4)));
}
