import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/core/issue.js";
import { bootstrap, bootstrapOrThrow, pairedBootstrap, pairedBootstrapOrThrow } from "../../src/evaluation/bootstrap.js";
import { seededRandom, shuffled } from "../../src/evaluation/random.js";
import { createRankingOrThrow, type Ranking } from "../../src/evaluation/ranking.js";
import { rocAuc } from "../../src/evaluation/ranking-metrics.js";
import { scoredRows } from "./arbitraries.js";

const baseRate = (ranking: Ranking) => ranking.positiveWeight / ranking.totalWeight;
const random = seededRandom(7);
const labels = Array.from({ length: 400 }, () => (random.below(10) < 3 ? 1 : 0));
const noise = labels.map(() => random.below(1_000));
const good = createRankingOrThrow({ scores: labels.map((label, index) => label * 400 + (noise[index] ?? 0)), labels });
const bad = createRankingOrThrow({ scores: noise, labels });

describe("seededRandom", () => {
  it("gives the draws that its seed fixes", () => {
    const draws = seededRandom(42);
    expect(Array.from({ length: 5 }, () => draws.below(1_000))).toEqual(
      Array.from(
        { length: 5 },
        (
          (again) => () =>
            again.below(1_000)
        )(seededRandom(42)),
      ),
    );
    expect(Array.from({ length: 8 }, () => seededRandom(1).below(2 ** 32))).not.toEqual(Array.from({ length: 8 }, () => seededRandom(2).below(2 ** 32)));
  });

  it("tells seeds apart that differ in their high bits, or in their sign, alone", () => {
    expect(new Set([5, 5 + 2 ** 32, -5, 5 + 2 ** 40].map((seed) => seededRandom(seed).below(2 ** 32))).size).toBe(4);
  });

  it("is about uniform", () => {
    const draws = seededRandom(3);
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < 100_000; index += 1) {
      const bin = draws.below(10);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    // five standard deviations of a binomial count
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(9_000));
  });

  it("shuffles without losing or repeating anything", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.maxSafeInteger(), (values, seed) => {
        const mixed = shuffled(values, seededRandom(seed));
        expect([...mixed].sort((a, b) => a - b)).toEqual([...values].sort((a, b) => a - b));
      }),
    );
  });
});

describe("bootstrap", () => {
  it("gives the same interval for the same seed, and another for another", () => {
    fc.assert(
      fc.property(scoredRows, fc.maxSafeInteger(), (rows, seed) => {
        const ranking = createRankingOrThrow(rows);
        const options = { seed, replicates: 20 };
        expect(bootstrapOrThrow(ranking, rocAuc, options)).toEqual(bootstrapOrThrow(ranking, rocAuc, options));
      }),
    );
    expect(bootstrapOrThrow(good, rocAuc, { seed: 1 })).not.toEqual(bootstrapOrThrow(good, rocAuc, { seed: 2 }));
  });

  it("agrees for a mean with the normal approximation", () => {
    const { estimate = 0, lower = 0, upper = 0 } = bootstrapOrThrow(good, baseRate, { seed: 1, replicates: 4_000 });
    const error = Math.sqrt((estimate * (1 - estimate)) / 400);
    expect(estimate).toBe(baseRate(good));
    expect((upper - lower) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
  });

  it("narrows with a lower level", () => {
    const width = (level: number) => {
      const { lower = 0, upper = 0 } = bootstrapOrThrow(good, rocAuc, { seed: 1, level });
      return upper - lower;
    };
    expect(width(0.5)).toBeLessThan(width(0.9));
    expect(width(0.9)).toBeLessThan(width(0.99));
  });

  it("draws groups as a whole: the more alike their members, the wider", () => {
    const alike = labels.map((_, index) => Math.floor(index / 40));
    const clustered = createRankingOrThrow({ scores: noise, labels: alike.map((group) => group % 2) });
    const width = (groups?: readonly number[]) => {
      const { lower = 0, upper = 0 } = bootstrapOrThrow(clustered, baseRate, { seed: 1, ...(groups === undefined ? {} : { groups }) });
      return upper - lower;
    };
    expect(width(alike)).toBeGreaterThan(3 * width());
  });

  it("gives for groups of one what it gives for cases", () => {
    const each = labels.map((_, index) => `g${index}`);
    expect(bootstrapOrThrow(good, rocAuc, { seed: 5, groups: each })).toEqual(bootstrapOrThrow(good, rocAuc, { seed: 5 }));
  });

  it("leaves out and counts the samples in which the statistic does not exist", () => {
    const rare = createRankingOrThrow({ scores: [1, 2, 3], labels: [0, 0, 1] });
    const interval = bootstrapOrThrow(rare, rocAuc, { seed: 1, replicates: 500 });
    // no finding, or nothing else, with probability (2/3)^3 + (1/3)^3
    expect(interval.undefinedReplicates / 500).toBeCloseTo(1 / 3, 1);
    expect(interval.lower).toBe(1);
  });

  it("has no interval where the statistic does not exist at all", () => {
    const single = createRankingOrThrow({ scores: [1, 2], labels: [1, 1] });
    expect(bootstrapOrThrow(single, rocAuc, { seed: 1 })).toMatchObject({ estimate: undefined, lower: undefined, upper: undefined, undefinedReplicates: 0 });
  });

  it.each([
    [{ seed: 0.5 }, "seed"],
    [{ seed: Number.NaN }, "seed"],
    [{ seed: 1, replicates: 0 }, "replicates"],
    [{ seed: 1, level: 1 }, "level"],
    [{ seed: 1, level: Number.NaN }, "level"],
    [{ seed: 1, groups: [1] }, "groups"],
  ])("refuses %j", (options, path) => {
    const result = bootstrap(good, rocAuc, options);
    expect(result.ok ? [] : result.issues.map((issue) => formatPath(issue.path))).toEqual([path]);
    expect(() => bootstrapOrThrow(good, rocAuc, options)).toThrow();
  });
});

describe("pairedBootstrap", () => {
  it("sees a real difference", () => {
    const { estimate, lower, includesZero } = pairedBootstrapOrThrow(good, bad, rocAuc, { seed: 1 });
    expect(estimate).toBe((rocAuc(good) ?? 0) - (rocAuc(bad) ?? 0));
    expect(lower).toBeGreaterThan(0);
    expect(includesZero).toBe(false);
  });

  it("mirrors when the two change places", () => {
    const one = pairedBootstrapOrThrow(good, bad, rocAuc, { seed: 1 });
    const other = pairedBootstrapOrThrow(bad, good, rocAuc, { seed: 1 });
    expect(other.lower).toBeCloseTo(-(one.upper ?? 0), 12);
    expect(other.upper).toBeCloseTo(-(one.lower ?? 0), 12);
  });

  it("sees none between a score and itself transformed: every sample holds the same cases for both", () => {
    const same = createRankingOrThrow({ scores: noise.map((score) => Math.sqrt(score)), labels });
    expect(pairedBootstrapOrThrow(bad, same, rocAuc, { seed: 1 })).toMatchObject({ estimate: 0, lower: 0, upper: 0, includesZero: true });
  });

  it("leaves open what does not exist", () => {
    const single = createRankingOrThrow({ scores: [1, 2], labels: [1, 1] });
    expect(pairedBootstrapOrThrow(single, single, rocAuc, { seed: 1 })).toMatchObject({ estimate: undefined, includesZero: true });
  });

  it("refuses rankings of other cases", () => {
    const other = createRankingOrThrow({ scores: noise, labels: labels.map((label) => 1 - label) });
    const fewer = createRankingOrThrow({ scores: [1], labels: [1] });
    expect(pairedBootstrap(good, other, rocAuc, { seed: 1 }).ok).toBe(false);
    expect(() => pairedBootstrapOrThrow(good, fewer, rocAuc, { seed: 1 })).toThrow("the same cases");
  });
});
