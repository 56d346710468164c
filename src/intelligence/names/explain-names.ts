import { deepFreeze } from "../../core/freeze.js";
import { toProbability } from "../../core/micropoints.js";
import type { AlignedPair } from "./align.js";
import type { CompanyForm } from "./company-forms.js";
import { BASE, comparePrepared, NAME_FEATURES, partMicropoints } from "./match-names.js";
import type { ComparedNames, NameFeatures } from "./name-features.js";
import { type NameToken, type PreparedName, prepareName } from "./prepared-name.js";

/** Two words taken for the same: as folded and transliterated, and how alike they are, 0.6 to 1. */
export interface MatchedWords {
  readonly a: string;
  readonly b: string;
  readonly similarity: number;
}

/** One part of the scorecard: what sets the names apart, by how much, and the points that it takes away. */
export interface NameEvidence {
  readonly part: keyof NameFeatures;
  readonly value: number;
  /** Points in millionths, at most 0. */
  readonly micropoints: number;
  /** The words that it is about. */
  readonly words: readonly string[];
}

/** Why two names match as they do. */
export interface NameMatchExplanation {
  /** What `matchNames` gives. */
  readonly score: number;
  /** Whether the names are equal once folded; then the score is 1 and no part takes anything away. */
  readonly isEqual: boolean;
  /** The points of names of the same letters, in millionths. */
  readonly base: number;
  /** `base` plus the parts: exact. */
  readonly micropoints: number;
  /** The parts that take points away, the heaviest first. */
  readonly evidence: readonly NameEvidence[];
  readonly matched: readonly MatchedWords[];
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
  readonly legalFormsOfA: readonly CompanyForm[];
  readonly legalFormsOfB: readonly CompanyForm[];
}

/** What `matchNames(a, b)` rests on: the words that were paired, those left over, and the points that each difference takes away. */
export function explainNames(a: string, b: string): NameMatchExplanation {
  const left = prepareName(a);
  const right = prepareName(b);
  const compared = comparePrepared(left, right);
  const isEqual = left.text === right.text;
  const evidence = isEqual ? [] : evidenceOf(compared, left, right);
  const micropoints = evidence.reduce((sum, part) => sum + part.micropoints, BASE);
  return deepFreeze({
    score: isEqual ? 1 : toProbability(micropoints),
    isEqual,
    base: BASE,
    micropoints,
    evidence,
    matched: compared.alignment.pairs.map((pair) => ({ a: pair.left.text, b: pair.right.text, similarity: pair.similarity })),
    onlyInA: compared.alignment.leftOver.map(textOf),
    onlyInB: compared.alignment.rightOver.map(textOf),
    legalFormsOfA: [...left.forms],
    legalFormsOfB: [...right.forms],
  });
}

function evidenceOf(compared: ReturnType<typeof comparePrepared>, a: PreparedName, b: PreparedName): NameEvidence[] {
  return NAME_FEATURES.map((part) => {
    const value = compared.features[part];
    return { part, value, micropoints: partMicropoints(part, value), words: wordsOf(part, compared, a, b) };
  })
    .filter(({ value }) => value !== 0)
    .sort((one, other) => one.micropoints - other.micropoints);
}

function wordsOf(part: keyof NameFeatures, { alignment, leastAlike }: ReturnType<typeof comparePrepared>, a: PreparedName, b: PreparedName): string[] {
  const over = [...alignment.leftOver, ...alignment.rightOver];
  switch (part) {
    case "leastAlike":
      return pairWords(leastAlike);
    case "otherNumbers":
      return over.filter((token) => token.wordClass === "number").map(textOf);
    case "otherLegalForm":
      return [...a.forms, ...b.forms];
    case "otherLetters":
      return [];
    default:
      return over.map(textOf);
  }
}

function pairWords(pair: ComparedNames["leastAlike"] | AlignedPair): string[] {
  return pair === undefined ? [] : [pair.left.text, pair.right.text];
}

function textOf(token: NameToken): string {
  return token.text;
}
