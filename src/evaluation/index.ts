/** Measuring profiles honestly: the entry point `consignment-risk/evaluation`. Pure functions over scores, outcomes and assessments. */

export { type Interval, wilsonInterval } from "../core/wilson.js";
export { type Backtest, type BacktestedCase, type BacktestOptions, backtest, backtestOrThrow, type PastCase } from "./backtest.js";
export {
  type BootstrapInterval,
  type BootstrapOptions,
  bootstrap,
  bootstrapOrThrow,
  type DifferenceInterval,
  pairedBootstrap,
  pairedBootstrapOrThrow,
  type Statistic,
} from "./bootstrap.js";
export {
  type ChannelMove,
  type CompareOptions,
  type Comparison,
  compareAssessments,
  compareAssessmentsOrThrow,
  type PrecisionComparison,
} from "./compare-assessments.js";
export { type ContributionShift, contributionShifts } from "./contribution-shifts.js";
export {
  categoricalDrift,
  categoricalDriftOrThrow,
  type DriftOptions,
  type DriftSignal,
  factDrift,
  factDriftOrThrow,
  type IndicatorDrift,
  numericDrift,
  numericDriftOrThrow,
} from "./drift.js";
export {
  type BiasedRate,
  estimateRate,
  estimateRateOrThrow,
  type RateEstimate,
  type RateEstimates,
  type SampledCase,
  toSampledCase,
} from "./estimate-rate.js";
export { type FoldOptions, groupFolds, groupFoldsOrThrow } from "./group-folds.js";
export { type GroupedCase, type GroupRate, type GroupRates, type GroupReport, groupRates, groupRatesOrThrow } from "./group-rates.js";
export type { AssessedCase, InspectionOutcome } from "./inspection-outcome.js";
export { type CapacityPlan, type ChannelCapacity, type PlannedThreshold, planThresholds, planThresholdsOrThrow } from "./plan-thresholds.js";
export type { Stability, StabilityBin } from "./population-stability.js";
export {
  brierScore,
  expectedCalibrationError,
  logLoss,
  type ProbabilityMetrics,
  type ProbabilityOptions,
  probabilityMetrics,
  probabilityMetricsOrThrow,
  type ReliabilityBin,
} from "./probability-metrics.js";
export { rankAssessments, rankAssessmentsOrThrow } from "./rank-assessments.js";
export { createRanking, createRankingOrThrow, type Ranking, type ScoredColumns, type ScoredInput, type ScoredRow } from "./ranking.js";
export {
  averagePrecision,
  gini,
  ksStatistic,
  type RankingMetrics,
  type RankingOptions,
  rankingMetrics,
  rankingMetricsOrThrow,
  rocAuc,
} from "./ranking-metrics.js";
export type {
  BacktestReport,
  ChannelRecord,
  DomainReport,
  DriftReport,
  GainPoint,
  ReportCounts,
  ReportedProfile,
  ScoreBin,
  ScorecardLevel,
  ScorecardTerm,
} from "./report/backtest-report.js";
export { type BacktestReportOptions, createBacktestReport, createBacktestReportOrThrow } from "./report/create-backtest-report.js";
export { type RenderReportOptions, renderBacktestReport } from "./report/render-backtest-report.js";
export { type RuleLedger, type RuleOverlap, type RuleRecord, ruleLedger, ruleLedgerOrThrow } from "./rule-ledger.js";
export { type DomainDrift, type ScoreDrift, scoreDrift, scoreDriftOrThrow } from "./score-drift.js";
export {
  type Candidate,
  type CapacityChoice,
  type CapacityMechanism,
  type CapacitySelection,
  selectWithinCapacity,
  selectWithinCapacityOrThrow,
} from "./select-within-capacity.js";
export {
  type BacktestSummary,
  type ChannelFindings,
  type DomainSummary,
  type OutcomeBasis,
  type SummaryOptions,
  summariseBacktest,
  summariseBacktestOrThrow,
} from "./summarise-backtest.js";
export { type Cutoff, precisionAt, recallAt, revenueAt, type TopMetrics } from "./top-metrics.js";
