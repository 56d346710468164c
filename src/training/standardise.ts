import type { FitData } from "./fit-data.js";

/**
 * The design in units in which arithmetic is safe. Every scale is a power of two, so nothing but the centring rounds:
 * `scaled = x * 2^-exponent` and `z = (scaled - mean) / spread`. It is preconditioning only: results are given back on the raw scale.
 */
export interface Design {
  readonly rows: number;
  readonly columns: number;
  /** Column-major `x * 2^-exponent`, of magnitude at most 1. */
  readonly scaled: Float64Array;
  /** Column-major centred and scaled values, of root mean square about 1 (all 0 where a column is constant). */
  readonly z: Float64Array;
  readonly exponent: Float64Array;
  readonly mean: Float64Array;
  /** A power of two per column. */
  readonly spread: Float64Array;
  /** How large a column is against its spread, at least 1: what its rounding errors are relative to. */
  readonly magnitude: Float64Array;
  /** The labels as signs, -1 or 1. */
  readonly sign: Float64Array;
  readonly y: Float64Array;
  /** Weights over `2^weightExponent`. */
  readonly weights: Float64Array;
  readonly weightExponent: number;
  /** The penalty of each standardised coefficient, in units of `weights`. */
  readonly penalty: Float64Array;
}

/** Centres and scales the columns, and scales the weights and the penalty to fit. */
export function standardise(data: FitData): Design {
  const { rows, columns } = data;
  const weightExponent = exponentOf(largest(data.weights, 0, rows));
  const weights = data.weights.map((weight) => weight * 2 ** -weightExponent);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scaled = new Float64Array(rows * columns);
  const z = new Float64Array(rows * columns);
  const exponent = new Float64Array(columns);
  const mean = new Float64Array(columns);
  const spread = new Float64Array(columns);
  const magnitude = new Float64Array(columns);
  const penalty = new Float64Array(columns);
  for (let column = 0; column < columns; column += 1) {
    const start = column * rows;
    const power = exponentOf(largest(data.x, start, start + rows));
    const factor = 2 ** -power;
    let sum = 0;
    for (let row = 0; row < rows; row += 1) {
      const value = (data.x[start + row] as number) * factor;
      scaled[start + row] = value;
      sum += value * (weights[row] as number);
    }
    const first = scaled[start] as number;
    const constant = scaled.subarray(start, start + rows).every((value) => value === first);
    const centre = constant ? first : sum / total;
    let squares = 0;
    let size = 0;
    for (let row = 0; row < rows; row += 1) {
      const value = scaled[start + row] as number;
      const weight = weights[row] as number;
      squares += weight * (value - centre) ** 2;
      size = Math.max(size, Math.abs(value));
    }
    const unit = squares > 0 ? 2 ** Math.round(Math.log2(Math.sqrt(squares / total))) : 1;
    for (let row = 0; row < rows; row += 1) z[start + row] = ((scaled[start + row] as number) - centre) / unit;
    exponent[column] = power;
    mean[column] = centre;
    spread[column] = unit;
    magnitude[column] = Math.max(1, size / unit);
    penalty[column] = (data.l2 * 2 ** -weightExponent * 4 ** -power) / unit ** 2;
  }
  const sign = data.y.map((label) => 2 * label - 1);
  return { rows, columns, scaled, z, exponent, mean, spread, magnitude, sign, y: data.y, weights, weightExponent, penalty };
}

function largest(values: Float64Array, start: number, end: number): number {
  let result = 0;
  for (let at = start; at < end; at += 1) result = Math.max(result, Math.abs(values[at] as number));
  return result;
}

function exponentOf(value: number): number {
  return value === 0 ? 0 : Math.ceil(Math.log2(value));
}
