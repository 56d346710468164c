/**
 * Arithmetic in pairs of doubles (about 32 digits), after T. J. Dekker, "A floating-point technique for extending the
 * available precision" (1971): what the last steps of a fit need where columns are nearly collinear.
 */

/** An unevaluated sum of two doubles, `lo` at most half a unit in the last place of `hi`. */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

/** 2^27 + 1, which splits a double into two halves of 26 bits. */
export const SPLITTER = 134_217_729;

/** A double as a pair. */
export function fromDouble(x: number): DoubleDouble {
  return { hi: x, lo: 0 };
}

function quickTwoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

/** The exact product of two doubles of magnitude below 1e150. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  const ta = SPLITTER * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLITTER * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return { hi, lo: ah * bh - hi + ah * bl + al * bh + al * bl };
}

/** The sum of two pairs. */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const hi = a.hi + b.hi;
  const part = hi - a.hi;
  const lo = a.hi - (hi - part) + (b.hi - part);
  return quickTwoSum(hi, lo + a.lo + b.lo);
}

/** The product of two pairs. */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.hi, b.hi);
  return quickTwoSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

/** A pair times a power of two, exact. */
export function scale(a: DoubleDouble, power: number): DoubleDouble {
  return { hi: a.hi * power, lo: a.lo * power };
}

/** The negated pair. */
export function negate(a: DoubleDouble): DoubleDouble {
  return { hi: -a.hi, lo: -a.lo };
}

/** The quotient of two pairs. */
function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.hi / b.hi;
  const rest = add(a, negate(multiply(fromDouble(first), b)));
  const second = rest.hi / b.hi;
  const last = add(rest, negate(multiply(fromDouble(second), b))).hi / b.hi;
  return add(quickTwoSum(first, second), fromDouble(last));
}

/** ln 2 as a pair. */
const LN2: DoubleDouble = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };
const ONE: DoubleDouble = { hi: 1, lo: 0 };
/** 1/k! for k from 3 to 9, as pairs. */
const INVERSE_FACTORIALS: readonly DoubleDouble[] = [6, 24, 120, 720, 5040, 40_320, 362_880].map((factorial) => divide(ONE, fromDouble(factorial)));
const HALVINGS = 8;

/** e to the power of a pair that is at most 0; 0 below -700. */
function expOfNegative(a: DoubleDouble): DoubleDouble {
  if (a.hi < -700) return { hi: 0, lo: 0 };
  const power = Math.round(a.hi / LN2.hi);
  const r = scale(add(a, negate(multiply(fromDouble(power), LN2))), 2 ** -HALVINGS);
  const square = multiply(r, r);
  // e^r - 1, kept apart from the 1 so that doubling the argument loses nothing
  let sum = add(r, scale(square, 0.5));
  let term = square;
  for (const factor of INVERSE_FACTORIALS) {
    term = multiply(term, r);
    sum = add(sum, multiply(term, factor));
  }
  for (let step = 0; step < HALVINGS; step += 1) sum = add(scale(sum, 2), multiply(sum, sum));
  return scale(add(sum, ONE), 2 ** power);
}

/** The logistic function 1 / (1 + e^-a) of a pair. */
export function logistic(a: DoubleDouble): DoubleDouble {
  const tail = expOfNegative(a.hi > 0 ? negate(a) : a);
  return divide(a.hi > 0 ? ONE : tail, add(ONE, tail));
}
