import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/core/issue.js";
import { brierScore, expectedCalibrationError, logLoss, probabilityMetrics, probabilityMetricsOrThrow } from "../../src/evaluation/probability-metrics.js";
import { createRankingOrThrow } from "../../src/evaluation/ranking.js";
import { probabilityRows } from "./arbitraries.js";

describe("probabilityMetrics", () => {
  it("puts an edge into the bin that it opens, and 1 into the last", () => {
    const scores = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    const { reliability } = probabilityMetricsOrThrow({ scores, labels: scores.map(() => 0) });
    expect(reliability.map(({ bin, weight }) => [bin, weight])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((bin) => [bin, bin === 9 ? 2 : 1]));
    expect(reliability[3]).toMatchObject({ from: 0.3, to: 0.4, meanPrediction: 0.3, findingRate: 0 });
  });

  it("decides by the edge itself where the product of probability and bins rounds to another side", () => {
    const below = 0.9 - 2 ** -53;
    expect([Math.floor(0.29 * 100), Math.floor(below * 10)]).toEqual([28, 9]);
    expect(probabilityMetricsOrThrow({ scores: [0.29], labels: [0] }, { bins: 100 }).reliability[0]?.bin).toBe(29);
    expect(probabilityMetricsOrThrow({ scores: [below], labels: [0] }).reliability[0]?.bin).toBe(8);
  });

  it("says of a constant score what must be", () => {
    const metrics = probabilityMetricsOrThrow({ scores: [0.2, 0.2, 0.2, 0.2], labels: [1, 0, 0, 0] });
    expect(metrics.brier).toBeCloseTo(0.25 * 0.64 + 0.75 * 0.04, 14);
    expect(metrics.logLoss).toBeCloseTo(-(Math.log(0.2) + 3 * Math.log(0.8)) / 4, 14);
    expect(metrics.ece).toBeCloseTo(0.05, 14);
  });

  it("keeps the log loss of a certain error finite", () => {
    expect(probabilityMetricsOrThrow({ scores: [0, 1], labels: [1, 0] }).logLoss).toBeCloseTo(-Math.log(2 ** -52), 10);
  });

  it("takes as many bins as asked for", () => {
    const { reliability, ece } = probabilityMetricsOrThrow({ scores: [0.1, 0.9], labels: [0, 1] }, { bins: 1 });
    expect(reliability).toHaveLength(1);
    expect(ece).toBe(0);
  });

  it("reads a doubled weight as the row twice, and leaves out rows of weight 0", () => {
    fc.assert(
      fc.property(probabilityRows, (rows) => {
        const twice = probabilityMetricsOrThrow(rows.flatMap((row) => [row, row]));
        const weighted = probabilityMetricsOrThrow([...rows.map((row) => ({ ...row, weight: 2 })), { score: 0.05, label: 1, weight: 0 }]);
        expect(weighted.brier).toBeCloseTo(twice.brier, 12);
        expect(weighted.logLoss).toBeCloseTo(twice.logLoss, 10);
        expect(weighted.ece).toBeCloseTo(twice.ece, 12);
        expect(weighted.reliability.map((bin) => [bin.bin, bin.weight])).toEqual(twice.reliability.map((bin) => [bin.bin, bin.weight]));
      }),
    );
  });

  it("holds every case in the bin whose edges enclose it", () => {
    fc.assert(
      fc.property(probabilityRows, fc.integer({ min: 1, max: 20 }), (rows, bins) => {
        const { reliability } = probabilityMetricsOrThrow(rows, { bins });
        for (const { bin, from, to, weight } of reliability) {
          const held = rows.filter(({ score }) => from <= score && (score < to || bin === bins - 1));
          expect(weight).toBe(held.length);
        }
        expect(reliability.reduce((sum, bin) => sum + bin.weight, 0)).toBe(rows.length);
      }),
    );
  });

  it("gives the single metrics the same numbers", () => {
    const input = { scores: [0.1, 0.4, 0.8, 0.35], labels: [0, 1, 1, 0] };
    const metrics = probabilityMetricsOrThrow(input);
    const ranking = createRankingOrThrow(input);
    expect([brierScore(ranking), logLoss(ranking), expectedCalibrationError(ranking)]).toEqual([metrics.brier, metrics.logLoss, metrics.ece]);
  });

  it("has no single metric of scores that are no probabilities", () => {
    const ranking = createRankingOrThrow({ scores: [0.5, 1.5], labels: [0, 1] });
    expect([brierScore(ranking), logLoss(ranking), expectedCalibrationError(ranking)]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    [{ scores: [0.5, 1.5], labels: [0, 1] }, undefined, "scores[1]"],
    [{ scores: [-0.1, 0.5], labels: [0, 1] }, undefined, "scores[0]"],
    [[{ score: 2, label: 1 }], undefined, "[0].score"],
    [{ scores: [0.5], labels: [0] }, 0, "bins"],
    [{ scores: [0.5], labels: [0] }, 2.5, "bins"],
    [[], undefined, "(root)"],
  ])("refuses %j with bins %s", (input, bins, path) => {
    const options = bins === undefined ? {} : { bins };
    const result = probabilityMetrics(input, options);
    expect(result.ok ? [] : result.issues.map((issue) => formatPath(issue.path))).toEqual([path]);
    expect(() => probabilityMetricsOrThrow(input, options)).toThrow();
  });
});
