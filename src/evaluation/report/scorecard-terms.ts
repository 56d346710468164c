import { compareText } from "../../core/canonical.js";
import { toMicropoints, toPoints } from "../../core/micropoints.js";
import { termLevels } from "../../explanation/describing/term-levels.js";
import { ENGLISH_LEVELS } from "../../explanation/describing/words/en.js";
import { indicatorsOf, type ModelTerm } from "../../profile/model-document.js";
import { type AssessedCase, isHit } from "../inspection-outcome.js";
import type { ScorecardLevel, ScorecardTerm } from "./backtest-report.js";

/** How much of a scorecard is described. */
export interface ScorecardSize {
  readonly terms: number;
  readonly levels: number;
}

/** The terms of a domain's model that weigh the most in some assessed declarations, ties by id, with their levels. */
export function scorecardTerms(terms: readonly ModelTerm[], cases: readonly AssessedCase[], domain: string, size: ScorecardSize): readonly ScorecardTerm[] {
  const tallies = tallyContributions(cases, domain);
  return terms
    .map((term) => ({ term, tally: tallies.get(term.id), weight: toPoints((tallies.get(term.id)?.magnitude ?? 0) / Math.max(1, cases.length)) }))
    .sort((a, b) => b.weight - a.weight || compareText(a.term.id, b.term.id))
    .slice(0, size.terms)
    .map(({ term, tally, weight }) => {
      const levels = describeLevels(term, size.levels);
      const outcomes = cases.filter(({ assessment, outcome }) => outcome !== undefined && assessment.domains[domain] !== undefined);
      const findings = outcomes.filter(({ outcome }) => outcome !== undefined && isHit(outcome, domain)).length;
      const counts = countByPoints(tally, outcomes.length, findings);
      return {
        id: term.id,
        kind: term.kind,
        indicators: indicatorsOf(term),
        weight,
        levels: levels.shown.map((level) => withReported(level, levels.all, counts)),
        furtherLevels: levels.all.length - levels.shown.length,
      };
    });
}

interface Count {
  count: number;
  findings: number;
}

interface Tally {
  /** The sum of the magnitudes, in micropoints. */
  magnitude: number;
  /** The declarations with an outcome, by what the term gave them. */
  readonly byMicropoints: Map<number, Count>;
}

function tallyContributions(cases: readonly AssessedCase[], domain: string): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { assessment, outcome } of cases) {
    for (const { kind, id, micropoints } of assessment.domains[domain]?.contributions ?? []) {
      if (kind !== "model") continue;
      const tally = tallies.get(id) ?? { magnitude: 0, byMicropoints: new Map() };
      tallies.set(id, tally);
      tally.magnitude += Math.abs(micropoints);
      if (outcome === undefined) continue;
      const count = tally.byMicropoints.get(micropoints) ?? { count: 0, findings: 0 };
      tally.byMicropoints.set(micropoints, count);
      count.count += 1;
      if (isHit(outcome, domain)) count.findings += 1;
    }
  }
  return tallies;
}

/** A contribution of 0 is not listed: it is what is left. */
function countByPoints(tally: Tally | undefined, outcomes: number, findings: number): ReadonlyMap<number, Count> {
  const counts = new Map(tally?.byMicropoints);
  const rest = { count: outcomes, findings };
  for (const given of counts.values()) {
    rest.count -= given.count;
    rest.findings -= given.findings;
  }
  return counts.set(0, rest);
}

function withReported(level: ScorecardLevel, all: readonly ScorecardLevel[], counts: ReadonlyMap<number, Count>): ScorecardLevel {
  const micropoints = toMicropoints(level.points);
  const alone = all.filter(({ points }) => toMicropoints(points) === micropoints).length === 1;
  return alone ? { ...level, reported: { ...(counts.get(micropoints) ?? { count: 0, findings: 0 }) } } : level;
}

interface Levels {
  readonly all: readonly ScorecardLevel[];
  readonly shown: readonly ScorecardLevel[];
}

function describeLevels(term: ModelTerm, most: number): Levels {
  const { unordered, levels, others } = termLevels(term, ENGLISH_LEVELS);
  const all = [...levels, ...others];
  return { all, shown: unordered ? [...weightiest(levels, most), ...others] : all };
}

/** From the highest points; where there are too many, those that move the most in training, else those of most points. */
function weightiest(levels: readonly ScorecardLevel[], most: number): readonly ScorecardLevel[] {
  const influence = ({ points, training }: ScorecardLevel): number => Math.abs(points) * (training?.count ?? 1);
  return [...levels]
    .sort((a, b) => influence(b) - influence(a) || compareText(a.label, b.label))
    .slice(0, most)
    .sort((a, b) => b.points - a.points || compareText(a.label, b.label));
}
