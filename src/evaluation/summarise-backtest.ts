import type { DomainAssessment } from "../assessment/assessment.js";
import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import type { Instant } from "../core/instant.js";
import type { Issue } from "../core/issue.js";
import { orThrow, type Result } from "../core/result.js";
import { type Interval, wilsonInterval } from "../core/wilson.js";
import type { Backtest, BacktestedCase } from "./backtest.js";
import { type BootstrapInterval, type BootstrapOptions, bootstrapOrThrow, type Statistic } from "./bootstrap.js";
import { checkNumber, checkSeed, conclude, invalid } from "./check-input.js";
import { type BiasedRate, estimateRateOrThrow, type RateEstimate, type RateEstimates, toSampledCase } from "./estimate-rate.js";
import { type InspectionOutcome, isHit } from "./inspection-outcome.js";
import { type ProbabilityMetrics, probabilityMetricsOrThrow } from "./probability-metrics.js";
import { createRankingOrThrow, type Ranking, type ScoredRow } from "./ranking.js";
import { averagePrecision, type RankingMetrics, rankingMetricsOrThrow, rocAuc } from "./ranking-metrics.js";
import { type Cutoff, checkCutoff, precisionAt, type TopMetrics } from "./top-metrics.js";

/** How a replay is summed up. */
export interface SummaryOptions {
  /** The profile's channels from the lowest to the highest. */
  readonly channels: readonly string[];
  /** Where the order by score is cut; the highest 5 % and 10 % unless told. */
  readonly at?: readonly Cutoff[];
  readonly bootstrap: Omit<BootstrapOptions, "groups">;
  /** With what total probability a declaration with an outcome was selected, above 0 and at most 1; `undefined` where that is not known. */
  readonly selectionProbability?: (id: string) => number | undefined;
  /** Whether the replay inspected only what its profile selects: then what that part alone says is stated beside the whole. */
  readonly selectedOnly?: boolean;
  /** Called with every bootstrap sample, to show how far it has come. */
  readonly onSample?: () => void;
}

/**
 * What the outcomes stand for. `complete`: every declaration has one. `weighted`: only a part has, each with the probability of its
 * selection, and counts as often as the inverse of it. `naive`: only a part has, and nobody knows how it was selected, so that all
 * figures are biased towards what the selection was after.
 */
export type OutcomeBasis = "complete" | "weighted" | "naive";

/** What became of the declarations of one channel. */
export interface ChannelFindings {
  readonly channel: string;
  readonly declarations: number;
  readonly outcomes: number;
  readonly findings: number;
  /** Findings per inspection with its 95 % interval (Wilson's; by inverse probability where the basis is `weighted`); `undefined` without outcomes. */
  readonly rate: RateEstimate | undefined;
  /** Without weights; only where the basis is `weighted`. */
  readonly naive?: BiasedRate;
}

/** What one domain's scores are worth. */
export interface DomainSummary {
  readonly domain: string;
  readonly ranking: RankingMetrics;
  readonly intervals: {
    readonly rocAuc: BootstrapInterval;
    readonly averagePrecision: BootstrapInterval;
    /**
     * One per cutoff: the bootstrap's, widened by Wilson's 95 % at the number of cases that the weights are worth, since samples of
     * a top without a finding have none either.
     */
    readonly precision: readonly (BootstrapInterval & Interval)[];
  };
  /** The same without weights, biased towards what the selection was after; only where the basis is `weighted`. */
  readonly naive?: RankingMetrics & { readonly biased: true };
  /** Metrics of the probability, where it is one on every declaration. */
  readonly probability: ({ readonly calibrated: true } & ProbabilityMetrics) | { readonly calibrated: false };
  /** By the channel that the domain's score or mandatory rules reach, from the highest. */
  readonly channels: readonly ChannelFindings[];
}

/** A replay in figures. */
export interface BacktestSummary {
  readonly declarations: number;
  readonly refused: number;
  /** The first and the last moment of what is reported; absent without declarations. */
  readonly period?: { readonly from: Instant; readonly to: Instant };
  readonly outcomes: number;
  readonly findings: number;
  readonly basis: OutcomeBasis;
  /** By overall channel, from the highest. */
  readonly channels: readonly ChannelFindings[];
  /** By id. */
  readonly domains: readonly DomainSummary[];
  /** What the part that the replay inspected says of the finding rate, beside that of all outcomes; only for `selectedOnly`. */
  readonly inspection?: { readonly inspected: number; readonly estimates: RateEstimates; readonly allOutcomes: RateEstimate };
}

const DEFAULT_CUTOFFS: readonly Cutoff[] = [{ share: 0.05 }, { share: 0.1 }];

/** Sums up a replay: ranking, probabilities and channels of each domain. A replay without any outcome, and options that cannot be used, are issues. */
export function summariseBacktest(backtest: Backtest, options: SummaryOptions): Result<BacktestSummary> {
  const { at = DEFAULT_CUTOFFS, bootstrap, selectionProbability = () => undefined } = options;
  const labelled = backtest.cases.flatMap(toLabelled(selectionProbability));
  const issues: readonly Issue[] = [
    ...at.flatMap((cutoff, index) => checkCutoff(cutoff, ["at", index])),
    ...checkSeed(bootstrap.seed),
    ...(bootstrap.replicates === undefined ? [] : checkNumber(bootstrap.replicates, ["bootstrap", "replicates"], 1, 1_000_000, true)),
    ...(bootstrap.level === undefined ? [] : checkNumber(bootstrap.level, ["bootstrap", "level"], 0.5, 0.9999)),
    ...labelled.flatMap(({ id, probability }) =>
      probability === undefined ? [] : checkNumber(probability, ["selectionProbability", id], Number.MIN_VALUE, 1),
    ),
    ...(labelled.length > 0 ? [] : [invalid([], "at least one outcome in the period", "none", "replay declarations whose outcome is known")]),
  ];
  return conclude(issues, () => deepFreeze(summarise(backtest, labelled, { ...options, at })));
}

/**
 * {@link summariseBacktest} that throws.
 * @throws {IssueError} if there is no outcome, or the options cannot be used
 */
export function summariseBacktestOrThrow(backtest: Backtest, options: SummaryOptions): BacktestSummary {
  return orThrow(summariseBacktest(backtest, options));
}

interface Labelled {
  readonly id: string;
  readonly domains: Readonly<Record<string, DomainAssessment>>;
  readonly outcome: InspectionOutcome;
  readonly probability: number | undefined;
}

function toLabelled(selectionProbability: (id: string) => number | undefined): (tested: BacktestedCase) => readonly Labelled[] {
  return ({ assessment: { id, domains }, outcome }) => (outcome === undefined ? [] : [{ id, domains, outcome, probability: selectionProbability(id) }]);
}

function summarise({ cases, refused }: Backtest, labelled: readonly Labelled[], options: SummaryOptions & { readonly at: readonly Cutoff[] }): BacktestSummary {
  const basis = basisOf(cases, labelled);
  const [first, last] = [cases[0], cases[cases.length - 1]];
  const probabilities = new Map(labelled.flatMap(({ id, probability }) => (probability === undefined ? [] : [[id, probability] as const])));
  const recordsOf = (channelOf: ChannelOf, isFinding: IsFinding): readonly ChannelFindings[] =>
    [...options.channels].reverse().map((channel) =>
      recordOf(
        channel,
        cases.filter((tested) => channelOf(tested) === channel),
        isFinding,
        basis,
        probabilities,
      ),
    );
  const domains = [...new Set(cases.flatMap(({ assessment }) => Object.keys(assessment.domains)))].sort(compareText);
  return {
    declarations: cases.length,
    refused: refused.length,
    ...(first === undefined || last === undefined ? {} : { period: { from: first.assessment.asOf, to: last.assessment.asOf } }),
    outcomes: labelled.length,
    findings: labelled.filter(({ outcome }) => outcome.finding).length,
    basis,
    channels: recordsOf(
      ({ assessment }) => assessment.channel,
      ({ finding }) => finding,
    ),
    domains: domains.flatMap((domain) => {
      const own = labelled.filter((tested) => tested.domains[domain] !== undefined);
      if (own.length === 0) return [];
      const channelOf: ChannelOf = ({ assessment }) => channelOfDomain(assessment.domains[domain], options.channels);
      return [{ domain, ...describeDomain(own, domain, basis, options), channels: recordsOf(channelOf, (outcome) => isHit(outcome, domain)) }];
    }),
    ...(options.selectedOnly === true ? { inspection: inspectionOf(cases, labelled) } : {}),
  };
}

type ChannelOf = (tested: BacktestedCase) => string | undefined;
type IsFinding = (outcome: InspectionOutcome) => boolean;

function basisOf(cases: readonly BacktestedCase[], labelled: readonly Labelled[]): OutcomeBasis {
  if (labelled.length === cases.length) return "complete";
  return labelled.every(({ probability }) => probability !== undefined) ? "weighted" : "naive";
}

function channelOfDomain(domain: DomainAssessment | undefined, channels: readonly string[]): string | undefined {
  if (domain?.mandatory === undefined) return domain?.channel;
  return channels.indexOf(domain.mandatory) > channels.indexOf(domain.channel) ? domain.mandatory : domain.channel;
}

function recordOf(
  channel: string,
  cases: readonly BacktestedCase[],
  isFinding: IsFinding,
  basis: OutcomeBasis,
  probabilities: ReadonlyMap<string, number>,
): ChannelFindings {
  const sampled = cases.flatMap(({ assessment: { id }, outcome }) =>
    outcome === undefined ? [] : [{ selectionProbability: probabilities.get(id) ?? 1, label: isFinding(outcome) ? 1 : 0 }],
  );
  const findings = sampled.filter(({ label }) => label === 1).length;
  const counts = { channel, declarations: cases.length, outcomes: sampled.length, findings };
  if (basis !== "weighted" || sampled.length === 0) return { ...counts, rate: rateOf(findings, sampled.length) };
  const { weighted, naive } = estimateRateOrThrow(sampled);
  return { ...counts, rate: weighted, ...(naive === undefined ? {} : { naive }) };
}

function rateOf(findings: number, inspected: number): RateEstimate | undefined {
  return inspected === 0 ? undefined : { rate: findings / inspected, ...wilsonInterval(findings, inspected), inspected };
}

function describeDomain(
  labelled: readonly Labelled[],
  domain: string,
  basis: OutcomeBasis,
  { at, bootstrap, onSample }: SummaryOptions & { readonly at: readonly Cutoff[] },
): Omit<DomainSummary, "domain" | "channels"> {
  const scores = labelled.map((tested) => ({ ...tested, scored: tested.domains[domain] as DomainAssessment }));
  const rowsOf = (score: (scored: DomainAssessment) => number, weighted: boolean): readonly ScoredRow[] =>
    scores.map(({ id, scored, outcome, probability }) => ({
      id,
      score: score(scored),
      label: isHit(outcome, domain) ? 1 : 0,
      ...(weighted ? { weight: 1 / (probability as number) } : {}),
    }));
  const isWeighted = basis === "weighted";
  const rows = rowsOf((scored) => scored.micropoints, isWeighted);
  const ranking = createRankingOrThrow(rows);
  const interval = (statistic: Statistic): BootstrapInterval => {
    const counted: Statistic = (sample) => {
      onSample?.();
      return statistic(sample);
    };
    return bootstrapOrThrow(ranking, counted, bootstrap);
  };
  const isCalibrated = scores.every(({ scored }) => scored.calibrated);
  const measured = rankingMetricsOrThrow(rows, { at });
  return {
    ranking: measured,
    intervals: {
      rocAuc: interval(rocAuc),
      averagePrecision: interval(averagePrecision),
      precision: at.map((cutoff, index) =>
        widen(
          interval((sample) => precisionAt(sample, cutoff)),
          measured.top[index] as TopMetrics,
          ranking,
        ),
      ),
    },
    ...(isWeighted
      ? {
          naive: {
            ...rankingMetricsOrThrow(
              rowsOf((scored) => scored.micropoints, false),
              { at },
            ),
            biased: true as const,
          },
        }
      : {}),
    probability: isCalibrated ? { calibrated: true, ...probabilityMetricsOrThrow(rowsOf((scored) => scored.probability, isWeighted)) } : { calibrated: false },
  };
}

function widen(interval: BootstrapInterval, { hits, count }: TopMetrics, { weights, totalWeight }: Ranking): BootstrapInterval & Interval {
  // how many cases a unit of weight is worth (Kish)
  const worth = totalWeight / weights.reduce((sum, weight) => sum + weight * weight, 0);
  const wilson = wilsonInterval(hits * worth, count * worth);
  const { lower = wilson.lower, upper = wilson.upper } = interval;
  return { ...interval, lower: Math.min(lower, wilson.lower), upper: Math.max(upper, wilson.upper) };
}

function inspectionOf(cases: readonly BacktestedCase[], labelled: readonly Labelled[]): NonNullable<BacktestSummary["inspection"]> {
  const label = ({ inspected, outcome }: BacktestedCase): number | undefined => (inspected && outcome !== undefined ? Number(outcome.finding) : undefined);
  return {
    inspected: cases.filter(({ inspected }) => inspected).length,
    estimates: estimateRateOrThrow(cases.map((tested) => toSampledCase(tested.assessment, label(tested)))),
    allOutcomes: rateOf(labelled.filter(({ outcome }) => outcome.finding).length, labelled.length) as RateEstimate,
  };
}
