import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** An upper triangular matrix R, row-major, so that R'R is a matrix of cross products. */
export interface Triangular {
  readonly size: number;
  readonly upper: Float64Array;
  /** The least squared sine between a column and those before it: 1 where all are orthogonal, towards 0 where they are dependent. */
  readonly pivot: number;
}

/** The factor of a symmetric positive definite matrix; `undefined` if it is not one to the precision of doubles. */
export function choleskyFactor(gram: Float64Array, size: number): Triangular | undefined {
  const norm = Float64Array.from({ length: size }, (_, j) => Math.sqrt(gram[j * size + j] as number));
  if (!norm.every((value) => value > 0 && value < Infinity)) return undefined;
  const scaled = new Matrix(size, size);
  for (let j = 0; j < size; j += 1)
    for (let k = 0; k < size; k += 1) scaled.set(j, k, j === k ? 1 : (gram[j * size + k] as number) / ((norm[j] as number) * (norm[k] as number)));
  symmetrise(scaled);
  const decomposition = new CholeskyDecomposition(scaled);
  if (!decomposition.isPositiveDefinite()) return undefined;
  const lower = decomposition.lowerTriangularMatrix;
  const upper = new Float64Array(size * size);
  let pivot = 1;
  for (let j = 0; j < size; j += 1) {
    pivot = Math.min(pivot, lower.get(j, j) ** 2);
    for (let k = j; k < size; k += 1) upper[j * size + k] = lower.get(k, j) * (norm[k] as number);
  }
  return { size, upper, pivot };
}

function symmetrise(matrix: Matrix): void {
  for (let j = 0; j < matrix.rows; j += 1) for (let k = j + 1; k < matrix.columns; k += 1) matrix.set(k, j, matrix.get(j, k));
}

/** The triangular factor of tall columns by Householder reflections; overwrites the columns, which all have `length` entries, at least as many as columns. */
export function householderFactor(columns: readonly Float64Array[], length: number): Triangular {
  const size = columns.length;
  const upper = new Float64Array(size * size);
  let pivot = 1;
  for (const [k, column] of columns.entries()) {
    let tail = 0;
    for (let row = k; row < length; row += 1) tail += (column[row] as number) ** 2;
    let head = 0;
    for (let row = 0; row < k; row += 1) head += (column[row] as number) ** 2;
    const norm = Math.sqrt(tail);
    pivot = Math.min(pivot, head + tail > 0 ? tail / (head + tail) : 0);
    for (let row = 0; row < k; row += 1) upper[row * size + k] = column[row] as number;
    if (norm === 0) continue;
    const diagonal = (column[k] as number) > 0 ? -norm : norm;
    upper[k * size + k] = diagonal;
    const lead = (column[k] as number) - diagonal;
    column[k] = lead;
    const scale = 1 / (diagonal * lead);
    for (let next = k + 1; next < size; next += 1) {
      const other = columns[next] as Float64Array;
      let dot = 0;
      for (let row = k; row < length; row += 1) dot += (column[row] as number) * (other[row] as number);
      const factor = dot * scale;
      for (let row = k; row < length; row += 1) other[row] = (other[row] as number) + factor * (column[row] as number);
    }
  }
  return { size, upper, pivot };
}

/** Solves R'u = right. */
export function solveTransposed({ size, upper }: Triangular, right: Float64Array): Float64Array {
  const u = Float64Array.from(right);
  for (let j = 0; j < size; j += 1) {
    let sum = u[j] as number;
    for (let k = 0; k < j; k += 1) sum -= (upper[k * size + j] as number) * (u[k] as number);
    u[j] = sum / (upper[j * size + j] as number);
  }
  return u;
}

/** Solves R u = right. */
export function solveUpper({ size, upper }: Triangular, right: Float64Array): Float64Array {
  const u = Float64Array.from(right);
  for (let j = size - 1; j >= 0; j -= 1) {
    let sum = u[j] as number;
    for (let k = j + 1; k < size; k += 1) sum -= (upper[j * size + k] as number) * (u[k] as number);
    u[j] = sum / (upper[j * size + j] as number);
  }
  return u;
}
