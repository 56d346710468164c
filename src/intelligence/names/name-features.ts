import type { AlignedPair, Alignment } from "./align.js";
import type { NameToken, PreparedName } from "./prepared-name.js";

/** What sets two names apart, as numbers that are all 0 for names of the same letters and can only grow with the difference. */
export interface NameFeatures {
  /** 1 unless the words without their spaces are the same letters in the same order. */
  readonly otherLetters: number;
  /** The share of the weight of the longer name that has no counterpart, 0 to 1. */
  readonly shareMissing: number;
  /** How far the least similar pair of words is from equal, 0 to 1; words that hardly count are left out. */
  readonly leastAlike: number;
  /** 1 if both names hold words without counterpart. */
  readonly bothHaveMore: number;
  /** 1 if one name holds words without counterpart. */
  readonly oneHasMore: number;
  /** The weight of the weightier word without counterpart, in the name where it is smaller, 0 to 1. */
  readonly contradiction: number;
  /** 1 if both names hold numbers that the other lacks, 0.5 if one does. */
  readonly otherNumbers: number;
  /** 1 if both state a legal form and no form is of the same class. */
  readonly otherLegalForm: number;
}

/** What two names differ by, and the words that say so. */
export interface ComparedNames {
  readonly features: NameFeatures;
  /** The pair of words that is least alike, where words were paired and not all are equal. */
  readonly leastAlike?: AlignedPair;
}

/** Words of less weight are no evidence that a pair of words is unlike, or that something is missing. */
const COUNTS = 0.25;
const HARDLY_COUNTS = 0.15;

/** Compares two names whose words are aligned. */
export function compareAligned(a: PreparedName, b: PreparedName, alignment: Alignment): ComparedNames {
  const { pairs, leftOver, rightOver } = alignment;
  let matched = 0;
  let least: AlignedPair | undefined;
  for (const pair of pairs) {
    const weight = (pair.left.weight + pair.right.weight) / 2;
    matched += weight;
    if (weight > COUNTS && pair.similarity < (least?.similarity ?? 1)) least = pair;
  }
  const left = totalWeight(leftOver);
  const right = totalWeight(rightOver);
  // names without a common word differ in all of their words, also where these hardly count
  const isNothingShared = matched === 0;
  return {
    features: {
      otherLetters: letters(a) === letters(b) ? 0 : 1,
      shareMissing: isNothingShared ? 1 : Math.max(left, right) / (matched + Math.max(left, right)),
      leastAlike: 1 - (least?.similarity ?? 1),
      bothHaveMore: isNothingShared || Math.min(left, right) >= HARDLY_COUNTS ? 1 : 0,
      oneHasMore: isNothingShared || left + right >= HARDLY_COUNTS ? 1 : 0,
      contradiction: isNothingShared ? 1 : Math.min(heaviest(leftOver), heaviest(rightOver)),
      otherNumbers: (Number(leftOver.some(isNumber)) + Number(rightOver.some(isNumber))) / 2,
      otherLegalForm: haveOtherForms(a, b) ? 1 : 0,
    },
    ...(least === undefined ? {} : { leastAlike: least }),
  };
}

function letters(name: PreparedName): string {
  let text = "";
  for (const token of name.tokens) text += token.text;
  return text;
}

function totalWeight(tokens: readonly NameToken[]): number {
  let sum = 0;
  for (const token of tokens) sum += token.weight;
  return sum;
}

function heaviest(tokens: readonly NameToken[]): number {
  let most = 0;
  for (const token of tokens) if (token.weight > most) most = token.weight;
  return most;
}

function isNumber(token: NameToken): boolean {
  return token.wordClass === "number";
}

function haveOtherForms(a: PreparedName, b: PreparedName): boolean {
  const one = a.forms.filter((form) => form !== "company");
  const other = b.forms.filter((form) => form !== "company");
  return one.length > 0 && other.length > 0 && !one.some((form) => other.includes(form));
}
