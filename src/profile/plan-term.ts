import { FIRST_VALUE } from "../conditions/compiled/class.js";
import type { Layout } from "../conditions/compiled/layout.js";
import type { PreparedLeaf, ValueTest } from "../conditions/prepare.js";
import { toMicropoints } from "../core/micropoints.js";
import type { BinnedTerm, CategoricalTerm, CrossPart, CrossTerm, ModelTerm } from "./model-document.js";
import { type ReadFact, termMicropoints } from "./score-term.js";

/** A term made ready to be added up over classes. */
export interface PlannedTerm {
  /** Its contribution in micropoints, of the classes from `base` on, or of the facts where classes do not tell enough. */
  readonly micropoints: (classes: Int32Array, base: number, read: ReadFact) => number;
  /** Where it is an entry of one list by the class in one slot: that slot and list. */
  readonly table?: { readonly slot: number; readonly micropoints: Float64Array };
}

/** A test of one indicator. */
export type IndicatorTest = Pick<PreparedLeaf, "indicator" | "test">;

/** Whether a term needs the facts themselves: for a number, or where its combinations are too many to be numbered. */
export function needsFacts(term: ModelTerm): boolean {
  if (term.kind !== "cross") return term.kind === "linear" || term.kind === "repeat";
  const sizes = term.of.map((part, index) => 1 + (part.edges?.length ?? valuesAt(term, index).length));
  return !Number.isSafeInteger(sizes.reduce((product, size) => product * size, 1));
}

/** The tests that tell the bins and levels of a term apart. */
export function testsOfTerm(term: ModelTerm): readonly IndicatorTest[] {
  switch (term.kind) {
    case "binned":
      return testsOf(term.indicator, term.edges.map(atLeastEdge));
    case "categorical":
      return testsOf(
        term.indicator,
        term.levels.map((level) => isValue(level.value)),
      );
    case "cross":
      return term.of.flatMap((part, index) => testsOf(part.indicator, part.edges?.map(atLeastEdge) ?? valuesAt(term, index).map(isValue)));
    default:
      return [];
  }
}

/** Tests of one indicator, and whether it is there: a term without a level reads it all the same. */
function testsOf(indicator: string, tests: readonly ValueTest[]): readonly IndicatorTest[] {
  return [PRESENT, ...tests].map((test) => ({ indicator, test }));
}

/** Makes a term ready: a table by class where its value depends on bins or levels, else the shared function. */
export function planTerm(term: ModelTerm, layout: Layout): PlannedTerm {
  if (needsFacts(term)) {
    const micropoints = termMicropoints(term);
    return { micropoints: (_classes, _base, read) => micropoints(read) };
  }
  switch (term.kind) {
    case "binned":
      return planBinned(term, layout);
    case "categorical":
      return planCategorical(term, layout);
    case "cross":
      return planCross(term, layout);
    default:
      throw new RangeError(`a term of kind ${term.kind} needs the facts`);
  }
}

function planBinned(term: BinnedTerm, layout: Layout): PlannedTerm {
  const { slot } = layout.testOf({ indicator: term.indicator, test: PRESENT });
  const points = term.points.map(toMicropoints);
  const missing = toMicropoints(term.missing);
  const table = Float64Array.from(binsByClass(term.indicator, term.edges, layout), (bin) => points[bin] ?? missing).fill(missing, 0, FIRST_VALUE);
  return lookUp(slot, table);
}

function planCategorical(term: CategoricalTerm, layout: Layout): PlannedTerm {
  const { slot } = layout.testOf({ indicator: term.indicator, test: PRESENT });
  const table = new Float64Array(layout.classCount(slot)).fill(toMicropoints(term.missing), 0, FIRST_VALUE).fill(toMicropoints(term.unseen), FIRST_VALUE);
  for (const level of term.levels) fillClasses(table, toMicropoints(level.points), term.indicator, level.value, layout);
  return lookUp(slot, table);
}

function lookUp(slot: number, table: Float64Array): PlannedTerm {
  return { micropoints: (classes, base) => table[classes[base + slot] as number] as number, table: { slot, micropoints: table } };
}

/** The levels of one part of a cross as numbers: the bin, or the place among the values that levels name; 0 for others. */
interface PlannedPart {
  readonly slot: number;
  readonly levels: Int32Array;
  readonly size: number;
  readonly levelOf: (at: string | number | boolean) => number | undefined;
}

function planCross(term: CrossTerm, layout: Layout): PlannedTerm {
  const parts = term.of.map((part, index) => planPart(part, valuesAt(term, index), layout));
  const missing = toMicropoints(term.missing);
  const unseen = toMicropoints(term.unseen);
  const cells = new Map<number, number>();
  for (const level of term.levels) {
    let cell: number | undefined = 0;
    for (const [index, part] of parts.entries()) {
      const at = part.levelOf(level.at[index] ?? "");
      cell = cell === undefined || at === undefined ? undefined : cell * part.size + at;
    }
    if (cell !== undefined) cells.set(cell, toMicropoints(level.points));
  }
  const micropoints: PlannedTerm["micropoints"] = (classes, base) => {
    let cell = 0;
    for (const part of parts) {
      const value = classes[base + part.slot] as number;
      if (value < FIRST_VALUE) return missing;
      cell = cell * part.size + (part.levels[value] as number);
    }
    return cells.get(cell) ?? unseen;
  };
  return { micropoints };
}

function planPart(part: CrossPart, values: readonly (string | boolean)[], layout: Layout): PlannedPart {
  const { indicator, edges } = part;
  const { slot } = layout.testOf({ indicator, test: PRESENT });
  if (edges !== undefined) {
    const isBin = (at: unknown): at is number => typeof at === "number" && Number.isInteger(at) && at >= 0 && at <= edges.length;
    return { slot, levels: binsByClass(indicator, edges, layout), size: edges.length + 1, levelOf: (at) => (isBin(at) ? at : undefined) };
  }
  const levels = new Int32Array(layout.classCount(slot));
  const numbers = new Map<unknown, number>(values.map((value, index) => [value, index + 1]));
  for (const [value, level] of numbers) fillClasses(levels, level, indicator, value as string | boolean, layout);
  return { slot, levels, size: values.length + 1, levelOf: (at) => numbers.get(at) };
}

/** The bin of every class of a number: the edges rise, and with them the classes. */
function binsByClass(indicator: string, edges: readonly number[], layout: Layout): Int32Array {
  const { slot } = layout.testOf({ indicator, test: PRESENT });
  const bins = new Int32Array(layout.classCount(slot));
  for (const [index, edge] of edges.entries()) {
    const [from] = layout.testOf({ indicator, test: atLeastEdge(edge) }).ranges;
    if (from !== undefined) bins.fill(index + 1, from);
  }
  return bins;
}

/** Writes a number at the class of one code or truth value. */
function fillClasses(table: Int32Array | Float64Array, entry: number, indicator: string, value: string | boolean, layout: Layout): void {
  const [from, to] = layout.testOf({ indicator, test: isValue(value) }).ranges;
  if (from !== undefined) table.fill(entry, from, to);
}

/** The values that the levels of a cross name in one part, each once. */
function valuesAt(term: CrossTerm, index: number): readonly (string | boolean)[] {
  return [...new Set(term.levels.map((level) => level.at[index]).filter((value) => typeof value === "string" || typeof value === "boolean"))];
}

const PRESENT: ValueTest = { kind: "present" };

function atLeastEdge(edge: number): ValueTest {
  return { kind: "range", min: edge, max: Infinity, minIncluded: true, maxIncluded: true };
}

function isValue(value: string | boolean): ValueTest {
  return { kind: "set", set: new Set([value]) };
}
