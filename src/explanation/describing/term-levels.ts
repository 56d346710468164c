import type { Fact } from "../../indicators/fact.js";
import type { CategoricalTerm, CrossTerm, LevelEvidence, ModelTerm, RepeatTerm, TrainingEvidence } from "../../profile/model-document.js";
import { termPoints } from "../../profile/score-term.js";
import type { LevelWords } from "./words/words.js";

/** One level of a model term: a code, a bin, an example of a value; what is missing or not listed too. */
export interface TermLevel {
  readonly label: string;
  readonly points: number;
  /** The training rows that had it and the share of these with a finding, where the model states them. */
  readonly training?: TrainingEvidence;
}

/** The levels of a term in their own order, and then those of what is missing or has no level. */
export interface TermLevels {
  /** Whether the levels have no order of their own. */
  readonly unordered: boolean;
  readonly levels: readonly TermLevel[];
  readonly others: readonly TermLevel[];
}

/** What a term gives, level by level; of a term without levels, for some values as examples. */
export function termLevels(term: ModelTerm, words: LevelWords): TermLevels {
  const evidence = "evidence" in term ? term.evidence : undefined;
  const missing = levelOf(words.missing, { points: term.missing, ...evidence?.missing });
  switch (term.kind) {
    case "binned": {
      const levels = term.points.map((points, bin) => levelOf(binLabel(term.edges, bin, words), { points, ...term.evidence?.bins[bin] }));
      return { unordered: false, levels, others: [missing] };
    }
    case "linear": {
      const values = [term.centre - term.scale, term.centre, term.centre + term.scale];
      return { unordered: false, levels: values.map((value) => ({ label: numberLabel(value), points: termPoints(term)(() => value) })), others: [missing] };
    }
    case "repeat":
      return { unordered: false, levels: REPEAT_EXAMPLES.map((example) => repeatLevel(term, example, words)), others: [missing] };
    case "categorical":
      return { unordered: true, levels: term.levels.map((level) => levelOf(String(level.value), level)), others: [missing, unseenLevel(term, words)] };
    case "cross":
      return {
        unordered: true,
        levels: term.levels.map((level) => levelOf(crossLabel(term, level.at, words), level)),
        others: [missing, unseenLevel(term, words)],
      };
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

function repeatLevel(term: RepeatTerm, [inspected, findings]: readonly [number, number], words: LevelWords): TermLevel {
  const read = (indicator: string): Fact => (indicator === term.inspected ? inspected : findings);
  return { label: inspected === 0 ? words.neverInspected : words.foundOf(findings, inspected), points: termPoints(term)(read) };
}

/** What has no level of its own: too rare in training, of no weight, or not seen there at all. */
function unseenLevel({ unseen, evidence }: CategoricalTerm | CrossTerm, words: LevelWords): TermLevel {
  return levelOf(evidence?.unseen === undefined ? words.notSeen : words.others, { points: unseen, ...evidence?.unseen });
}

function levelOf(label: string, { points, count, findingRate }: LevelEvidence): TermLevel {
  return { label, points, ...(count === undefined || findingRate === undefined ? {} : { training: { count, findingRate } }) };
}

function crossLabel({ of }: CrossTerm, at: readonly (string | number | boolean)[], words: LevelWords): string {
  return at
    .map((value, part) => {
      const edges = of[part]?.edges;
      return typeof value === "number" && edges !== undefined ? binLabel(edges, value, words) : String(value);
    })
    .join(" × ");
}

function binLabel(edges: readonly number[], bin: number, words: LevelWords): string {
  const [from, to] = [edges[bin - 1], edges[bin]];
  if (from === undefined) return to === undefined ? `bin ${bin}` : words.below(numberLabel(to));
  return to === undefined ? words.from(numberLabel(from)) : words.between(numberLabel(from), numberLabel(to));
}

function numberLabel(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return text.replace("-", "\u2212").replace(/^(\u2212?)(\d{5,})/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","));
}
