import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import type { Issue, PathStep } from "../core/issue.js";
import { orThrow, type Result } from "../core/result.js";
import { type Fact, isMissing } from "../indicators/fact.js";
import type { FactSet, Facts } from "../indicators/facts.js";
import { checkNumber, conclude, invalid } from "./check-input.js";
import { type BinCounts, countCategories, countNumbers, type Stability, stabilityOf } from "./population-stability.js";

/** How values are binned. */
export interface DriftOptions {
  /** The most bins of numbers, by quantiles of the reference; 10 unless told. */
  readonly bins?: number;
  /** The most categories counted on their own; 50 unless told. */
  readonly levels?: number;
}

/** How much a population stability index is, by the custom of credit scoring (N. Siddiqi, 2006): below 0.1, below 0.25, above. */
export type DriftSignal = "stable" | "moderate" | "large";

/** How far one indicator has moved. */
export interface IndicatorDrift extends Stability {
  readonly indicator: string;
  readonly level: "header" | "item";
  readonly kind: "numeric" | "categorical";
  /** `undefined` where `psi` is. */
  readonly signal: DriftSignal | undefined;
}

const DEFAULT_BINS = 10;
const DEFAULT_LEVELS = 50;

/**
 * The population stability index of numbers, binned by the reference's quantiles. `bins` without any of the reference do
 * not exist; what lies outside of its range falls into the outer ones. An empty reference or current list, and a value
 * that is not finite, are issues.
 */
export function numericDrift(reference: readonly number[], current: readonly number[], options: DriftOptions = {}): Result<Stability> {
  const issues = [
    ...checkOptions(options),
    ...checkValues(reference, ["reference"], Number.isFinite, "a finite number"),
    ...checkValues(current, ["current"], Number.isFinite, "a finite number"),
  ];
  return conclude(issues, () => deepFreeze(stabilityOf(countNumbers(reference, current, options.bins ?? DEFAULT_BINS))));
}

/**
 * {@link numericDrift} that throws.
 * @throws {IssueError} if the values cannot be compared
 */
export function numericDriftOrThrow(reference: readonly number[], current: readonly number[], options: DriftOptions = {}): Stability {
  return orThrow(numericDrift(reference, current, options));
}

/** The population stability index of categories; an empty list is an issue. */
export function categoricalDrift(reference: readonly string[], current: readonly string[], options: DriftOptions = {}): Result<Stability> {
  const isText = (value: unknown): boolean => typeof value === "string";
  const issues = [...checkOptions(options), ...checkValues(reference, ["reference"], isText, "a text"), ...checkValues(current, ["current"], isText, "a text")];
  return conclude(issues, () => deepFreeze(stabilityOf(countCategories(reference, current, options.levels ?? DEFAULT_LEVELS))));
}

/**
 * {@link categoricalDrift} that throws.
 * @throws {IssueError} if the values cannot be compared
 */
export function categoricalDriftOrThrow(reference: readonly string[], current: readonly string[], options: DriftOptions = {}): Stability {
  return orThrow(categoricalDrift(reference, current, options));
}

/**
 * How far each indicator has moved between two lists of facts, from the one that moved most (ties by id, header first).
 * Every kind of missing is a bin of its own; a set of codes counts as one category. Empty lists are issues.
 */
export function factDrift(reference: readonly Facts[], current: readonly Facts[], options: DriftOptions = {}): Result<readonly IndicatorDrift[]> {
  const isFacts = (value: unknown): boolean => typeof value === "object" && value !== null && "header" in value && "items" in value;
  const issues = [...checkOptions(options), ...checkValues(reference, ["reference"], isFacts, "facts"), ...checkValues(current, ["current"], isFacts, "facts")];
  return conclude(issues, () => {
    const header = (list: readonly Facts[]): readonly FactSet[] => list.map((facts) => facts.header);
    const items = (list: readonly Facts[]): readonly FactSet[] => list.flatMap((facts) => facts.items.map((item) => item.values));
    const drifts = [...driftOfLevel("header", header(reference), header(current), options), ...driftOfLevel("item", items(reference), items(current), options)];
    return deepFreeze(drifts.sort((a, b) => (b.psi ?? -1) - (a.psi ?? -1) || compareText(a.level, b.level) || compareText(a.indicator, b.indicator)));
  });
}

/**
 * {@link factDrift} that throws.
 * @throws {IssueError} if the facts cannot be compared
 */
export function factDriftOrThrow(reference: readonly Facts[], current: readonly Facts[], options: DriftOptions = {}): readonly IndicatorDrift[] {
  return orThrow(factDrift(reference, current, options));
}

function checkOptions({ bins, levels }: DriftOptions): readonly Issue[] {
  return [
    ...(bins === undefined ? [] : checkNumber(bins, ["bins"], 2, 1_000, true)),
    ...(levels === undefined ? [] : checkNumber(levels, ["levels"], 1, 100_000, true)),
  ];
}

function checkValues(values: readonly unknown[], path: readonly PathStep[], accepts: (value: unknown) => boolean, expected: string): readonly Issue[] {
  if (!Array.isArray(values) || values.length === 0) return [invalid(path, "at least one value", values, "pass what is to be compared")];
  return values.flatMap((value: unknown, index) => (accepts(value) ? [] : [invalid([...path, index], expected, value, "leave it out or mend it")]));
}

function driftOfLevel(level: "header" | "item", reference: readonly FactSet[], current: readonly FactSet[], options: DriftOptions): readonly IndicatorDrift[] {
  const indicators = new Set([...reference, ...current].flatMap((set) => Object.keys(set)));
  return [...indicators].sort(compareText).map((indicator) => {
    const read = (sets: readonly FactSet[]): readonly Fact[] =>
      sets.map((set) => (Object.hasOwn(set, indicator) ? (set[indicator] as Fact) : { missing: "absent" }));
    return driftOfIndicator(indicator, level, read(reference), read(current), options);
  });
}

function driftOfIndicator(
  indicator: string,
  level: "header" | "item",
  reference: readonly Fact[],
  current: readonly Fact[],
  { bins = DEFAULT_BINS, levels = DEFAULT_LEVELS }: DriftOptions,
): IndicatorDrift {
  const [before, after] = [reference.filter((fact) => !isMissing(fact)), current.filter((fact) => !isMissing(fact))];
  const numeric = before.length > 0 && [...before, ...after].every((fact) => typeof fact === "number");
  const counts = numeric
    ? countNumbers(before as readonly number[], after as readonly number[], bins)
    : countCategories(before.map(toCategory), after.map(toCategory), levels);
  const stability = stabilityOf([...counts, ...countMissing(reference, current)]);
  return { indicator, level, kind: numeric ? "numeric" : "categorical", ...stability, signal: signalOf(stability.psi) };
}

function toCategory(fact: Fact): string {
  return Array.isArray(fact) ? fact.join(" ") : String(fact);
}

function countMissing(reference: readonly Fact[], current: readonly Fact[]): BinCounts {
  const count = (facts: readonly Fact[], kind: string): number => facts.filter((fact) => isMissing(fact) && fact.missing === kind).length;
  return ["absent", "failed", "notApplicable"]
    .map((kind) => ({ label: `(${kind})`, reference: count(reference, kind), current: count(current, kind) }))
    .filter((bin) => bin.reference + bin.current > 0);
}

/** What an index is called. */
export function signalOf(psi: number | undefined): DriftSignal | undefined {
  if (psi === undefined) return undefined;
  if (psi < 0.1) return "stable";
  return psi < 0.25 ? "moderate" : "large";
}
