import { type PreparedCondition, preparedLeaves, type ValueTest } from "../../conditions/prepare.js";
import { compareText } from "../../core/canonical.js";
import { fromScaled, roundDecimals, toScaled } from "../../core/decimal.js";
import type { FactValue } from "../../indicators/fact.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { indicatorsOf, type ModelTerm } from "../../profile/model-document.js";
import { readsOf } from "../../profile/vocabulary.js";

/** The values of an indicator that a profile can tell apart, one or more of each kind. */
export interface Representatives {
  readonly values: readonly FactValue[];
  /** Whether every value scores as one of these does: not where a linear or repeat term or a derived indicator reads it. */
  readonly isComplete: boolean;
}

/** A code or text that no test of a profile mentions. */
const OTHER = "~";

/**
 * One value for each class of values that a profile's conditions and terms tell apart, `current` standing for its own: for a number those at
 * each threshold and one step (of the indicator's decimals) to either side, for a code every one that is mentioned and one that is not.
 */
export function representativesOf(profile: CompiledProfile, indicator: string, current: FactValue): Representatives {
  const term = profile.vocabulary.get(indicator);
  const tests = testsOf(profile, indicator);
  const terms = termsOf(profile, indicator);
  const isComplete = !isOperand(profile, indicator) && !terms.some(({ kind }) => kind === "linear" || kind === "repeat");
  switch (term?.type) {
    case "boolean":
      return { values: [false, true], isComplete };
    case "number":
      return { values: numbers([...tests.flatMap(bounds), ...terms.flatMap((entry) => edgesOf(entry, indicator))], term.decimals), isComplete };
    case "codes": {
      const mentioned = [...new Set(tests.flatMap(texts))].sort(compareText);
      const held = Array.isArray(current) ? (current as readonly string[]) : [];
      const sets = [
        [],
        ...mentioned.map((code) => [...new Set([...held, code])].sort(compareText)),
        ...held.map((code) => held.filter((other) => other !== code)),
      ];
      return { values: sets, isComplete: false };
    }
    default: {
      const mentioned = [...new Set([...tests.flatMap(texts), ...terms.flatMap((entry) => levelsOf(entry, indicator))])].sort(compareText);
      return { values: [...mentioned, otherThan(mentioned)], isComplete: isComplete && term?.type === "code" };
    }
  }
}

/** Every condition of a profile: of rules in force or not, and of derived indicators. */
function testsOf({ domains }: CompiledProfile, indicator: string): readonly ValueTest[] {
  const conditions: PreparedCondition[] = domains.flatMap(({ rules }) =>
    [...rules.header, ...rules.item].flatMap(({ when, appliesTo }) => (appliesTo === undefined ? [when] : [when, appliesTo])),
  );
  return conditions.flatMap((condition) => preparedLeaves(condition).flatMap((leaf) => (leaf.indicator === indicator ? [leaf.test] : [])));
}

function termsOf({ domains }: CompiledProfile, indicator: string): readonly ModelTerm[] {
  return domains.flatMap(({ terms }) => [...terms.header, ...terms.item].flatMap(({ term }) => (indicatorsOf(term).includes(indicator) ? [term] : [])));
}

/** Whether a derived indicator reads it, so that its thresholds are those of another. */
function isOperand({ document }: CompiledProfile, indicator: string): boolean {
  return Object.values(document.derived).some((derived) => readsOf(derived).includes(indicator));
}

function bounds(test: ValueTest): readonly number[] {
  if (test.kind === "range") return [test.min, test.max].filter(Number.isFinite);
  return test.kind === "set" ? [...test.set].filter((value) => typeof value === "number") : [];
}

function texts(test: ValueTest): readonly string[] {
  switch (test.kind) {
    case "set":
      return [...test.set].filter((value) => typeof value === "string");
    case "prefix":
      return test.prefixes;
    case "phrase":
      return test.phrases;
    default:
      return [];
  }
}

function edgesOf(term: ModelTerm, indicator: string): readonly number[] {
  if (term.kind === "binned") return term.edges;
  return term.kind === "cross" ? term.of.flatMap((part) => (part.indicator === indicator ? (part.edges ?? []) : [])) : [];
}

function levelsOf(term: ModelTerm, indicator: string): readonly string[] {
  if (term.kind === "categorical") return term.levels.map(({ value }) => String(value));
  if (term.kind !== "cross") return [];
  return term.of.flatMap((part, index) => (part.indicator === indicator ? term.levels.map(({ at }) => String(at[index])) : []));
}

/** At each threshold, and one step to either side, on the grid of the decimals. */
function numbers(thresholds: readonly number[], decimals: number): readonly number[] {
  const found = new Set<number>();
  for (const threshold of thresholds) {
    const near = roundDecimals(threshold, decimals);
    const scaled = near === undefined ? undefined : toScaled(near, decimals);
    if (scaled === undefined) continue;
    // what is never compared with less than 0 is a mass, a count or a value: none of these falls below it
    for (const step of [-1, 0, 1]) if (scaled < 0 || scaled + step >= 0) found.add(fromScaled(scaled + step, decimals));
  }
  return [...found].sort((a, b) => a - b);
}

/** A text that none of the mentioned ones is, or is the start of. */
function otherThan(mentioned: readonly string[]): string {
  let other = OTHER;
  while (mentioned.some((text) => text.startsWith(other) || other.startsWith(text))) other += OTHER;
  return other;
}
