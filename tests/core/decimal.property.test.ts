import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Decimal,
  differenceScaled,
  fromScaled,
  MAX_DECIMALS,
  powerOfTen,
  ratioScaled,
  roundDecimals,
  sumScaled,
  toScaled,
} from "../../src/core/decimal.js";

/** A rational number and what rounding half away from zero makes of it, written apart from the code under test. */
function roundRational(numerator: bigint, denominator: bigint): bigint {
  const sign = (numerator < 0n ? -1n : 1n) * (denominator < 0n ? -1n : 1n);
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const whole = n / d;
  return sign * ((n % d) * 2n >= d ? whole + 1n : whole);
}

const expectedOf = (exact: bigint): number | undefined => (exact >= -(2n ** 53n) + 1n && exact <= 2n ** 53n - 1n ? Number(exact) : undefined);
const safe = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0, 5, -5, 125, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);
const decimals = fc.integer({ min: 0, max: MAX_DECIMALS });
const decimal: fc.Arbitrary<Decimal> = fc.record({ scaled: safe, decimals });
const RUNS = { numRuns: 1_000 };

describe("decimals", () => {
  it("have a ratio that is exact and rounded once, half away from zero", () => {
    fc.assert(
      fc.property(
        decimal,
        decimal.filter((d) => d.scaled !== 0),
        decimals,
        (a, b, places) => {
          const exact = roundRational(BigInt(a.scaled) * 10n ** BigInt(b.decimals + places), BigInt(b.scaled) * 10n ** BigInt(a.decimals));
          expect(ratioScaled(a, b, places)).toBe(expectedOf(exact));
        },
      ),
      RUNS,
    );
    expect(ratioScaled({ scaled: 1, decimals: 0 }, { scaled: 8, decimals: 0 }, 2)).toBe(13);
    expect(ratioScaled({ scaled: -1, decimals: 0 }, { scaled: 8, decimals: 0 }, 2)).toBe(-13);
    expect(ratioScaled({ scaled: 1, decimals: 0 }, { scaled: -8, decimals: 0 }, 2)).toBe(-13);
    expect(ratioScaled({ scaled: -1, decimals: 0 }, { scaled: -8, decimals: 0 }, 2)).toBe(13);
    expect(Object.is(ratioScaled({ scaled: 0, decimals: 0 }, { scaled: -8, decimals: 0 }, 2), 0)).toBe(true);
  });

  it("have a difference that is exact and rounded once, half away from zero", () => {
    fc.assert(
      fc.property(decimal, decimal, decimals, (a, b, places) => {
        const numerator = BigInt(a.scaled) * 10n ** BigInt(b.decimals) - BigInt(b.scaled) * 10n ** BigInt(a.decimals);
        expect(differenceScaled(a, b, places)).toBe(expectedOf(roundRational(numerator * 10n ** BigInt(places), 10n ** BigInt(a.decimals + b.decimals))));
      }),
      RUNS,
    );
    expect(differenceScaled({ scaled: 1005, decimals: 3 }, { scaled: 0, decimals: 0 }, 2)).toBe(101);
    expect(differenceScaled({ scaled: 0, decimals: 0 }, { scaled: 1005, decimals: 3 }, 2)).toBe(-101);
  });

  it("have an exact sum whatever the order, also where a sum on the way leaves the exact range", () => {
    fc.assert(
      fc.property(fc.array(safe, { maxLength: 12 }), (values) => {
        const exact = values.reduce((sum, value) => sum + BigInt(value), 0n);
        expect(sumScaled(values)).toBe(expectedOf(exact));
        expect(sumScaled([...values].reverse())).toBe(expectedOf(exact));
      }),
      RUNS,
    );
    const most = Number.MAX_SAFE_INTEGER;
    expect(sumScaled([most, most, -most])).toBe(most);
    expect(sumScaled([most, 1])).toBeUndefined();
    expect(sumScaled([])).toBe(0);
  });

  it("come back from the scaled integer unchanged", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e12, max: 9e12 }), fc.integer({ min: 0, max: 3 }), (scaled, places) => {
        expect(toScaled(fromScaled(scaled, places), places)).toBe(scaled);
      }),
      RUNS,
    );
  });

  it("round half away from zero to so many places", () => {
    expect([roundDecimals(2.5, 0), roundDecimals(-2.5, 0), roundDecimals(0.125, 2), roundDecimals(-0.125, 2), roundDecimals(1.24, 1)]).toEqual([
      3, -3, 0.13, -0.13, 1.2,
    ]);
    expect(toScaled(1.25, 2)).toBe(125);
    expect(fromScaled(125, 2)).toBe(1.25);
    expect(Object.is(fromScaled(-0, 2), 0)).toBe(true);
    expect([0, 1, 6].map(powerOfTen)).toEqual([1, 10, 1_000_000]);
  });

  it("have no scaled form beyond the exact range, nor have values that are no numbers", () => {
    expect(toScaled(Number.MAX_SAFE_INTEGER, 0)).toBe(Number.MAX_SAFE_INTEGER);
    expect(toScaled(2 ** 53, 0)).toBeUndefined();
    expect(toScaled(1e15, 6)).toBeUndefined();
    expect(roundDecimals(1e300, 2)).toBeUndefined();
    expect(toScaled(Number.NaN, 0)).toBeUndefined();
    expect(toScaled(-Infinity, 0)).toBeUndefined();
  });
});
