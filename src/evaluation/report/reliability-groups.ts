import { wilsonOfRate } from "../../core/wilson.js";
import type { ReliabilityBin } from "../probability-metrics.js";
import type { Ranking } from "../ranking.js";

const GROUPS = 10;

/**
 * Cases in about ten groups of equal weight by their probability, from the lowest; equal probabilities stay together. Intervals
 * are Wilson's at the number of cases that the weights are worth (Kish). Where
 * findings are rare, bins of equal width would put nearly all into the first.
 */
export function reliabilityGroups({ size, scores, labels, weights, totalWeight }: Ranking): readonly ReliabilityBin[] {
  const groups: ReliabilityBin[] = [];
  let group = { weight: 0, squares: 0, predicted: 0, found: 0, from: 0 };
  let seen = 0;
  for (let place = size - 1; place >= 0; place -= 1) {
    const [score, label, weight] = [scores[place] as number, labels[place] as number, weights[place] as number];
    if (group.weight === 0) group.from = score;
    group.weight += weight;
    group.squares += weight * weight;
    group.predicted += weight * score;
    group.found += weight * label;
    seen += weight;
    const isLast = place === 0;
    const isFull = seen >= ((groups.length + 1) * totalWeight) / GROUPS - 1e-9;
    if (group.weight === 0 || !(isLast || (isFull && scores[place - 1] !== score))) continue;
    groups.push({
      bin: groups.length,
      from: group.from,
      to: score,
      weight: group.weight,
      meanPrediction: group.predicted / group.weight,
      findingRate: group.found / group.weight,
      interval: wilsonOfRate(group.found / group.weight, group.weight ** 2 / group.squares),
    });
    group = { weight: 0, squares: 0, predicted: 0, found: 0, from: score };
  }
  return groups;
}
