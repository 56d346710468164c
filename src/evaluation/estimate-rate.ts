import type { Assessment } from "../assessment/assessment.js";
import { deepFreeze } from "../core/freeze.js";
import type { Issue } from "../core/issue.js";
import { failure, orThrow, type Result } from "../core/result.js";
import { type Interval, wilsonInterval, wilsonOfRate, Z_95 } from "../core/wilson.js";
import { conclude, invalid, outOfRange, wrongType } from "./check-input.js";
import { sumBy } from "./sum-by.js";

/** One declaration of a population of which only a part was inspected. */
export interface SampledCase {
  /** The total probability with which it was selected, 0 to 1, as its assessment states it. */
  readonly selectionProbability: number;
  /** 1 for a finding, 0 for none; absent where it was not inspected, or the outcome is not known yet. */
  readonly label?: number;
  /** Whether the random mechanism drew it, whatever else selected it. */
  readonly drawnAtRandom?: boolean;
}

/** A rate with its 95 % interval, and what it rests on. */
export interface RateEstimate extends Interval {
  readonly rate: number;
  /** The outcomes that it was computed from. */
  readonly inspected: number;
}

/** The naive figure: what the selection was after is over-represented. */
export interface BiasedRate extends RateEstimate {
  readonly biased: true;
}

/** What inspections of a part say of the whole. Use `weighted` or `random`; `naive` is there to show the difference. */
export interface RateEstimates {
  /** The declarations stated. */
  readonly population: number;
  /** Declarations of selection probability 0: no estimate speaks for them. */
  readonly unreachable: number;
  /** By inverse selection probability (Hájek); `undefined` without outcomes of a part that only chance could select. */
  readonly weighted: RateEstimate | undefined;
  /** From those drawn at random alone, each as likely as another; `undefined` without outcomes of such. */
  readonly random: RateEstimate | undefined;
  /** Findings per inspection; `undefined` without outcomes. */
  readonly naive: BiasedRate | undefined;
}

/**
 * Estimates the finding rate of a whole population from the inspected part. Pass only the declarations that a profile
 * would choose to estimate the precision of that choice.
 *
 * `weighted` is Hájek's ratio: the sum of label / probability over the sum of 1 / probability. It was preferred to the
 * one of Horvitz and Thompson since it stays within 0 to 1, does not swing with the number drawn, and allows outcomes
 * that are still to come. The interval takes what was inspected for certain as known; for the rest it is Wilson's, at the
 * size that the variance of independent draws (Poisson sampling, which keyed random selection is) is worth, so that it
 * holds where findings are few; the error of how much the rest stands for is added in squares. It is meant for the rate
 * of this very population.
 */
export function estimateRate(cases: readonly SampledCase[]): Result<RateEstimates> {
  if (!Array.isArray(cases)) return failure(wrongType([], "an array of cases", cases, "pass `[{ selectionProbability, label }]`"));
  if (cases.length === 0) return failure(invalid([], "at least one case", "no cases", "pass the whole population, inspected or not"));
  const issues = cases.flatMap(checkCase);
  return conclude(issues, () => {
    const inspected = cases.filter((sampled) => sampled.label !== undefined);
    const drawn = inspected.filter((sampled) => sampled.drawnAtRandom === true);
    const leftToChance = cases.some(isLeftToChance) && !inspected.some(isLeftToChance);
    return deepFreeze({
      population: cases.length,
      unreachable: cases.filter((sampled) => sampled.selectionProbability === 0).length,
      weighted: inspected.length === 0 || leftToChance ? undefined : weightedRate(inspected),
      random: drawn.length === 0 ? undefined : plainRate(drawn),
      naive: inspected.length === 0 ? undefined : { ...plainRate(inspected), biased: true as const },
    });
  });
}

/**
 * {@link estimateRate} that throws.
 * @throws {IssueError} if a case cannot be used
 */
export function estimateRateOrThrow(cases: readonly SampledCase[]): RateEstimates {
  return orThrow(estimateRate(cases));
}

/** The case of an assessed declaration, with its outcome where it was inspected and the outcome is known. */
export function toSampledCase({ selection }: Pick<Assessment, "selection">, label?: number): SampledCase {
  return {
    selectionProbability: selection.probability,
    drawnAtRandom: selection.mechanisms.some(({ kind, drawn }) => kind === "random" && drawn),
    ...(label === undefined ? {} : { label }),
  };
}

function checkCase(sampled: SampledCase, index: number): readonly Issue[] {
  if (typeof sampled !== "object" || sampled === null) return [wrongType([index], "a case", sampled, "pass `{ selectionProbability, label }`")];
  const { selectionProbability: probability, label } = sampled;
  const issues: Issue[] = [];
  if (!(probability >= 0 && probability <= 1)) issues.push(outOfRange([index, "selectionProbability"], "a probability from 0 to 1", probability));
  if (label !== undefined && label !== 0 && label !== 1) {
    issues.push(invalid([index, "label"], "a label of 0 or 1, or none", label, "leave it out where the outcome is not known: uninspected is not clean"));
  }
  if (label !== undefined && probability === 0) {
    issues.push(
      invalid([index, "selectionProbability"], "a probability above 0 for an inspected case", probability, "state the probability with which it was selected"),
    );
  }
  return issues;
}

function isLeftToChance({ selectionProbability }: SampledCase): boolean {
  return selectionProbability > 0 && selectionProbability < 1;
}

function weightedRate(inspected: readonly SampledCase[]): RateEstimate {
  const certain = inspected.filter((sampled) => sampled.selectionProbability === 1);
  const chance = chanceRate(inspected.filter((sampled) => sampled.selectionProbability < 1));
  const found = certain.filter((sampled) => sampled.label === 1).length;
  const size = certain.length + chance.size;
  const rate = Math.min(1, (found + chance.size * chance.rate) / size);
  // two independent errors: of the rate where chance chose, and of the size of that part
  const share = chance.size / size;
  const bySize = (Z_95 * Math.abs(chance.rate - rate) * Math.sqrt(chance.sizeVariance)) / size;
  const lower = rate - Math.hypot(share * (chance.rate - chance.lower), bySize);
  const upper = rate + Math.hypot(share * (chance.upper - chance.rate), bySize);
  return { rate, lower: Math.max(0, lower), upper: Math.min(1, upper), inspected: inspected.length };
}

interface ChancePart extends Interval {
  /** How many declarations the part stands for, and the variance of that number. */
  readonly size: number;
  readonly sizeVariance: number;
  readonly rate: number;
}

function chanceRate(drawn: readonly SampledCase[]): ChancePart {
  const count = drawn.length;
  if (count === 0) return { size: 0, sizeVariance: 0, rate: 0, lower: 0, upper: 0 };
  const weight = (index: number): number => 1 / (drawn[index] as SampledCase).selectionProbability;
  const label = (index: number): number => drawn[index]?.label as number;
  const size = sumBy(count, weight);
  const rate = Math.min(1, sumBy(count, (index) => weight(index) * label(index)) / size);
  // (1 - p) / p^2 per drawn case: the part of its weight that chance could have left out
  const sizeVariance = sumBy(count, (index) => weight(index) * (weight(index) - 1));
  const variance = sumBy(count, (index) => weight(index) * (weight(index) - 1) * (label(index) - rate) ** 2);
  const worth = Math.min(size ** 2 / sizeVariance, variance > 0 ? (rate * (1 - rate) * size ** 2) / variance : Infinity);
  return { size, sizeVariance, rate, ...wilsonOfRate(rate, worth) };
}

function plainRate(inspected: readonly SampledCase[]): RateEstimate {
  const findings = inspected.filter((sampled) => sampled.label === 1).length;
  const size = inspected.length;
  return { rate: findings / size, ...wilsonInterval(findings, size), inspected: size };
}
