import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDeclaration } from "../../src/model/parse.js";
import { generateDeclarations } from "../../src/synthetic/index.js";

const seed = fc.maxSafeNat();
const days = fc.integer({ min: 1, max: 3_660 });
const from = fc.constantFrom("1900-01-01", "2024-02-29", "2026-01-01", "2189-01-01");

describe("generateDeclarations, for any seed and period", () => {
  it("gives declarations that parse, and that survive JSON", () => {
    fc.assert(
      fc.property(seed, from, days, (seed, from, days) => {
        for (const { declaration } of generateDeclarations({ seed, count: 30, from, days })) {
          const parsed = parseDeclaration(JSON.parse(JSON.stringify(declaration)));
          expect(parsed).toEqual({ ok: true, value: declaration });
        }
      }),
      { numRuns: 100 },
    );
  });

  it("gives the same prefix whatever the count", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (seed, a, b) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)].map((count) => [...generateDeclarations({ seed, count })]);
        expect(long?.slice(0, short?.length)).toEqual(short);
      }),
      { numRuns: 50 },
    );
  });

  it("gives outcomes that agree with themselves", () => {
    fc.assert(
      fc.property(seed, (seed) => {
        for (const { outcome } of generateDeclarations({ seed, count: 30 })) {
          expect(outcome.finding).toBe(outcome.kinds.length > 0);
          const highest = Math.max(...Object.values(outcome.probabilities));
          expect(outcome.probability).toBeGreaterThanOrEqual(highest - 1e-6);
          expect(outcome.probability).toBeLessThan(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
