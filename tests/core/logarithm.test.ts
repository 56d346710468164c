import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logit, naturalLog } from "../../src/core/logarithm.js";

describe("naturalLog", () => {
  it("is within two units in the last place of the platform's logarithm", () => {
    const positive = fc.oneof(
      fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.integer({ min: 1, max: 1_000_000 }),
    );
    fc.assert(
      fc.property(positive, (x) => {
        const expected = Math.log(x);
        expect(Math.abs(naturalLog(x) - expected)).toBeLessThanOrEqual(Math.abs(expected) * 2 ** -51);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is exact where it must be, and no number where there is none", () => {
    expect([naturalLog(1), naturalLog(2), naturalLog(0.5), naturalLog(0)]).toEqual([0, Math.LN2, -Math.LN2, -Infinity]);
    expect([naturalLog(-1), naturalLog(Number.NaN), naturalLog(Infinity)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe("logit", () => {
  it("is 0 for one half and turns its sign with the side", () => {
    expect(logit(0.5)).toBe(0);
    expect(logit(0.9)).toBeCloseTo(Math.log(9), 14);
    expect(logit(0.9) + logit(0.1)).toBeCloseTo(0, 14);
  });
});
