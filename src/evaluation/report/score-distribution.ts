import { scaleLinear } from "d3-scale";
import { toPoints } from "../../core/micropoints.js";
import { type AssessedCase, isHit } from "../inspection-outcome.js";
import type { ScoreBin } from "./backtest-report.js";

/** About how many bins; the edges are round numbers. */
const BINS = 16;

/** The declarations by their score in one domain, in bins of equal width from the lowest score to the highest. */
export function scoreDistribution(cases: readonly AssessedCase[], domain: string): readonly ScoreBin[] {
  const scored = cases.flatMap(({ assessment, outcome }) => {
    const micropoints = assessment.domains[domain]?.micropoints;
    const kind = outcome === undefined ? "unknown" : isHit(outcome, domain) ? "findings" : "others";
    return micropoints === undefined ? [] : [{ points: toPoints(micropoints), kind } as const];
  });
  const lowest = scored.reduce((least, { points }) => Math.min(least, points), Infinity);
  const highest = scored.reduce((most, { points }) => Math.max(most, points), -Infinity);
  if (scored.length === 0) return [];
  const edges = edgesOf(lowest, highest);
  const bins = edges.slice(1).map((to, index) => ({ from: edges[index] as number, to, findings: 0, others: 0, unknown: 0 }));
  for (const { points, kind } of scored) {
    const bin = bins.find(({ to }) => points < to) as (typeof bins)[number];
    bin[kind] += 1;
  }
  return bins;
}

/** Round edges, at least two, of which the last lies above the highest score. */
function edgesOf(lowest: number, highest: number): readonly number[] {
  const scale = scaleLinear(lowest === highest ? [lowest - 0.5, highest + 0.5] : [lowest, highest], [0, 1]);
  const edges = scale.nice(BINS).ticks(BINS);
  const [before, last] = edges.slice(-2) as [number, number];
  return last > highest ? edges : [...edges, Number((2 * last - before).toPrecision(12))];
}
