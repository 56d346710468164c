import type { EncodedTerm } from "./encode-term.js";
import type { TrainingRow } from "./training-row.js";

/** A design in which every row has exactly one active column per term: column numbers row by row. */
export interface OneHot {
  readonly rows: number;
  /** Terms, and so active columns, per row. */
  readonly width: number;
  readonly columns: number;
  /** The first column of each term. */
  readonly offsets: readonly number[];
  readonly active: Int32Array;
  readonly labels: Float64Array;
  /** Known points of each row in natural logits, added as they are. */
  readonly offset: Float64Array;
}

/** Lays encoded terms side by side. */
export function toOneHot(terms: readonly EncodedTerm[], rows: readonly TrainingRow[]): OneHot {
  const offsets: number[] = [];
  let columns = 0;
  for (const term of terms) {
    offsets.push(columns);
    columns += term.levels.length;
  }
  const active = new Int32Array(rows.length * terms.length);
  for (const [index, term] of terms.entries()) {
    const first = offsets[index] ?? 0;
    for (let row = 0; row < rows.length; row += 1) active[row * terms.length + index] = first + (term.rows[row] ?? 0);
  }
  return {
    rows: rows.length,
    width: terms.length,
    columns,
    offsets,
    active,
    labels: Float64Array.from(rows, (row) => row.label),
    offset: new Float64Array(rows.length),
  };
}

/** The rows of a design that are wanted, in order. */
export function selectRows(design: OneHot, wanted: readonly number[]): OneHot {
  const { width } = design;
  const active = new Int32Array(wanted.length * width);
  for (const [to, from] of wanted.entries()) active.set(design.active.subarray(from * width, (from + 1) * width), to * width);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(wanted, (row) => values[row] ?? 0);
  return { ...design, rows: wanted.length, active, labels: pick(design.labels), offset: pick(design.offset) };
}

/** The logit of every row: intercept, offset, and the weights of its active columns. */
export function predictLogits(design: OneHot, intercept: number, weights: Float64Array): Float64Array {
  const { rows, width, active, offset } = design;
  const logits = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let logit = intercept + (offset[row] as number);
    for (let at = row * width; at < (row + 1) * width; at += 1) logit += weights[active[at] as number] as number;
    logits[row] = logit;
  }
  return logits;
}

/** log(1 + e^x) without overflow. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** 1 / (1 + e^-x) without overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** The summed log loss and its gradient: the intercept's first, then the columns'. */
export function logLossGradient(design: OneHot, parameters: Float64Array, gradient: Float64Array): number {
  const { rows, width, active, labels, offset } = design;
  gradient.fill(0);
  let loss = 0;
  let interceptGradient = 0;
  for (let row = 0; row < rows; row += 1) {
    const start = row * width;
    let logit = (parameters[0] as number) + (offset[row] as number);
    for (let at = start; at < start + width; at += 1) logit += parameters[1 + (active[at] as number)] as number;
    const label = labels[row] as number;
    loss += softplus(logit) - label * logit;
    const error = sigmoid(logit) - label;
    interceptGradient += error;
    for (let at = start; at < start + width; at += 1) {
      const column = 1 + (active[at] as number);
      gradient[column] = (gradient[column] as number) + error;
    }
  }
  gradient[0] = interceptGradient;
  return loss;
}
