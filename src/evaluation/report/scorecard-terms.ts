import { compareText } from "../../core/canonical.js";
import { toMicropoints, toPoints } from "../../core/micropoints.js";
import type { Fact } from "../../indicators/fact.js";
import { type CategoricalTerm, type CrossTerm, indicatorsOf, type LevelEvidence, type ModelTerm, type RepeatTerm } from "../../profile/model-document.js";
import { termPoints } from "../../profile/score-term.js";
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
  const evidence = "evidence" in term ? term.evidence : undefined;
  const missing = evidenceLevel("missing", { points: term.missing, ...evidence?.missing });
  const inOrder = (all: readonly ScorecardLevel[]): Levels => ({ all, shown: all });
  switch (term.kind) {
    case "binned":
      return inOrder([...term.points.map((points, bin) => evidenceLevel(binLabel(term.edges, bin), { points, ...term.evidence?.bins[bin] })), missing]);
    case "linear": {
      const values = [term.centre - term.scale, term.centre, term.centre + term.scale];
      return inOrder([...values.map((value) => ({ label: numberLabel(value), points: termPoints(term)(() => value) })), missing]);
    }
    case "repeat":
      return inOrder([...REPEAT_EXAMPLES.map((example) => repeatLevel(term, example)), missing]);
    case "categorical":
      return byPoints(
        term.levels.map((level) => evidenceLevel(String(level.value), level)),
        [missing, unseenLevel(term)],
        most,
      );
    case "cross":
      return byPoints(
        term.levels.map((level) => evidenceLevel(crossLabel(term, level.at), level)),
        [missing, unseenLevel(term)],
        most,
      );
  }
}

/** Inspected before, and with a finding. */
const REPEAT_EXAMPLES: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [10, 0],
  [1, 1],
  [10, 1],
  [10, 5],
];

function repeatLevel(term: RepeatTerm, [inspected, findings]: readonly [number, number]): ScorecardLevel {
  const read = (indicator: string): Fact => (indicator === term.inspected ? inspected : findings);
  return { label: inspected === 0 ? "never inspected before" : `${findings} of ${inspected} with a finding`, points: termPoints(term)(read) };
}

/** From the highest points; where there are too many, those that move the most in training, else those of most points. */
function byPoints(levels: readonly ScorecardLevel[], others: readonly ScorecardLevel[], most: number): Levels {
  const influence = ({ points, training }: ScorecardLevel): number => Math.abs(points) * (training?.count ?? 1);
  const shown = [...levels]
    .sort((a, b) => influence(b) - influence(a) || compareText(a.label, b.label))
    .slice(0, most)
    .sort((a, b) => b.points - a.points || compareText(a.label, b.label));
  return { all: [...levels, ...others], shown: [...shown, ...others] };
}

/** What has no level of its own: too rare in training, of no weight, or not seen there at all. */
function unseenLevel({ unseen, evidence }: CategoricalTerm | CrossTerm): ScorecardLevel {
  return evidenceLevel(evidence?.unseen === undefined ? "not seen in training" : "all others", { points: unseen, ...evidence?.unseen });
}

function evidenceLevel(label: string, { points, count, findingRate }: LevelEvidence): ScorecardLevel {
  return { label, points, ...(count === undefined || findingRate === undefined ? {} : { training: { count, findingRate } }) };
}

function crossLabel({ of }: CrossTerm, at: readonly (string | number | boolean)[]): string {
  return at
    .map((value, part) => {
      const edges = of[part]?.edges;
      return typeof value === "number" && edges !== undefined ? binLabel(edges, value) : String(value);
    })
    .join(" × ");
}

function binLabel(edges: readonly number[], bin: number): string {
  const [from, to] = [edges[bin - 1], edges[bin]];
  if (from === undefined) return to === undefined ? `bin ${bin}` : `below ${numberLabel(to)}`;
  return to === undefined ? `${numberLabel(from)} or more` : `${numberLabel(from)} to below ${numberLabel(to)}`;
}

function numberLabel(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return text.replace("-", "\u2212").replace(/^(\u2212?)(\d{5,})/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","));
}
