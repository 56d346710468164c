import { add, type DoubleDouble, fromDouble, logistic, multiply, negate, SPLITTER, scale, twoProduct } from "./double-double.js";
import { type Information, solveInformation, standardErrors } from "./information.js";
import type { Design } from "./standardise.js";

/** Parameters as pairs: of the constant and of the columns in units of `scaled`. */
interface Precise {
  readonly constant: DoubleDouble;
  readonly slopes: readonly DoubleDouble[];
}

/** Parameters settled to about the precision of doubles. */
export interface Refined {
  /** The log-odds where all columns are 0. */
  readonly intercept: number;
  /** Per unit of `scaled`. */
  readonly slopes: Float64Array;
  readonly eta: Float64Array;
  readonly steps: number;
  /** The largest change of any row's log-odds on the way. */
  readonly moved: number;
}

const MAX_STEPS = 12;
/** A coefficient has settled when a step moves it by less than this share of it, or of a ten-billionth of its standard error. */
const SETTLED = 1e-12;
const NEGLIGIBLE = 1e-10;

/**
 * Carries a fit on with its score computed in pairs of doubles, so that the result does not depend on how well the columns are
 * conditioned; `information` is that near the maximum. `undefined` if the steps do not shrink.
 */
export function refine(design: Design, start: Float64Array, information: Information): Refined | undefined {
  const { columns, spread, mean } = design;
  const errors = standardErrors(information);
  let precise = toPrecise(design, start);
  let eta = predict(design, precise);
  let moved = 0;
  let previous = Infinity;
  for (let step = 1; step <= MAX_STEPS; step += 1) {
    const change = solveInformation(information, score(design, eta, precise));
    if (!change.every(Number.isFinite)) return undefined;
    let constant = fromDouble(change[0] as number);
    const slopes = precise.slopes.map((slope, column) => {
      const part = (change[column + 1] as number) / (spread[column] as number);
      constant = add(constant, negate(twoProduct(part, mean[column] as number)));
      return add(slope, fromDouble(part));
    });
    const next: Precise = { constant: add(precise.constant, constant), slopes };
    const nextEta = predict(design, next);
    const shift = largestDifference(eta, nextEta);
    moved += shift;
    let worst = 0;
    for (let column = 0; column < columns; column += 1) {
      const size = Math.abs((slopes[column] as DoubleDouble).hi * (spread[column] as number));
      worst = Math.max(worst, Math.abs(change[column + 1] as number) / Math.max(size, NEGLIGIBLE * (errors[column + 1] as number)));
    }
    worst = Math.max(worst, Math.abs(constant.hi) / Math.max(Math.abs(next.constant.hi), NEGLIGIBLE * (errors[0] as number)));
    precise = next;
    eta = nextEta;
    if (worst <= SETTLED) {
      return { intercept: next.constant.hi, slopes: Float64Array.from(slopes, (slope) => slope.hi), eta: eta.hi, steps: step, moved };
    }
    if (worst > previous * 0.9 && step > 3) return undefined;
    previous = worst;
  }
  return undefined;
}

function toPrecise({ columns, spread, mean }: Design, parameters: Float64Array): Precise {
  let constant = fromDouble(parameters[0] as number);
  const slopes = Array.from({ length: columns }, (_, column) => {
    const slope = (parameters[column + 1] as number) / (spread[column] as number);
    constant = add(constant, negate(twoProduct(slope, mean[column] as number)));
    return fromDouble(slope);
  });
  return { constant, slopes };
}

interface PreciseVector {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
}

/** The log-odds in pairs: compensated sums over the columns, with the products exact. */
function predict({ rows, columns, scaled }: Design, { constant, slopes }: Precise): PreciseVector {
  const hi = new Float64Array(rows).fill(constant.hi);
  const lo = new Float64Array(rows).fill(constant.lo);
  for (let column = 0; column < columns; column += 1) {
    const { hi: b, lo: rest } = slopes[column] as DoubleDouble;
    const split = SPLITTER * b;
    const bh = split - (split - b);
    const bl = b - bh;
    const start = column * rows;
    for (let row = 0; row < rows; row += 1) {
      const x = scaled[start + row] as number;
      const part = SPLITTER * x;
      const xh = part - (part - x);
      const xl = x - xh;
      const product = x * b;
      const error = xl * bl - (product - xh * bh - xl * bh - xh * bl);
      const before = hi[row] as number;
      const sum = before + product;
      const taken = sum - before;
      hi[row] = sum;
      lo[row] = (lo[row] as number) + (before - (sum - taken) + (product - taken)) + error + x * rest;
    }
  }
  for (let row = 0; row < rows; row += 1) {
    const sum = (hi[row] as number) + (lo[row] as number);
    lo[row] = (lo[row] as number) - (sum - (hi[row] as number));
    hi[row] = sum;
  }
  return { hi, lo };
}

/** The penalised score in standardised units, summed in pairs and rounded once. */
function score(design: Design, eta: PreciseVector, { slopes }: Precise): Float64Array {
  const { rows, columns, scaled, mean, spread, penalty, weights, sign } = design;
  const hi = new Float64Array(rows);
  const lo = new Float64Array(rows);
  let total: DoubleDouble = fromDouble(0);
  for (let row = 0; row < rows; row += 1) {
    const label = sign[row] as number;
    const missing = logistic(scale({ hi: eta.hi[row] as number, lo: eta.lo[row] as number }, -label));
    const residual = multiply(missing, fromDouble(label * (weights[row] as number)));
    hi[row] = residual.hi;
    lo[row] = residual.lo;
    total = add(total, residual);
  }
  const result = new Float64Array(columns + 1);
  result[0] = total.hi;
  for (let column = 0; column < columns; column += 1) {
    const start = column * rows;
    let sumHi = 0;
    let sumLo = 0;
    for (let row = 0; row < rows; row += 1) {
      const x = scaled[start + row] as number;
      const r = hi[row] as number;
      const xPart = SPLITTER * x;
      const xh = xPart - (xPart - x);
      const xl = x - xh;
      const rPart = SPLITTER * r;
      const rh = rPart - (rPart - r);
      const rl = r - rh;
      const product = x * r;
      const error = xl * rl - (product - xh * rh - xl * rh - xh * rl);
      const sum = sumHi + product;
      const taken = sum - sumHi;
      sumLo += sumHi - (sum - taken) + (product - taken) + error + x * (lo[row] as number);
      sumHi = sum;
    }
    const unit = spread[column] as number;
    const centred = add(add(fromDouble(sumHi), fromDouble(sumLo)), negate(multiply(total, fromDouble(mean[column] as number))));
    // The penalty is per standardised coefficient, slope * spread.
    const pull = multiply(scale(slopes[column] as DoubleDouble, unit), fromDouble(penalty[column] as number));
    result[column + 1] = add(scale(centred, 1 / unit), negate(pull)).hi;
  }
  return result;
}

function largestDifference(a: PreciseVector, b: PreciseVector): number {
  let most = 0;
  for (let row = 0; row < a.hi.length; row += 1) most = Math.max(most, Math.abs((b.hi[row] as number) - (a.hi[row] as number)));
  return most;
}
