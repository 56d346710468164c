import { type Fact, hasType, isMissing } from "../../indicators/fact.js";
import type { Level } from "../../indicators/indicator.js";
import type { PreparedLeaf, ValueTest } from "../prepare.js";
import type { Vocabulary } from "../vocabulary.js";
import { ABSENT, type Classes, type ClassRanges, classOfMissing, FAILED, YES, YES_NO_COUNT } from "./class.js";
import { answersOfCodes, answersOfText } from "./question-columns.js";
import { scalarClasses } from "./scalar-classes.js";

/**
 * Writes the classes of a fact into the slots of its indicator, slot `s` at `base + s`. False where the fact is not sound: its
 * computation failed, or it has another type than its indicator and counts as failed.
 */
export type WriteClasses = (fact: Fact, classes: Int32Array, base: number) => boolean;

/** An indicator of one slot: a number or a code. */
export interface ScalarSlot {
  readonly type: "number" | "code";
  readonly slot: number;
  readonly classes: Classes;
}

/** When a test holds, by the class in one slot. */
export interface SlotTest {
  readonly slot: number;
  /** The classes below this one leave it unknown. */
  readonly unknownBelow: number;
  /** The classes in which it is true. */
  readonly ranges: ClassRanges;
}

/**
 * Where the class of every indicator stands in one vector: the header's slots first, then those of the item at hand,
 * then those that hold whether enough items meet a condition. A code, number or truth value has one slot; a text or a set
 * of codes has one per question asked of it.
 */
export interface Layout {
  readonly headerSlots: number;
  /** The slots of header and item together. */
  readonly factSlots: number;
  readonly writers: ReadonlyMap<string, WriteClasses>;
  /** What the writers of numbers and codes know, for a reader that does their work in one loop. */
  readonly scalars: ReadonlyMap<string, ScalarSlot>;
  readonly testOf: (leaf: Pick<PreparedLeaf, "indicator" | "test">) => SlotTest;
  /** How many classes a slot has. */
  readonly classCount: (slot: number) => number;
}

/** The tests that a profile makes of an indicator, each once. */
type Tests = ReadonlyMap<string, ValueTest>;

/** Lays out the indicators that some tests read; a model's bins and levels are tests too. */
export function layOut(tests: readonly Pick<PreparedLeaf, "indicator" | "test">[], vocabulary: Vocabulary): Layout {
  const byIndicator = new Map<string, Map<string, ValueTest>>();
  for (const { indicator, test } of tests) {
    const known = byIndicator.get(indicator) ?? new Map<string, ValueTest>();
    byIndicator.set(indicator, known.set(keyOf(test), test));
  }
  const writers = new Map<string, WriteClasses>();
  const scalars = new Map<string, ScalarSlot>();
  const columns = new Map<string, Column>();
  const counts: number[] = [];
  const layLevel = (level: Level): void => {
    for (const [indicator, known] of byIndicator) {
      const term = vocabulary.get(indicator);
      if (term === undefined || term.level !== level) continue;
      const column =
        term.type === "text" || term.type === "codes" ? questionColumn(term.type, known, counts.length) : scalarColumn(term.type, known, counts.length);
      columns.set(indicator, column);
      writers.set(indicator, column.write);
      if (column.scalar !== undefined) scalars.set(indicator, column.scalar);
      counts.push(...column.counts);
    }
  };
  layLevel("header");
  const headerSlots = counts.length;
  layLevel("item");
  return {
    headerSlots,
    factSlots: counts.length,
    writers,
    scalars,
    classCount: (slot) => counts[slot] ?? YES_NO_COUNT,
    testOf: ({ indicator, test }) => {
      const column = columns.get(indicator);
      if (column === undefined) throw new RangeError(`no layout for the indicator \`${indicator}\``);
      return { unknownBelow: test.kind === "present" ? ABSENT : ABSENT + 1, ...column.testOf(test) };
    },
  };
}

interface Column {
  readonly counts: readonly number[];
  readonly write: WriteClasses;
  readonly scalar?: ScalarSlot;
  readonly testOf: (test: ValueTest) => { readonly slot: number; readonly ranges: ClassRanges };
}

function scalarColumn(type: "boolean" | "number" | "code", tests: Tests, slot: number): Column {
  const found = scalarClasses(type, [...tests.values()]);
  return {
    counts: [found.count],
    ...(type === "boolean" ? {} : { scalar: { type, slot, classes: found } }),
    write: (fact, classes, base) => {
      if (!isMissing(fact) && hasType(fact, type)) {
        classes[base + slot] = found.classOf(fact);
        return true;
      }
      const isSound = isMissing(fact) && fact.missing !== "failed";
      classes[base + slot] = isMissing(fact) ? classOfMissing(fact) : FAILED;
      return isSound;
    },
    testOf: (test) => ({ slot, ranges: found.rangesOf(test) }),
  };
}

function questionColumn(type: "text" | "codes", tests: Tests, firstSlot: number): Column {
  const list = [...tests.values()];
  const indices = new Map([...tests.keys()].map((key, index) => [key, index]));
  const answer = type === "text" ? answersOfText(list) : answersOfCodes(list);
  return {
    counts: list.map(() => YES_NO_COUNT),
    write: (fact, classes, base) => {
      if (!isMissing(fact) && hasType(fact, type)) {
        answer(fact, classes, base + firstSlot);
        return true;
      }
      const isSound = isMissing(fact) && fact.missing !== "failed";
      classes.fill(isMissing(fact) ? classOfMissing(fact) : FAILED, base + firstSlot, base + firstSlot + list.length);
      return isSound;
    },
    testOf: (test) => ({ slot: firstSlot + (indices.get(keyOf(test)) ?? 0), ranges: [YES, YES + 1] }),
  };
}

/** Two tests with one key are the same test. */
function keyOf(test: ValueTest): string {
  switch (test.kind) {
    case "set":
      return JSON.stringify([test.kind, ...test.set]);
    case "prefix":
      return JSON.stringify([test.kind, ...test.prefixes]);
    case "phrase":
      return JSON.stringify([test.kind, ...test.phrases]);
    case "range":
      return `${test.min < 0 ? "" : "+"}${test.min} ${test.max} ${test.minIncluded} ${test.maxIncluded}`;
    case "present":
      return test.kind;
  }
}
