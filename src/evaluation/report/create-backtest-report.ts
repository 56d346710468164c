import { deepFreeze } from "../../core/freeze.js";
import type { Issue } from "../../core/issue.js";
import { localize } from "../../core/language.js";
import { orThrow, type Result } from "../../core/result.js";
import { wilsonInterval } from "../../core/wilson.js";
import type { Domain, RiskProfile } from "../../profile/profile.js";
import type { Backtest, BacktestedCase } from "../backtest.js";
import { checkNumber, conclude, invalid } from "../check-input.js";
import { estimateRateOrThrow, type RateEstimate } from "../estimate-rate.js";
import { isHit } from "../inspection-outcome.js";
import { createRankingOrThrow, type Ranking } from "../ranking.js";
import { ruleLedger } from "../rule-ledger.js";
import type { BacktestSummary, DomainSummary } from "../summarise-backtest.js";
import type { BacktestReport, ChannelRecord, DomainReport, DriftReport, ReportCounts, ReportedProfile } from "./backtest-report.js";
import { reportCaveats } from "./caveats.js";
import { gainCurve } from "./gain-curve.js";
import { reliabilityGroups } from "./reliability-groups.js";
import { scoreDistribution } from "./score-distribution.js";
import { scorecardTerms } from "./scorecard-terms.js";

/** What a report is made of beyond the replay itself. */
export interface BacktestReportOptions {
  /** The profile that is described: channels, titles, thresholds, rules, model. Where several assessed, the last. */
  readonly profile: RiskProfile;
  /** The figures of this replay, from `summariseBacktest`; left out only where no outcome is known. */
  readonly summary?: BacktestSummary;
  /** As given to `summariseBacktest`. */
  readonly selectionProbability?: (id: string) => number | undefined;
  /** The heading; `Backtest of` the profile's title unless told. */
  readonly title?: string;
  /** Where the declarations come from, in words. */
  readonly source?: string;
  /** The language of the profile's own texts (BCP 47); English unless told. */
  readonly language?: string;
  readonly drift?: DriftReport;
  /** Sentences that a reader must know beyond what the data say themselves, put first: that they are invented, say. */
  readonly caveats?: readonly string[];
  /** The most model terms described per domain, 8 unless told, and the most levels of codes per term, 12 unless told. */
  readonly terms?: number;
  readonly levels?: number;
}

const DEFAULT_TERMS = 8;
const DEFAULT_LEVELS = 12;

/**
 * Computes everything that the report of a replay shows. A summary that is missing or of another replay, a declaration stated
 * twice, and a number of terms or levels that is none, are issues.
 */
export function createBacktestReport(replay: Backtest, options: BacktestReportOptions): Result<BacktestReport> {
  const { cases, refused } = replay;
  const { profile, summary, language = "en" } = options;
  const ledger = ruleLedger(profile, cases);
  if (!ledger.ok) return ledger;
  const issues = [
    ...checkSummary(cases, options),
    ...checkNumber(options.terms ?? DEFAULT_TERMS, ["terms"], 0, undefined, true),
    ...checkNumber(options.levels ?? DEFAULT_LEVELS, ["levels"], 0, undefined, true),
  ];
  return conclude(issues, () => {
    const counts = countCases(cases, refused.length);
    const basis = summary?.basis ?? "none";
    const weightOf: WeightOf = basis === "weighted" ? (id) => 1 / (options.selectionProbability?.(id) as number) : () => 1;
    const domains = Object.entries(profile.domains).map(([domain, document]) => describeDomain(domain, document, cases, options, weightOf));
    const findingRate = summary === undefined ? undefined : rateOf(cases, summary, weightOf);
    const [first, last] = [cases[0], cases.at(-1)];
    return deepFreeze({
      schema: "consignment-risk/backtest-report@1" as const,
      title: options.title ?? `Backtest of ${localize(profile.title, language)}`,
      ...(options.source === undefined ? {} : { source: options.source }),
      profiles: profilesOf(cases),
      ...(first === undefined || last === undefined ? {} : { period: { from: first.assessment.asOf, to: last.assessment.asOf } }),
      counts,
      basis,
      ...(findingRate === undefined ? {} : { findingRate }),
      ...(summary?.inspection === undefined ? {} : { inspection: summary.inspection }),
      caveats: [...(options.caveats ?? []), ...reportCaveats(counts, basis, domains)],
      channels: channelRecords(cases, options),
      domains,
      ledger: ledger.value,
      ruleTitles: ruleTitles(profile, language),
      ...(options.drift === undefined ? {} : { drift: options.drift }),
    });
  });
}

/**
 * {@link createBacktestReport} that throws.
 * @throws {IssueError} if the options cannot be used
 */
export function createBacktestReportOrThrow(replay: Backtest, options: BacktestReportOptions): BacktestReport {
  return orThrow(createBacktestReport(replay, options));
}

/** How many declarations one with an outcome stands for. */
type WeightOf = (id: string) => number;

function checkSummary(cases: readonly BacktestedCase[], { summary, selectionProbability }: BacktestReportOptions): readonly Issue[] {
  const remedy = "pass what summariseBacktest gives for this replay";
  const known = cases.filter(({ outcome }) => outcome !== undefined);
  if (summary === undefined) return known.length === 0 ? [] : [invalid(["summary"], "the figures of the replay", "none", remedy)];
  if (summary.declarations !== cases.length || summary.outcomes !== known.length) {
    return [invalid(["summary"], "the figures of this replay", `those of ${summary.declarations} declarations`, remedy)];
  }
  if (summary.basis !== "weighted" || known.every(({ assessment }) => selectionProbability?.(assessment.id) !== undefined)) return [];
  return [invalid(["selectionProbability"], "a probability for every outcome", "none for some", "pass what summariseBacktest was given")];
}

function describeDomain(domain: string, document: Domain, cases: readonly BacktestedCase[], options: BacktestReportOptions, weightOf: WeightOf): DomainReport {
  const { profile, summary, language = "en", terms = DEFAULT_TERMS, levels = DEFAULT_LEVELS } = options;
  const scored = cases.filter(({ assessment }) => assessment.domains[domain] !== undefined);
  const measured = summary?.domains.find((candidate) => candidate.domain === domain);
  const model = document.model?.terms ?? [];
  const scorecard = scorecardTerms(model, scored, domain, { terms, levels });
  return {
    domain,
    title: localize(document.title, language),
    thresholds: profile.channels.flatMap((channel) => {
      const points = document.thresholds[channel];
      return points === undefined ? [] : [{ channel, points }];
    }),
    calibrated: scored.length > 0 && scored.every(({ assessment }) => assessment.domains[domain]?.calibrated === true),
    declarations: scored.length,
    outcomes: scored.filter(({ outcome }) => outcome !== undefined).length,
    ...describeMeasures(domain, measured, scored, weightOf),
    scores: scoreDistribution(scored, domain),
    scorecard,
    furtherTerms: model.length - scorecard.length,
  };
}

type Measures = Pick<DomainReport, "ranking" | "intervals" | "naive" | "gain" | "probability" | "reliability">;

function describeMeasures(domain: string, measured: DomainSummary | undefined, scored: readonly BacktestedCase[], weightOf: WeightOf): Measures {
  if (measured === undefined) return { gain: [], reliability: [] };
  const rankBy = (score: "micropoints" | "probability"): Ranking =>
    createRankingOrThrow(
      scored.flatMap(({ assessment, outcome }) => {
        const own = assessment.domains[domain];
        if (own === undefined || outcome === undefined) return [];
        return [{ id: assessment.id, score: own[score], label: isHit(outcome, domain) ? 1 : 0, weight: weightOf(assessment.id) }];
      }),
    );
  const ranked = rankBy("micropoints");
  const { calibrated, ...probability } = measured.probability as typeof measured.probability & { readonly calibrated: true };
  return {
    ranking: measured.ranking,
    intervals: measured.intervals,
    ...(measured.naive === undefined ? {} : { naive: measured.naive }),
    gain: gainCurve(ranked),
    ...(calibrated ? { probability } : {}),
    reliability: calibrated ? reliabilityGroups(rankBy("probability")) : [],
  };
}

/** The finding rate of all declarations, as the basis allows. */
function rateOf(cases: readonly BacktestedCase[], { basis }: BacktestSummary, weightOf: WeightOf): RateEstimate | undefined {
  const sampled = cases.flatMap(({ assessment: { id }, outcome }) =>
    outcome === undefined ? [] : [{ selectionProbability: 1 / weightOf(id), label: outcome.finding ? 1 : 0 }],
  );
  if (basis === "weighted") return estimateRateOrThrow(sampled).weighted;
  const findings = sampled.filter(({ label }) => label === 1).length;
  return { rate: findings / sampled.length, ...wilsonInterval(findings, sampled.length), inspected: sampled.length };
}

function countCases(cases: readonly BacktestedCase[], refused: number): ReportCounts {
  return {
    declarations: cases.length,
    refused,
    inspected: cases.filter(({ inspected }) => inspected).length,
    outcomes: cases.filter(({ outcome }) => outcome !== undefined).length,
    findings: cases.filter(({ outcome }) => outcome?.finding === true).length,
  };
}

function channelRecords(cases: readonly BacktestedCase[], { profile, summary }: BacktestReportOptions): readonly ChannelRecord[] {
  const channels: readonly string[] = profile.channels;
  const least = channels.indexOf(profile.selection.channel);
  return channels.map((channel, place) => {
    const own = cases.filter(({ assessment }) => assessment.channel === channel);
    const { declarations, inspected, outcomes, findings } = countCases(own, 0);
    const rate = summary?.channels.find((candidate) => candidate.channel === channel)?.rate;
    return { channel, selected: place >= least, declarations, inspected, outcomes, findings, ...(rate === undefined ? {} : { rate }) };
  });
}

function profilesOf(cases: readonly BacktestedCase[]): readonly ReportedProfile[] {
  const profiles = new Map<string, ReportedProfile>();
  for (const { assessment } of cases) {
    const { profile } = assessment;
    const seen = profiles.get(profile.fingerprint)?.declarations ?? 0;
    profiles.set(profile.fingerprint, { id: profile.id, version: profile.version, fingerprint: profile.fingerprint, declarations: seen + 1 });
  }
  return [...profiles.values()];
}

function ruleTitles({ domains }: RiskProfile, language: string): BacktestReport["ruleTitles"] {
  return Object.fromEntries(
    Object.entries(domains).map(([domain, { rules }]) => [domain, Object.fromEntries(rules.map(({ id, texts }) => [id, localize(texts.title, language)]))]),
  );
}
