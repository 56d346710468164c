import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { probabilityMetricsOrThrow } from "../../src/evaluation/probability-metrics.js";
import { rankingMetricsOrThrow } from "../../src/evaluation/ranking-metrics.js";

interface Reference {
  readonly name: string;
  readonly scores: readonly number[];
  readonly labels: readonly number[];
  readonly revenue: readonly number[];
  readonly rocAuc: number;
  readonly gini: number;
  readonly averagePrecision: number;
  readonly ks: number;
  readonly brier: number;
  readonly logLoss: number;
  readonly ece10EqualWidth: number;
  readonly reliability: readonly { readonly bin: number; readonly n: number; readonly meanPred: number; readonly fracPos: number }[];
  readonly topK: Readonly<Record<string, Readonly<Record<"precision" | "recall" | "revenue" | "revenueRecall" | "lift", number>>>>;
}

const folder = new URL("reference/", import.meta.url);
const references = readdirSync(folder).map((name): Reference => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

/** Within 1e-12 of the reference, relative to it where it exceeds 1. */
function near(actual: number | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
}

describe.each(references)("the metrics of $name agree with scikit-learn to 1e-12", (reference) => {
  const { scores, labels, revenue } = reference;

  it("as to the order", () => {
    const metrics = rankingMetricsOrThrow({ scores, labels });
    near(metrics.rocAuc, reference.rocAuc);
    near(metrics.gini, reference.gini);
    near(metrics.averagePrecision, reference.averagePrecision);
    near(metrics.ks, reference.ks);
  });

  it("as to the probabilities", () => {
    const metrics = probabilityMetricsOrThrow({ scores, labels });
    near(metrics.brier, reference.brier);
    near(metrics.logLoss, reference.logLoss);
    near(metrics.ece, reference.ece10EqualWidth);
    expect(metrics.reliability.map((bin) => [bin.bin, bin.weight])).toEqual(reference.reliability.map((bin) => [bin.bin, bin.n]));
    metrics.reliability.forEach((bin, index) => {
      near(bin.meanPrediction, reference.reliability[index]?.meanPred ?? Number.NaN);
      near(bin.findingRate, reference.reliability[index]?.fracPos ?? Number.NaN);
    });
  });

  it("as to the highest scores", () => {
    const counts = Object.keys(reference.topK);
    const metrics = rankingMetricsOrThrow({ scores, labels, revenue }, { at: counts.map((count) => ({ count: Number(count) })) });
    expect(counts.length).toBeGreaterThan(0);
    counts.forEach((count, index) => {
      for (const [name, expected] of Object.entries(reference.topK[count] ?? {})) near(metrics.top[index]?.[name as "precision"], expected);
    });
  });
});
