import { deepFreeze } from "../core/freeze.js";
import { orThrow, type Result } from "../core/result.js";
import { conclude } from "./check-input.js";
import { createRanking, type Ranking, type ScoredInput } from "./ranking.js";
import { type Cutoff, checkCutoff, describeTop, type TopMetrics } from "./top-metrics.js";

/** What an order by score is worth. A metric that needs findings and others is `undefined` where there is only one kind. */
export interface RankingMetrics {
  readonly size: number;
  readonly totalWeight: number;
  readonly positiveWeight: number;
  /** Findings per case. */
  readonly baseRate: number;
  /** The probability that a finding scores above another case, ties counting half. */
  readonly rocAuc: number | undefined;
  /** 2 * AUC - 1. */
  readonly gini: number | undefined;
  /** The greatest distance between the distributions of scores of findings and of the others (Kolmogorov and Smirnov, two-sided). */
  readonly ks: number | undefined;
  /** The mean precision over the findings, equal scores taken together (as scikit-learn does); `undefined` without findings. */
  readonly averagePrecision: number | undefined;
  /** One entry per cutoff asked for. */
  readonly top: readonly TopMetrics[];
}

/** What {@link rankingMetrics} reports beyond the whole order. */
export interface RankingOptions {
  /** Where the order is cut: counts, or shares of all cases. */
  readonly at?: readonly Cutoff[];
}

/** All ranking metrics of scored cases. Issues are those of {@link createRanking} and of cutoffs that are none. */
export function rankingMetrics(input: ScoredInput, options: RankingOptions = {}): Result<RankingMetrics> {
  const ranking = createRanking(input);
  if (!ranking.ok) return ranking;
  const at = options.at ?? [];
  const issues = at.flatMap((cutoff, index) => checkCutoff(cutoff, ["at", index]));
  return conclude(issues, () => describeRanking(ranking.value, at));
}

/**
 * {@link rankingMetrics} that throws.
 * @throws {IssueError} if cases or cutoffs cannot be used
 */
export function rankingMetricsOrThrow(input: ScoredInput, options: RankingOptions = {}): RankingMetrics {
  return orThrow(rankingMetrics(input, options));
}

function describeRanking(ranking: Ranking, at: readonly Cutoff[]): RankingMetrics {
  return deepFreeze({
    size: ranking.size,
    totalWeight: ranking.totalWeight,
    positiveWeight: ranking.positiveWeight,
    baseRate: ranking.positiveWeight / ranking.totalWeight,
    rocAuc: rocAuc(ranking),
    gini: gini(ranking),
    ks: ksStatistic(ranking),
    averagePrecision: averagePrecision(ranking),
    top: at.map((cutoff) => describeTop(ranking, cutoff)),
  });
}

/** The area under the ROC curve, ties counting half; `undefined` with findings only, or without any. */
export function rocAuc(ranking: Ranking): number | undefined {
  const negativeWeight = ranking.totalWeight - ranking.positiveWeight;
  if (!hasBothKinds(ranking)) return undefined;
  let negativesAbove = 0;
  let losses = 0;
  forEachScore(ranking, (positive, negative) => {
    losses += positive * (negativesAbove + negative / 2);
    negativesAbove += negative;
  });
  return 1 - losses / (ranking.positiveWeight * negativeWeight);
}

/** 2 * AUC - 1; `undefined` where the AUC is. */
export function gini(ranking: Ranking): number | undefined {
  const area = rocAuc(ranking);
  return area === undefined ? undefined : 2 * area - 1;
}

/** The greatest distance between the two distributions of scores, 0 to 1; `undefined` with findings only, or without any. */
export function ksStatistic(ranking: Ranking): number | undefined {
  const negativeWeight = ranking.totalWeight - ranking.positiveWeight;
  if (!hasBothKinds(ranking)) return undefined;
  let positives = 0;
  let negatives = 0;
  let greatest = 0;
  forEachScore(ranking, (positive, negative) => {
    positives += positive;
    negatives += negative;
    greatest = Math.max(greatest, Math.abs(positives / ranking.positiveWeight - negatives / negativeWeight));
  });
  return greatest;
}

/** The sum over distinct scores of precision times the rise in recall; `undefined` without findings. */
export function averagePrecision(ranking: Ranking): number | undefined {
  if (ranking.positiveWeight <= 0) return undefined;
  let positives = 0;
  let chosen = 0;
  let sum = 0;
  forEachScore(ranking, (positive, negative) => {
    positives += positive;
    chosen += positive + negative;
    if (positive > 0) sum += positive * (positives / chosen);
  });
  return sum / ranking.positiveWeight;
}

function hasBothKinds(ranking: Ranking): boolean {
  return ranking.positiveWeight > 0 && ranking.totalWeight > ranking.positiveWeight;
}

/** Calls `visit` with the weights of findings and of others at each distinct score, from the highest. */
function forEachScore(ranking: Ranking, visit: (positive: number, negative: number) => void): void {
  const { scores, labels, weights, size } = ranking;
  let place = 0;
  while (place < size) {
    const score = scores[place];
    let positive = 0;
    let negative = 0;
    for (; place < size && scores[place] === score; place += 1) {
      if (labels[place] === 1) positive += weights[place] as number;
      else negative += weights[place] as number;
    }
    visit(positive, negative);
  }
}
