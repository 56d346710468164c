import { twoProduct } from "./double-double.js";
import { weightedGram } from "./gram.js";
import { informationWeights } from "./linear-predictor.js";
import type { Design } from "./standardise.js";
import { choleskyFactor, householderFactor, solveTransposed, solveUpper, type Triangular } from "./triangular.js";

/**
 * The information matrix as `B^-T R'R B^-1`: its inverse is `B R^-1 R^-T B'`. Without `basis`, B is the identity.
 * With it, B is what makes the columns nearly orthonormal, so that R loses no digits to their conditioning.
 */
export interface Information {
  readonly size: number;
  readonly factor: Triangular;
  /** Upper triangular, row-major. */
  readonly basis?: Float64Array;
}

/**
 * The information at some log-odds for a Newton step: from cross products where these have enough digits, else from the rows. With `damping`, that share of
 * the information at even odds is added to its diagonal, which shortens the step where the information is next to nothing.
 */
export function informationAt(undamped: Design, eta: Float64Array, damping: number): Information {
  const design =
    damping === 0 ? undamped : { ...undamped, penalty: undamped.penalty.map((value, column) => value + damping * evenInformation(undamped, column)) };
  const weights = informationWeights(design, eta);
  const factor = crossProductFactor(design, weights);
  return { size: design.columns + 1, factor: factor !== undefined && factor.pivot >= PIVOT_FOR_STEP ? factor : factorOfRows(design, weights) };
}

/** The information at some log-odds for standard errors, to at least ten digits however nearly the columns depend on each other. */
export function preciseInformationAt(design: Design, eta: Float64Array): Information {
  const weights = informationWeights(design, eta);
  const factor = crossProductFactor(design, weights);
  if (factor !== undefined && factor.pivot >= PIVOT_FOR_ERROR) return { size: factor.size, factor };
  return orthonormalised(design, weights, factorOfRows(design, weights));
}

/** Below these pivots, cross products have lost too many digits for a Newton step, or for a standard error. */
const PIVOT_FOR_STEP = 1e-9;
const PIVOT_FOR_ERROR = 1e-5;

/** Solves information * u = right. */
export function solveInformation(information: Information, right: Float64Array): Float64Array {
  const inner = solveUpper(information.factor, solveTransposed(information.factor, intoBasis(information, right)));
  const { basis, size } = information;
  if (basis === undefined) return inner;
  return Float64Array.from({ length: size }, (_, row) => {
    let sum = 0;
    for (let column = row; column < size; column += 1) sum += (basis[row * size + column] as number) * (inner[column] as number);
    return sum;
  });
}

/** The standard error of a linear combination of the parameters. */
export function standardError(information: Information, combination: Float64Array): number {
  return Math.hypot(...solveTransposed(information.factor, intoBasis(information, combination)));
}

/** The standard errors of the constant and of the standardised coefficients. */
export function standardErrors(information: Information): Float64Array {
  const { size } = information;
  return Float64Array.from({ length: size }, (_, index) =>
    standardError(
      information,
      Float64Array.from({ length: size }, (_, at) => (at === index ? 1 : 0)),
    ),
  );
}

/** B' times a vector, with exact products, since they may cancel. */
function intoBasis({ basis, size }: Information, vector: Float64Array): Float64Array {
  if (basis === undefined) return vector;
  return Float64Array.from({ length: size }, (_, column) => {
    let hi = 0;
    let lo = 0;
    for (let row = 0; row <= column; row += 1) {
      const product = twoProduct(basis[row * size + column] as number, vector[row] as number);
      const sum = hi + product.hi;
      const taken = sum - hi;
      lo += hi - (sum - taken) + (product.hi - taken) + product.lo;
      hi = sum;
    }
    return hi + lo;
  });
}

function evenInformation({ rows, z, weights }: Design, column: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) sum += (weights[row] as number) * (z[column * rows + row] as number) ** 2;
  return sum / 4;
}

function crossProductFactor({ rows, columns, z, penalty }: Design, weights: Float64Array): Triangular | undefined {
  const size = columns + 1;
  const gram = weightedGram(z, rows, columns, weights);
  for (let column = 0; column < columns; column += 1)
    gram[(column + 1) * (size + 1)] = (gram[(column + 1) * (size + 1)] as number) + (penalty[column] as number);
  return choleskyFactor(gram, size);
}

function factorOfRows({ rows, columns, z, penalty }: Design, weights: Float64Array): Triangular {
  const penalised = penalty.some((value) => value > 0);
  const length = Math.max(rows + (penalised ? columns : 0), columns + 1);
  const roots = weights.map(Math.sqrt);
  const matrix = Array.from({ length: columns + 1 }, (_, index) => {
    const column = new Float64Array(length);
    const start = (index - 1) * rows;
    for (let row = 0; row < rows; row += 1) column[row] = index === 0 ? (roots[row] as number) : (roots[row] as number) * (z[start + row] as number);
    if (penalised && index > 0) column[rows + index - 1] = Math.sqrt(penalty[index - 1] as number);
    return column;
  });
  return householderFactor(matrix, length);
}

/**
 * Takes the inverse of a rounded factor as an exact change of basis, computes the columns in that basis with products and sums in
 * pairs of doubles, and factors what little they still lack of being orthonormal.
 */
function orthonormalised(design: Design, weights: Float64Array, rough: Triangular): Information {
  const { rows, columns, penalty } = design;
  const size = columns + 1;
  const basis = inverseOf(rough);
  const gram = weightedGram(columnsInBasis(design, basis), rows, size, weights);
  const inner = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    for (let k = 0; k < size; k += 1) {
      let sum = gram[(j + 1) * (size + 1) + k + 1] as number;
      for (let at = 1; at <= Math.min(j, k); at += 1) sum += (penalty[at - 1] as number) * (basis[at * size + j] as number) * (basis[at * size + k] as number);
      inner[j * size + k] = sum;
    }
  }
  const factor = choleskyFactor(inner, size);
  return factor === undefined ? { size, factor: rough } : { size, factor, basis };
}

function inverseOf(factor: Triangular): Float64Array {
  const { size } = factor;
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = Float64Array.from({ length: size }, (_, at) => (at === column ? 1 : 0));
    for (const [row, value] of solveUpper(factor, unit).entries()) if (row <= column) inverse[row * size + column] = value;
  }
  return inverse;
}

function columnsInBasis({ rows, columns, scaled, mean, spread }: Design, basis: Float64Array): Float64Array {
  const size = columns + 1;
  const result = new Float64Array(rows * size);
  const lo = new Float64Array(rows);
  for (let column = 0; column < size; column += 1) {
    const hi = result.subarray(column * rows, (column + 1) * rows).fill(basis[column] as number);
    lo.fill(0);
    for (let source = 1; source <= column; source += 1) {
      const start = (source - 1) * rows;
      const centre = mean[source - 1] as number;
      // spread is a power of two, so that this division is exact
      const factor = (basis[source * size + column] as number) / (spread[source - 1] as number);
      for (let row = 0; row < rows; row += 1) {
        const value = scaled[start + row] as number;
        const centred = value - centre;
        const back = centred - value;
        const lost = value - (centred - back) - (centre + back);
        const product = twoProduct(centred, factor);
        const before = hi[row] as number;
        const sum = before + product.hi;
        const taken = sum - before;
        hi[row] = sum;
        lo[row] = (lo[row] as number) + (before - (sum - taken) + (product.hi - taken)) + product.lo + lost * factor;
      }
    }
    for (let row = 0; row < rows; row += 1) hi[row] = (hi[row] as number) + (lo[row] as number);
  }
  return result;
}
