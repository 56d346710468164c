import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decimalsNeeded,
  formatPoints,
  MAX_MICROPOINTS,
  POINTS_PER_LOGIT,
  roundHalfAway,
  toMicropoints,
  toPoints,
  toProbability,
} from "../../src/core/micropoints.js";

describe("roundHalfAway", () => {
  it.each([
    [0.5, 1],
    [-0.5, -1],
    [1.5, 2],
    [-1.5, -2],
    [2.5, 3],
    [0.49999999999999994, 0],
    [-0.49999999999999994, 0],
    [-0.2, 0],
    [4503599627370495.5, 4503599627370496],
    [4503599627370497, 4503599627370497],
    [1e300, 1e300],
  ])("rounds %d to %d", (x, expected) => {
    expect(Object.is(roundHalfAway(x), expected)).toBe(true);
  });

  it("gives the nearest integer, of two the one farther from zero, never -0, the mirror image of its mirror image", () => {
    const halves = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 2);
    fc.assert(
      fc.property(fc.oneof(halves, fc.double({ noNaN: true, noDefaultInfinity: true })), (x) => {
        const rounded = roundHalfAway(x);
        expect(Math.abs(rounded - x)).toBeLessThanOrEqual(0.5);
        if (Math.abs(rounded - x) === 0.5) expect(Math.abs(rounded)).toBeGreaterThan(Math.abs(x));
        expect(Object.is(rounded, -0)).toBe(false);
        expect(rounded + roundHalfAway(-x)).toBe(0);
      }),
    );
  });
});

describe("points", () => {
  it("are a million micropoints each, rounded once", () => {
    expect([toMicropoints(1), toMicropoints(-0.25), toMicropoints(0.1 + 0.2), toMicropoints(1e-7), toMicropoints(5e-7)]).toEqual([
      1_000_000, -250_000, 300_000, 0, 1,
    ]);
    expect(toPoints(1_500_000)).toBe(1.5);
    expect(MAX_MICROPOINTS).toBe(2 ** 53 - 1);
  });

  it("multiply the odds by 10 for every 10 of them", () => {
    expect(toProbability(0)).toBe(0.5);
    expect(toProbability(10_000_000)).toBeCloseTo(10 / 11, 12);
    expect(toProbability(-10_000_000)).toBeCloseTo(1 / 11, 12);
    expect(POINTS_PER_LOGIT).toBeCloseTo(4.342944819, 9);
    expect([toProbability(MAX_MICROPOINTS), toProbability(-MAX_MICROPOINTS)]).toEqual([1, 0]);
  });

  it.each([
    [0, "+0.000000"],
    [1, "+0.000001"],
    [-1, "-0.000001"],
    [-250_000, "-0.250000"],
    [12_000_000, "+12.000000"],
    [7_125_331, "+7.125331"],
    [-1_000_000, "-1.000000"],
    [MAX_MICROPOINTS, "+9007199254.740991"],
  ])("are shown exactly with sign and six decimals: %d as %s", (micropoints, text) => {
    expect(formatPoints(micropoints)).toBe(text);
  });

  it("can be shown with fewer decimals where these show all of them", () => {
    expect(decimalsNeeded([])).toBe(1);
    expect(decimalsNeeded([0, 12_000_000])).toBe(1);
    expect(decimalsNeeded([100_000, -250_000])).toBe(2);
    expect(decimalsNeeded([10])).toBe(5);
    expect(decimalsNeeded([100_000, 1])).toBe(6);
    expect(formatPoints(-250_000, 2)).toBe("-0.25");
    expect(formatPoints(12_000_000, 1)).toBe("+12.0");
  });
});
