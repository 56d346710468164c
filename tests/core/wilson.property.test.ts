import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../src/core/wilson.js";

describe("wilsonInterval", () => {
  it("encloses the rate within 0 and 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const successes = Math.round(trials * share);
        const { lower, upper } = wilsonInterval(successes, trials);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(successes / trials);
        expect(upper).toBeGreaterThanOrEqual(successes / trials);
      }),
    );
  });

  it("mirrors when successes and failures change places", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }), (trials, count) => {
        const successes = Math.min(trials, count);
        expect(wilsonInterval(successes, trials).lower).toBeCloseTo(1 - wilsonInterval(trials - successes, trials).upper, 12);
      }),
    );
  });

  it("agrees with a published example: 81 of 263 give 0.2553 to 0.3662 (R. G. Newcombe, 1998)", () => {
    const { lower, upper } = wilsonInterval(81, 263);
    expect(lower).toBeCloseTo(0.2553, 4);
    expect(upper).toBeCloseTo(0.3662, 4);
  });

  it("knows nothing without trials, and everything with trials without end", () => {
    expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
    expect(wilsonInterval(Number.NaN, 5)).toEqual({ lower: 0, upper: 1 });
    expect(wilsonInterval(0, Infinity)).toEqual({ lower: 0, upper: 0 });
  });
});
