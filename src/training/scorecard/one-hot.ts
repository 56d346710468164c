import type { ChosenRows } from "./choose-rows.js";
import type { EncodedTerm } from "./encode-term.js";

/** A sparse design of zeros and ones: the columns that are 1, row by row. */
export interface OneHot {
  readonly rows: number;
  readonly columns: number;
  /** Where each row begins in `active`, and where the last one ends. */
  readonly bounds: Int32Array;
  readonly active: Int32Array;
  readonly labels: Float64Array;
  /** What stands beside the model in each row, in natural logits. */
  readonly offset: Float64Array;
  /** How many times the penalty's strength holds each column back. */
  readonly factors: Float64Array;
  /** Columns whose weights may only rise, or only fall, in the order given. */
  readonly chains: readonly Chain[];
}

/** The columns of a number's bins, in order, and the direction that their weights keep. */
export interface Chain {
  readonly columns: readonly number[];
  readonly direction: "rising" | "falling";
}

/** The first column of each term, and after them the number of columns. */
export function columnStarts(terms: readonly EncodedTerm[]): readonly number[] {
  let columns = 0;
  return [0, ...terms.map((term) => (columns += term.levels.length))];
}

/** Lays encoded terms side by side for the rows that they were fitted to: one column per level, one active column per term. */
export function toOneHot(terms: readonly EncodedTerm[], { rows, labels }: ChosenRows, offsets: Float64Array): OneHot {
  const width = terms.length;
  const starts = columnStarts(terms);
  const active = new Int32Array(rows.length * width);
  for (const [index, term] of terms.entries()) {
    const start = starts[index] as number;
    for (let at = 0; at < rows.length; at += 1) active[at * width + index] = start + (term.rows[rows[at] as number] as number);
  }
  return {
    rows: rows.length,
    columns: starts.at(-1) as number,
    bounds: Int32Array.from({ length: rows.length + 1 }, (_, row) => row * width),
    active,
    labels: Float64Array.from(labels),
    offset: Float64Array.from(rows, (row) => offsets[row] as number),
    factors: Float64Array.from(terms.flatMap(({ recipe, levels }) => levels.map(() => recipe.shrinkage ?? 1))),
    chains: terms.flatMap((term, index) => chainOf(term, starts[index] as number)),
  };
}

function chainOf({ recipe, levels }: EncodedTerm, start: number): readonly Chain[] {
  if (recipe.kind !== "binned" || recipe.monotone === undefined) return [];
  // the levels of bins stand first, in order
  const bins = levels.filter(({ kind }) => kind === "at");
  return [{ columns: bins.map((_, bin) => start + bin), direction: recipe.monotone }];
}

/** The rows of a design that are wanted, in order. */
export function selectRows(design: OneHot, wanted: readonly number[]): OneHot {
  const active: number[] = [];
  const bounds = new Int32Array(wanted.length + 1);
  for (const [to, from] of wanted.entries()) {
    for (let at = design.bounds[from] as number; at < (design.bounds[from + 1] as number); at += 1) active.push(design.active[at] as number);
    bounds[to + 1] = active.length;
  }
  const pick = (values: Float64Array): Float64Array => Float64Array.from(wanted, (row) => values[row] as number);
  return { ...design, rows: wanted.length, bounds, active: Int32Array.from(active), labels: pick(design.labels), offset: pick(design.offset) };
}

/** The columns of a design that are wanted, in order; the rows keep their places. */
export function selectColumns(design: OneHot, wanted: readonly number[]): OneHot {
  const renamed = new Int32Array(design.columns).fill(-1);
  for (const [to, from] of wanted.entries()) renamed[from] = to;
  return renameColumns(design, renamed, wanted.length);
}

/** A design under new column numbers, -1 for columns left out; columns of one new number become one, held back as all of them together. */
export function renameColumns(design: OneHot, renamed: Int32Array, columns: number): OneHot {
  const active = new Int32Array(design.active.length);
  const bounds = new Int32Array(design.rows + 1);
  let size = 0;
  for (let row = 0; row < design.rows; row += 1) {
    for (let at = design.bounds[row] as number; at < (design.bounds[row + 1] as number); at += 1) {
      const column = renamed[design.active[at] as number] as number;
      if (column !== -1) active[size++] = column;
    }
    bounds[row + 1] = size;
  }
  const factors = new Float64Array(columns);
  for (const [from, to] of renamed.entries()) if (to !== -1) factors[to] = (factors[to] as number) + (design.factors[from] as number);
  return { ...design, columns, bounds, active: active.subarray(0, size), factors, chains: [] };
}
