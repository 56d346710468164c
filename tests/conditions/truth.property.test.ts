import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atLeast, not, type Truth } from "../../src/conditions/truth.js";

const VALUES: readonly Truth[] = [false, "unknown", true];
const truth = fc.constantFrom<Truth>(...VALUES);
const rank = (value: Truth): number => VALUES.indexOf(value);
const all = (...truths: readonly Truth[]): Truth => atLeast(truths.length, truths);
const any = (...truths: readonly Truth[]): Truth => atLeast(1, truths);

describe("Kleene's three-valued logic", () => {
  it("turns true and false and leaves unknown", () => {
    expect(VALUES.map(not)).toEqual([true, "unknown", false]);
  });

  it("has the truth tables of min for all and max for any", () => {
    for (const a of VALUES) {
      for (const b of VALUES) {
        expect(rank(all(a, b))).toBe(Math.min(rank(a), rank(b)));
        expect(rank(any(a, b))).toBe(Math.max(rank(a), rank(b)));
        expect(not(all(a, b))).toBe(any(not(a), not(b)));
        expect(not(any(a, b))).toBe(all(not(a), not(b)));
      }
      expect(not(not(a))).toBe(a);
      expect(all(a)).toBe(a);
      expect(any(a)).toBe(a);
    }
  });

  it("gives the empty disjunction false and the empty conjunction true", () => {
    expect(atLeast(1, [])).toBe(false);
    expect(atLeast(0, [])).toBe(true);
  });

  it("has at least n hold exactly as the n-th greatest truth", () => {
    fc.assert(
      fc.property(fc.array(truth, { minLength: 1, maxLength: 7 }), fc.nat({ max: 8 }), (truths, count) => {
        const sorted = [...truths].sort((a, b) => rank(b) - rank(a));
        const expected = count === 0 ? true : (sorted[count - 1] ?? false);
        expect(atLeast(count, truths)).toBe(expected);
        // de Morgan: n of m hold iff not more than m - n fail
        expect(not(atLeast(count, truths))).toBe(atLeast(truths.length - count + 1, truths.map(not)));
      }),
    );
  });

  it("never takes back what it said when something unknown becomes known", () => {
    fc.assert(
      fc.property(fc.array(truth, { minLength: 1, maxLength: 6 }), fc.nat(), fc.boolean(), fc.integer({ min: 1, max: 6 }), (truths, at, value, count) => {
        const before = atLeast(count, truths);
        const index = at % truths.length;
        const after = atLeast(
          count,
          truths.map((old, i) => (i === index && old === "unknown" ? value : old)),
        );
        if (before !== "unknown") expect(after).toBe(before);
      }),
    );
  });
});
