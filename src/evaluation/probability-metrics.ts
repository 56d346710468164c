import { deepFreeze } from "../core/freeze.js";
import { naturalLog } from "../core/logarithm.js";
import { failure, orThrow, type Result } from "../core/result.js";
import { type Interval, wilsonInterval } from "../core/wilson.js";
import { checkNumber, conclude, outOfRange } from "./check-input.js";
import { createRanking, type Ranking, type ScoredInput } from "./ranking.js";
import { sumBy } from "./sum-by.js";

/** Cases whose predicted probabilities fall into one of the bins of equal width. */
export interface ReliabilityBin {
  /** Counted from 0. */
  readonly bin: number;
  /** The bin holds `from <= p < to`; the last one 1 as well. */
  readonly from: number;
  readonly to: number;
  /** How many cases, by weight. */
  readonly weight: number;
  readonly meanPrediction: number;
  readonly findingRate: number;
  /** Wilson's 95 % interval of the finding rate, weights read as counts. */
  readonly interval: Interval;
}

/** How well probabilities say what happens. */
export interface ProbabilityMetrics {
  /** The mean squared difference of probability and label. */
  readonly brier: number;
  /** The mean negative log likelihood, in nats; probabilities are kept 2^-52 away from 0 and 1, as scikit-learn does. */
  readonly logLoss: number;
  /** Expected calibration error: the mean over bins, by weight, of the distance of mean prediction and finding rate. */
  readonly ece: number;
  /** The bins that hold anything. */
  readonly reliability: readonly ReliabilityBin[];
}

/** How probabilities are binned. */
export interface ProbabilityOptions {
  /** How many bins of equal width; 10 unless told. */
  readonly bins?: number;
}

const DEFAULT_BINS = 10;
const MAX_BINS = 10_000;

/** All metrics of probabilities: cases whose scores lie in 0 to 1. Else, and for what {@link createRanking} refuses, issues. */
export function probabilityMetrics(input: ScoredInput, options: ProbabilityOptions = {}): Result<ProbabilityMetrics> {
  const bins = options.bins ?? DEFAULT_BINS;
  const ranking = createRanking(input);
  if (!ranking.ok) return ranking;
  const { value } = ranking;
  const outside = value.scores.findIndex((score) => !isProbability(score));
  if (outside !== -1) {
    const path = Array.isArray(input) ? [value.order[outside] as number, "score"] : ["scores", value.order[outside] as number];
    return failure(outOfRange(path, "a probability from 0 to 1", value.scores[outside], "turn scores into probabilities first"));
  }
  return conclude(checkNumber(bins, ["bins"], 1, MAX_BINS, true), () => {
    const reliability = reliabilityBins(value, bins);
    return deepFreeze({ brier: meanBrier(value), logLoss: meanLogLoss(value), ece: errorOf(reliability, value.totalWeight), reliability });
  });
}

/**
 * {@link probabilityMetrics} that throws.
 * @throws {IssueError} if the cases are no probabilities with labels
 */
export function probabilityMetricsOrThrow(input: ScoredInput, options: ProbabilityOptions = {}): ProbabilityMetrics {
  return orThrow(probabilityMetrics(input, options));
}

/** The Brier score; `undefined` where a score is no probability. */
export function brierScore(ranking: Ranking): number | undefined {
  return ranking.scores.every(isProbability) ? meanBrier(ranking) : undefined;
}

/** The log loss in nats; `undefined` where a score is no probability. */
export function logLoss(ranking: Ranking): number | undefined {
  return ranking.scores.every(isProbability) ? meanLogLoss(ranking) : undefined;
}

/** The expected calibration error over 10 bins of equal width; `undefined` where a score is no probability. */
export function expectedCalibrationError(ranking: Ranking): number | undefined {
  return ranking.scores.every(isProbability) ? errorOf(reliabilityBins(ranking, DEFAULT_BINS), ranking.totalWeight) : undefined;
}

function isProbability(score: number): boolean {
  return score >= 0 && score <= 1;
}

function meanBy({ size, weights, totalWeight }: Ranking, value: (place: number) => number): number {
  return sumBy(size, (place) => (weights[place] as number) * value(place)) / totalWeight;
}

function meanBrier(ranking: Ranking): number {
  return meanBy(ranking, (place) => ((ranking.scores[place] as number) - (ranking.labels[place] as number)) ** 2);
}

function meanLogLoss(ranking: Ranking): number {
  return meanBy(ranking, (place) => {
    const p = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, ranking.scores[place] as number));
    return -naturalLog(ranking.labels[place] === 1 ? p : 1 - p);
  });
}

function reliabilityBins(ranking: Ranking, bins: number): readonly ReliabilityBin[] {
  const { scores, labels, weights, size } = ranking;
  const found: ReliabilityBin[] = [];
  let place = size - 1;
  // from the lowest score up, so that the bins come in order
  while (place >= 0) {
    const bin = binOf(scores[place] as number, bins);
    let weight = 0;
    let predicted = 0;
    let findings = 0;
    for (; place >= 0 && binOf(scores[place] as number, bins) === bin; place -= 1) {
      const share = weights[place] as number;
      weight += share;
      predicted += share * (scores[place] as number);
      findings += share * (labels[place] as number);
    }
    if (weight > 0) {
      const rates = { weight, meanPrediction: predicted / weight, findingRate: findings / weight };
      found.push({ bin, from: bin / bins, to: (bin + 1) / bins, ...rates, interval: wilsonInterval(findings, weight) });
    }
  }
  return found;
}

/** The bin of a probability: the last one whose lower edge `bin / bins`, as a double, it reaches. */
function binOf(p: number, bins: number): number {
  const near = Math.min(bins - 1, Math.floor(p * bins));
  if (p < near / bins) return near - 1;
  return near < bins - 1 && p >= (near + 1) / bins ? near + 1 : near;
}

function errorOf(reliability: readonly ReliabilityBin[], totalWeight: number): number {
  return sumBy(reliability.length, (index) => {
    const bin = reliability[index] as ReliabilityBin;
    return (bin.weight / totalWeight) * Math.abs(bin.meanPrediction - bin.findingRate);
  });
}
