import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/core/issue.js";
import { estimateRate, estimateRateOrThrow, type SampledCase, toSampledCase } from "../../src/evaluation/estimate-rate.js";
import { seededRandom } from "../../src/evaluation/random.js";
import { assessmentOf } from "./assessments.js";

/** A population of which a score selects the riskier part for certain, and chance a tenth of all. */
function inspect(seed: number, size: number, rates: { readonly high: number; readonly low: number }) {
  const random = seededRandom(seed);
  const chance = (probability: number) => random.below(2 ** 32) / 2 ** 32 < probability;
  let findings = 0;
  const cases = Array.from({ length: size }, (): SampledCase => {
    const isHigh = chance(0.05);
    const label = chance(isHigh ? rates.high : rates.low) ? 1 : 0;
    const drawnAtRandom = chance(0.1);
    findings += label;
    return { selectionProbability: isHigh ? 1 : 0.1, drawnAtRandom, ...(isHigh || drawnAtRandom ? { label } : {}) };
  });
  return { cases, truth: findings / size };
}

/** The share of 200 seeds in which the interval of each estimate holds the truth. */
function coverage(size: number, rates: { readonly high: number; readonly low: number }) {
  const held = { weighted: 0, random: 0, naive: 0 };
  for (let seed = 0; seed < 200; seed += 1) {
    const { cases, truth } = inspect(seed, size, rates);
    const estimates = estimateRateOrThrow(cases);
    for (const name of ["weighted", "random", "naive"] as const) {
      const { lower = 1, upper = 0 } = estimates[name] ?? {};
      if (lower <= truth && truth <= upper) held[name] += 1 / 200;
    }
  }
  return held;
}

describe("estimateRate", () => {
  it.each([
    [5_000, { high: 0.5, low: 0.05 }],
    [5_000, { high: 0.5, low: 0.01 }],
    [1_000, { high: 0.5, low: 0.02 }],
  ])("over 200 seeds of %d declarations with rates %j holds the truth in 90 to 98 %, the naive figure never", (size, rates) => {
    const held = coverage(size, rates);
    for (const share of [held.weighted, held.random]) {
      expect(share).toBeGreaterThanOrEqual(0.9);
      expect(share).toBeLessThanOrEqual(0.98);
    }
    expect(held.naive).toBeLessThan(0.05);
  });

  it("is Hájek's ratio", () => {
    const { weighted, naive, random } = estimateRateOrThrow([
      { selectionProbability: 1, label: 1 },
      { selectionProbability: 0.5, label: 0 },
      { selectionProbability: 0.25, label: 1 },
      { selectionProbability: 0.25 },
    ]);
    expect(weighted?.rate).toBeCloseTo((1 + 4) / (1 + 2 + 4), 14);
    expect(weighted?.inspected).toBe(3);
    expect(naive).toMatchObject({ rate: 2 / 3, biased: true });
    expect(random).toBeUndefined();
  });

  it("is exact where everything was inspected for certain", () => {
    const { weighted } = estimateRateOrThrow([1, 0, 0, 1].map((label) => ({ selectionProbability: 1, label })));
    expect(weighted).toEqual({ rate: 0.5, lower: 0.5, upper: 0.5, inspected: 4 });
  });

  it("does not call a rate certain because chance found nothing", () => {
    const drawn = Array.from({ length: 30 }, () => ({ selectionProbability: 0.1, label: 0 }));
    const { weighted } = estimateRateOrThrow(drawn);
    expect(weighted?.lower).toBe(0);
    expect(weighted?.upper).toBeGreaterThan(0.05);
  });

  it("says nothing of a part that only chance could select, before chance did", () => {
    const estimates = estimateRateOrThrow([{ selectionProbability: 1, label: 1 }, { selectionProbability: 0.1 }]);
    expect(estimates.weighted).toBeUndefined();
    expect(estimates.naive?.rate).toBe(1);
  });

  it("counts the declarations that nothing could select", () => {
    expect(estimateRateOrThrow([{ selectionProbability: 0 }, { selectionProbability: 1 }])).toEqual({
      population: 2,
      unreachable: 1,
      weighted: undefined,
      random: undefined,
      naive: undefined,
    });
  });

  it("reads the random stratum by itself", () => {
    const { random } = estimateRateOrThrow([
      { selectionProbability: 1, label: 1, drawnAtRandom: false },
      { selectionProbability: 1, label: 0, drawnAtRandom: true },
      { selectionProbability: 0.5, label: 1, drawnAtRandom: true },
    ]);
    expect(random).toMatchObject({ rate: 0.5, inspected: 2 });
  });

  it("reads a case from an assessment", () => {
    const drawn = assessmentOf("a", { selection: { probability: 0.1, mechanisms: [{ kind: "random", drawn: true, probability: 0.1 }] } });
    const passed = assessmentOf("b", { selection: { probability: 1, mechanisms: [{ kind: "threshold", drawn: true, probability: 1 }] } });
    expect(toSampledCase(drawn, 1)).toEqual({ selectionProbability: 0.1, drawnAtRandom: true, label: 1 });
    expect(toSampledCase(passed)).toEqual({ selectionProbability: 1, drawnAtRandom: false });
  });

  it.each([
    [[], "(root)"],
    [undefined, "(root)"],
    [[null], "[0]"],
    [[{ selectionProbability: 1.1 }], "[0].selectionProbability"],
    [[{ selectionProbability: Number.NaN }], "[0].selectionProbability"],
    [[{ selectionProbability: 1, label: 2 }], "[0].label"],
    [[{ selectionProbability: 0, label: 1 }], "[0].selectionProbability"],
  ])("refuses %j", (input, path) => {
    const result = estimateRate(input as readonly SampledCase[]);
    expect(result.ok ? [] : result.issues.map((issue) => formatPath(issue.path))).toEqual([path]);
    expect(() => estimateRateOrThrow(input as readonly SampledCase[])).toThrow();
  });
});
