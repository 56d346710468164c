import fc from "fast-check";
import { expect, test } from "vitest";
import { logBin } from "../../src/history/log-bin.js";

test.each([
  [1, 0],
  [0.999999, -1],
  [Math.E, 8],
  [1_000, 55],
  [1_000_000, 110],
  [0.001, -56],
  [9e12, 238],
  [5e-324, -5956],
])("%d falls into bin %d", (x, bin) => {
  expect(logBin(x)).toBe(bin);
});

test.each([0, -1, Number.NaN, Infinity])("%d has no bin", (x) => {
  expect(logBin(x)).toBeUndefined();
});

test("a bin is an eighth of the natural logarithm wide, and more is never in a lower bin", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e13, noNaN: true }), fc.double({ min: 1, max: 100, noNaN: true }), (x, factor) => {
      const [low = 0, high = 0] = [logBin(x), logBin(x * factor)];
      expect(high - low).toBeGreaterThanOrEqual(Math.floor(8 * Math.log(factor) - 1e-9));
      expect(high - low).toBeLessThanOrEqual(Math.ceil(8 * Math.log(factor) + 1e-9));
    }),
  );
});
