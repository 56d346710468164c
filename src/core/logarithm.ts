/**
 * The natural logarithm, after fdlibm's `__ieee754_log` (Sun Microsystems, 1993): additions, multiplications and
 * divisions of doubles in a fixed order, so that every engine and language gives the same bits. Error below 1 ulp.
 * For finite x > 0; 0 gives -Infinity, other input NaN.
 */
export function naturalLog(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : Number.NaN;
  const { fraction, exponent } = splitAtSqrtHalf(x);
  const f = fraction - 1;
  if (f === 0) return exponent * LN2_HIGH + exponent * LN2_LOW;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L[1] + w * (L[3] + w * L[5]));
  const odd = z * (L[0] + w * (L[2] + w * (L[4] + w * L[6])));
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + (odd + even)) + exponent * LN2_LOW) - f);
}

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const L = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1, 1.818357216161805012e-1, 1.531383769920937332e-1,
  1.479819860511658591e-1,
] as const;

/** `x = fraction * 2^exponent` with the fraction in [sqrt(1/2), sqrt(2)), exactly. */
function splitAtSqrtHalf(x: number): { readonly fraction: number; readonly exponent: number } {
  let fraction = x;
  let exponent = 0;
  while (fraction >= Math.SQRT2) {
    fraction /= 2;
    exponent += 1;
  }
  while (fraction < Math.SQRT1_2) {
    fraction *= 2;
    exponent -= 1;
  }
  return { fraction, exponent };
}

/** The log-odds of a probability strictly between 0 and 1. */
export function logit(p: number): number {
  return naturalLog(p) - naturalLog(1 - p);
}
