import type { Issue } from "../core/issue.js";
import { orThrow, type Result } from "../core/result.js";
import { checkNumber, checkSeed, conclude, invalid } from "./check-input.js";
import { type SeededRandom, seededRandom } from "./random.js";
import { type Ranking, reweight } from "./ranking.js";

/** A number that a ranking has, or `undefined` where it has none: {@link rocAuc}, `(r) => precisionAt(r, { share: 0.05 })`. */
export type Statistic = (ranking: Ranking) => number | undefined;

/** How samples are drawn. */
export interface BootstrapOptions {
  /** A safe integer; the same seed gives the same interval. */
  readonly seed: number;
  /** How many samples; 1,000 unless told. */
  readonly replicates?: number;
  /** The probability that the interval is to hold; 0.95 unless told. */
  readonly level?: number;
  /** One key per case of the input: cases that share it are drawn together, such as those of one importer. */
  readonly groups?: ArrayLike<string | number>;
}

/** A percentile interval over samples drawn with replacement. */
export interface BootstrapInterval {
  /** The statistic of the data itself; `undefined`, as are the bounds, where it does not exist. */
  readonly estimate: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly level: number;
  readonly replicates: number;
  /** Samples in which the statistic did not exist; they are left out. */
  readonly undefinedReplicates: number;
}

/** The interval of a difference between two scores of the same cases. */
export interface DifferenceInterval extends BootstrapInterval {
  /** Whether the data leave open which is better: the interval holds 0, or does not exist. */
  readonly includesZero: boolean;
}

const DEFAULT_REPLICATES = 1_000;
const DEFAULT_LEVEL = 0.95;

/** The bootstrap interval of a statistic, over cases or over groups of cases. */
export function bootstrap(ranking: Ranking, statistic: Statistic, options: BootstrapOptions): Result<BootstrapInterval> {
  return conclude(checkOptions(options, ranking.size), () => {
    const draw = createDraw(options, ranking.size);
    return describe(options, statistic(ranking), () => statistic(sample(ranking, draw())));
  });
}

/**
 * {@link bootstrap} that throws.
 * @throws {IssueError} if the options cannot be used
 */
export function bootstrapOrThrow(ranking: Ranking, statistic: Statistic, options: BootstrapOptions): BootstrapInterval {
  return orThrow(bootstrap(ranking, statistic, options));
}

/**
 * The bootstrap interval of `statistic(candidate) - statistic(reference)`: two rankings of the same cases in the same
 * input order, of which every sample draws the same cases. Rankings of other cases are an issue.
 */
export function pairedBootstrap(candidate: Ranking, reference: Ranking, statistic: Statistic, options: BootstrapOptions): Result<DifferenceInterval> {
  const mismatch = sameCases(candidate, reference)
    ? []
    : [invalid(["reference"], "the same cases as the candidate's", "other labels or weights", "rank the same cases, in the same input order")];
  return conclude([...mismatch, ...checkOptions(options, candidate.size)], () => {
    const draw = createDraw(options, candidate.size);
    const interval = describe(options, minus(statistic(candidate), statistic(reference)), () => {
      const counts = draw();
      return minus(statistic(sample(candidate, counts)), statistic(sample(reference, counts)));
    });
    const { lower, upper } = interval;
    return Object.freeze({ ...interval, includesZero: lower === undefined || upper === undefined || (lower <= 0 && upper >= 0) });
  });
}

/**
 * {@link pairedBootstrap} that throws.
 * @throws {IssueError} if the rankings are not of the same cases, or the options cannot be used
 */
export function pairedBootstrapOrThrow(candidate: Ranking, reference: Ranking, statistic: Statistic, options: BootstrapOptions): DifferenceInterval {
  return orThrow(pairedBootstrap(candidate, reference, statistic, options));
}

function checkOptions({ seed, replicates, level, groups }: BootstrapOptions, size: number): readonly Issue[] {
  return [
    ...checkSeed(seed),
    ...(replicates === undefined ? [] : checkNumber(replicates, ["replicates"], 1, 1_000_000, true)),
    ...(level === undefined || (level > 0 && level < 1) ? [] : [invalid(["level"], "a probability between 0 and 1", level, "use 0.95")]),
    ...(groups === undefined || groups.length === size ? [] : [invalid(["groups"], `${size} keys`, `${groups.length} keys`, "pass one key per case")]),
  ];
}

function describe({ replicates = DEFAULT_REPLICATES, level = DEFAULT_LEVEL }: BootstrapOptions, estimate: number | undefined, again: () => number | undefined) {
  const values: number[] = [];
  if (estimate !== undefined) {
    for (let replicate = 0; replicate < replicates; replicate += 1) {
      const value = again();
      // a sample can lack a kind of case, or hold only cases of weight 0
      if (value !== undefined && Number.isFinite(value)) values.push(value);
    }
  }
  values.sort((a, b) => a - b);
  const undefinedReplicates = estimate === undefined ? 0 : replicates - values.length;
  const interval: BootstrapInterval = {
    estimate,
    lower: quantile(values, (1 - level) / 2),
    upper: quantile(values, (1 + level) / 2),
    level,
    replicates,
    undefinedReplicates,
  };
  return Object.freeze(interval);
}

/** The quantile of sorted values, interpolated linearly between order statistics (type 7 of Hyndman and Fan). */
function quantile(sorted: readonly number[], p: number): number | undefined {
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (at - Math.floor(at));
}

/** Draws how often each case of the input is in the next sample. */
function createDraw({ seed, groups }: BootstrapOptions, size: number): () => Float64Array {
  const random = seededRandom(seed);
  if (groups === undefined) return () => drawCounts(random, size);
  const keys = new Map<string | number, number>();
  const groupOf = Int32Array.from(groups, (key) => {
    const known = keys.get(key) ?? keys.size;
    keys.set(key, known);
    return known;
  });
  return () => {
    const counts = drawCounts(random, keys.size);
    return Float64Array.from(groupOf, (group) => counts[group] as number);
  };
}

function drawCounts(random: SeededRandom, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (let drawn = 0; drawn < size; drawn += 1) {
    const index = random.below(size);
    counts[index] = (counts[index] as number) + 1;
  }
  return counts;
}

/** A case drawn twice counts twice: the order of the scores stays. */
function sample(ranking: Ranking, counts: Float64Array): Ranking {
  const weights = new Float64Array(ranking.size);
  for (let place = 0; place < ranking.size; place += 1) {
    weights[place] = (ranking.weights[place] as number) * (counts[ranking.order[place] as number] as number);
  }
  return reweight(ranking, weights);
}

function minus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function sameCases(a: Ranking, b: Ranking): boolean {
  if (a.size !== b.size) return false;
  const labels = new Float64Array(a.size);
  const weights = new Float64Array(a.size);
  for (let place = 0; place < a.size; place += 1) {
    labels[a.order[place] as number] = a.labels[place] as number;
    weights[a.order[place] as number] = a.weights[place] as number;
  }
  return b.order.every((index, place) => labels[index] === b.labels[place] && weights[index] === b.weights[place]);
}
