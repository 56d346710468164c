import { type CodeLookup, classOfCode } from "../conditions/compiled/code-lookup.js";
import { createCodeTable } from "../conditions/compiled/code-table.js";
import type { WriteClasses } from "../conditions/compiled/layout.js";
import { classOfNumber } from "../conditions/compiled/number-classes.js";
import { type Fact, failed, hasType, type IndicatorType, isMissing } from "../indicators/fact.js";
import type { FactSet } from "../indicators/facts.js";
import type { Level } from "../indicators/indicator.js";
import type { CompiledProfile } from "../profile/compile-profile.js";

/**
 * Writes the classes of one set of facts, slot `s` at `base + s`, and keeps the facts that are needed as they are. Gives
 * whether nothing calls for an issue.
 */
export type ReadFactSet = (set: FactSet, classes: Int32Array, base: number, kept: Map<string, Fact> | undefined) => boolean;

/** How an indicator is read: the commonest two without a call. */
const NUMBER = 0;
const CODE = 1;
const OTHER = 2;
const UNREAD = 3;
const UNKNOWN = 4;

interface ReadIndicator {
  readonly id: string;
  readonly kind: number;
  readonly type: IndicatorType;
  readonly isKept: boolean;
  readonly slot: number;
  /** Of a number. */
  readonly cuts: Float64Array;
  /** Of a code. */
  readonly codes: CodeLookup;
  readonly write: WriteClasses;
}

/** Codes are seldom longer. */
const SHORT = 100;

/** So many places are remembered at most. */
const MAX_GUESSES = 1_000;

const MISTYPED = failed("the fact has another type than its indicator");

/** What no set of facts can name. */
const NONE: ReadIndicator = {
  id: "",
  kind: UNKNOWN,
  type: "text",
  isKept: false,
  slot: -1,
  cuts: new Float64Array(),
  codes: { other: 0, exact: createCodeTable([]), under: [] },
  write: () => false,
};

/** Prepares the reading of facts of one level: the classes are those that `readFacts` and the plain evaluator lead to. */
export function createFactReader(profile: CompiledProfile, level: Level): ReadFactSet {
  const indicators = new Map<string, ReadIndicator>();
  for (const indicator of profile.catalogue.indicators.values()) {
    if (indicator.level === level) indicators.set(indicator.id, planReading(profile, indicator.id, indicator.type));
  }
  // declarations of one source name their facts in one order: the indicator at each place of the last set is tried first
  const guesses: ReadIndicator[] = [];
  return (set, classes, base, kept) => {
    let sound = true;
    // two lists made by the engine are faster than a loop over keys that asks for each value
    const ids = Object.keys(set);
    const facts = valuesOf(set, ids);
    for (let place = 0; place < ids.length; place += 1) {
      const id = ids[place] as string;
      const fact = facts[place] as Fact;
      let indicator = place < guesses.length ? (guesses[place] as ReadIndicator) : NONE;
      if (indicator.id !== id) {
        indicator = indicators.get(id) ?? NONE;
        if (place < MAX_GUESSES) guesses[place] = indicator;
      }
      const { kind } = indicator;
      if (kind === NUMBER && typeof fact === "number" && fact - fact === 0) classes[base + indicator.slot] = classOfNumber(indicator.cuts, fact);
      else if (kind === CODE && typeof fact === "string" && isShortAndWellFormed(fact)) classes[base + indicator.slot] = classOfCode(indicator.codes, fact);
      else if (kind === UNREAD) continue;
      else if (!indicator.write(fact, classes, base)) sound = false;
      if (indicator.isKept) kept?.set(id, isMissing(fact) || hasType(fact, indicator.type) ? fact : MISTYPED);
    }
    return sound;
  };
}

/** Whether a code is surely sound; any other is looked at by its writer. */
function isShortAndWellFormed(text: string): boolean {
  return text.length <= SHORT && text.isWellFormed();
}

/** The values of some own keys; an accessor that takes keys away while it is read could make the list shorter. */
function valuesOf(set: FactSet, ids: readonly string[]): readonly Fact[] {
  const values = Object.values(set);
  return values.length === ids.length ? values : ids.map((id) => set[id] as Fact);
}

function planReading({ plan, reads }: CompiledProfile, id: string, type: IndicatorType): ReadIndicator {
  const common = { ...NONE, id, type, isKept: plan.factReads.has(id) };
  if (!reads.has(id)) return { ...common, kind: UNREAD };
  const scalar = plan.layout.scalars.get(id);
  const write = plan.layout.writers.get(id) ?? ((fact: Fact) => isSound(fact, type));
  if (scalar === undefined) return { ...common, kind: OTHER, write };
  const { slot, classes } = scalar;
  const { cuts = NONE.cuts, codes = NONE.codes } = classes;
  return { ...common, kind: scalar.type === "number" ? NUMBER : CODE, slot, cuts, codes, write };
}

function isSound(fact: Fact, type: IndicatorType): boolean {
  return isMissing(fact) ? fact.missing !== "failed" : hasType(fact, type);
}
