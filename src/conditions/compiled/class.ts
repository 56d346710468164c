import type { FactValue, MissingFact } from "../../indicators/fact.js";
import type { ValueTest } from "../prepare.js";
import type { CodeLookup } from "./code-lookup.js";

/**
 * Values that no test of a profile can tell apart form one class: a small number. The classes 0 to 2 stand for facts
 * without a value, those from 3 on for values.
 */
export const FAILED = 0;
export const ABSENT = 1;
export const NOT_APPLICABLE = 2;
export const FIRST_VALUE = 3;

/** The two classes of a question that a value answers with no or yes: the first two that stand for values. */
export const NO = 3;
export const YES = 4;
export const YES_NO_COUNT = 5;

/** Sorted, disjoint, half-open ranges of classes: `[from, to, from, to, ...]`. */
export type ClassRanges = readonly number[];

/** The classes of one indicator. */
export interface Classes {
  /** How many there are, the missing ones included. */
  readonly count: number;
  /** The class of a value of the indicator's type. */
  readonly classOf: (value: FactValue) => number;
  /** Of a number: the numbers that part its classes, see `classOfNumber`. */
  readonly cuts?: Float64Array;
  /** Of a code: what finds its class, see `classOfCode`. */
  readonly codes?: CodeLookup;
  /** The classes whose values meet a test; the test is one of those that the classes were made for. */
  readonly rangesOf: (test: ValueTest) => ClassRanges;
}

/** The class of a missing fact; a kind that is none of the known ones counts as failed. */
export function classOfMissing(fact: MissingFact): number {
  if (fact.missing === "absent") return ABSENT;
  return fact.missing === "notApplicable" ? NOT_APPLICABLE : FAILED;
}

/** Ranges of rising classes as one list, those that touch joined. */
export function joinRanges(ranges: readonly ClassRanges[]): ClassRanges {
  const joined: number[] = [];
  for (const bound of ranges.flat()) {
    if (joined.length % 2 === 0 && joined.at(-1) === bound) joined.pop();
    else joined.push(bound);
  }
  return joined;
}

/** All classes from `from` to `count` that lie in none of the ranges. */
export function complementRanges(ranges: ClassRanges, from: number, count: number): ClassRanges {
  const bounds = [from, ...ranges, count];
  const pairs: number[][] = [];
  for (let index = 0; index < bounds.length; index += 2) {
    const [low, high] = [bounds[index] ?? 0, bounds[index + 1] ?? 0];
    if (low < high) pairs.push([low, high]);
  }
  return pairs.flat();
}
