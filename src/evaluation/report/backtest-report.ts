import type { Instant } from "../../core/instant.js";
import type { IndicatorDrift } from "../drift.js";
import type { RateEstimate } from "../estimate-rate.js";
import type { ProbabilityMetrics, ReliabilityBin } from "../probability-metrics.js";
import type { RankingMetrics } from "../ranking-metrics.js";
import type { RuleLedger } from "../rule-ledger.js";
import type { BacktestSummary, DomainSummary, OutcomeBasis } from "../summarise-backtest.js";

/** Everything that the report of a backtest shows: plain JSON, which `renderBacktestReport` turns into a page. */
export interface BacktestReport {
  readonly schema: "consignment-risk/backtest-report@1";
  readonly title: string;
  /** Where the declarations come from, in words. */
  readonly source?: string;
  /** The profiles that assessed, in order of first use. */
  readonly profiles: readonly ReportedProfile[];
  /** The moments of the first and the last assessment; absent without any. */
  readonly period?: { readonly from: Instant; readonly to: Instant };
  readonly counts: ReportCounts;
  /** What the outcomes stand for; `none` without any. Unless it is `complete`, rates of rules, levels and score bins are naive. */
  readonly basis: OutcomeBasis | "none";
  /** Findings per declaration, any domain, by inverse selection probability where the basis is `weighted`; absent without outcomes. */
  readonly findingRate?: RateEstimate;
  /** What the part that the replay inspected says of the finding rate, where it inspected only what the profile selects. */
  readonly inspection?: NonNullable<BacktestSummary["inspection"]>;
  /** What a reader must know before using a number, a sentence each. */
  readonly caveats: readonly string[];
  /** From the lowest channel to the highest. */
  readonly channels: readonly ChannelRecord[];
  /** In the order of the profile. */
  readonly domains: readonly DomainReport[];
  readonly ledger: RuleLedger;
  /** `titles[domain][rule]`. */
  readonly ruleTitles: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly drift?: DriftReport;
}

/** A profile and how many of the declarations it assessed. */
export interface ReportedProfile {
  readonly id: string;
  readonly version: string;
  readonly fingerprint: string;
  readonly declarations: number;
}

/** How many declarations there were. */
export interface ReportCounts {
  /** Assessed and reported. */
  readonly declarations: number;
  /** That could not be assessed. */
  readonly refused: number;
  /** That the replay inspected, so that it could learn from them. */
  readonly inspected: number;
  /** Whose outcome the data state, inspected in the replay or not. */
  readonly outcomes: number;
  /** Of these, with a finding of any domain. */
  readonly findings: number;
}

/** What came of the declarations of one channel. */
export interface ChannelRecord {
  readonly channel: string;
  /** Whether it counts as selected for inspection. */
  readonly selected: boolean;
  readonly declarations: number;
  readonly inspected: number;
  readonly outcomes: number;
  readonly findings: number;
  /** Findings per outcome with its 95 % interval, by inverse selection probability where the basis is `weighted`; absent without outcomes. */
  readonly rate?: RateEstimate;
}

/** How well the score of one domain told findings from the rest. */
export interface DomainReport {
  readonly domain: string;
  readonly title: string;
  /** The least points per channel, in the order of the channels. */
  readonly thresholds: readonly { readonly channel: string; readonly points: number }[];
  /** Whether all its probabilities are calibrated; only then is there `probability`. */
  readonly calibrated: boolean;
  /** Declarations with a score of the domain, and those of them with a known outcome. */
  readonly declarations: number;
  readonly outcomes: number;
  /** Absent without outcomes. The first of `top` is the headline. */
  readonly ranking?: RankingMetrics;
  readonly intervals?: DomainSummary["intervals"];
  /** The same without weights, biased towards what the selection was after; only where the basis is `weighted`. */
  readonly naive?: RankingMetrics;
  /** From none to all declarations with an outcome; empty without findings. */
  readonly gain: readonly GainPoint[];
  readonly probability?: ProbabilityMetrics;
  /** About ten groups of as many declarations each, by probability; empty where `probability` is absent. */
  readonly reliability: readonly ReliabilityBin[];
  readonly scores: readonly ScoreBin[];
  /** The model terms of the largest weight, that first; empty without a model. */
  readonly scorecard: readonly ScorecardTerm[];
  /** How many further terms the model has. */
  readonly furtherTerms: number;
}

/** Which share of the findings a share of the declarations holds, taken by score. */
export interface GainPoint {
  readonly share: number;
  readonly recall: number;
}

/** The declarations whose score lies in `from <= points < to`. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly findings: number;
  readonly others: number;
  /** Without a known outcome. */
  readonly unknown: number;
}

/** One model term. */
export interface ScorecardTerm {
  readonly id: string;
  readonly kind: "linear" | "binned" | "categorical" | "cross" | "repeat";
  readonly indicators: readonly string[];
  /** The mean magnitude of what it contributed to the reported scores, in points. */
  readonly weight: number;
  /** In their own order, or by points from the highest. */
  readonly levels: readonly ScorecardLevel[];
  /** How many further levels it has: those that weigh the least. */
  readonly furtherLevels: number;
}

/** One level of a term: a code, a bin, an example of a value. */
export interface ScorecardLevel {
  readonly label: string;
  readonly points: number;
  /** The training rows that had it and the share of these with a finding, where the model states them. */
  readonly training?: { readonly count: number; readonly findingRate: number };
  /** The reported declarations with an outcome that got these points from the term; absent where two levels give the same. */
  readonly reported?: { readonly count: number; readonly findings: number };
}

/** How far the facts have moved from one lot of declarations to another. */
export interface DriftReport {
  /** What the two lots are, in words: `January to September`. */
  readonly reference: string;
  readonly current: string;
  readonly indicators: readonly IndicatorDrift[];
}
