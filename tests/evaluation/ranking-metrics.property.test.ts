import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRankingOrThrow, type ScoredRow } from "../../src/evaluation/ranking.js";
import { ksStatistic, rankingMetricsOrThrow, rocAuc } from "../../src/evaluation/ranking-metrics.js";
import { precisionAt } from "../../src/evaluation/top-metrics.js";
import { cutoff, scoredRows } from "./arbitraries.js";

const metricsOf = (rows: readonly ScoredRow[], at: { readonly count: number } | { readonly share: number }) => rankingMetricsOrThrow(rows, { at: [at] });

function closeTo(actual: unknown, expected: unknown): void {
  if (typeof expected === "number" && typeof actual === "number")
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
  else if (typeof expected === "object" && expected !== null) {
    expect(Object.keys(actual as object)).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected)) closeTo((actual as Record<string, unknown>)[key], value);
  } else expect(actual).toEqual(expected);
}

describe("ranking metrics", () => {
  it("do not change under a monotone transform of the score", () => {
    fc.assert(
      fc.property(scoredRows, cutoff, (rows, at) => {
        const transformed = rows.map((row) => ({ ...row, score: row.score ** 3 / 7 + 11 }));
        expect(metricsOf(transformed, at)).toEqual(metricsOf(rows, at));
      }),
    );
  });

  it("read a doubled weight as the row twice", () => {
    fc.assert(
      fc.property(scoredRows, cutoff, (rows, at) => {
        const doubled = metricsOf(
          rows.map((row) => ({ ...row, weight: 2 })),
          at,
        );
        const { size: _, ...twice } = metricsOf(
          rows.flatMap((row) => [row, row]),
          at,
        );
        const { size: __, ...weighted } = doubled;
        closeTo(weighted, twice);
      }),
    );
  });

  it("read any whole weights as rows repeated, a weight of 0 as no row", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(scoredRows, weights, cutoff, (rows, counts, at) => {
        const weighted = rows.map((row, index) => ({ ...row, weight: counts[index] ?? 1 }));
        const repeated = weighted.flatMap(({ weight, ...row }) => new Array<ScoredRow>(weight).fill(row));
        fc.pre(repeated.length > 0);
        const { size: _, ...left } = metricsOf(weighted, at);
        const { size: __, ...right } = metricsOf(repeated, at);
        closeTo(left, right);
      }),
    );
  });

  it("say of a constant score what chance says", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 40 }), (labels) => {
        const metrics = rankingMetricsOrThrow({ scores: labels.map(() => 3), labels });
        const findings = labels.filter((label) => label === 1).length;
        const bothKinds = findings > 0 && findings < labels.length;
        expect(metrics.rocAuc).toBe(bothKinds ? 0.5 : undefined);
        expect(metrics.gini).toBe(bothKinds ? 0 : undefined);
        expect(metrics.ks).toBe(bothKinds ? 0 : undefined);
        if (findings === 0) expect(metrics.averagePrecision).toBeUndefined();
        else expect(metrics.averagePrecision).toBeCloseTo(findings / labels.length, 14);
        expect(metrics.baseRate).toBe(findings / labels.length);
      }),
    );
  });

  it("count as AUC the pairs in the right order, ties half", () => {
    fc.assert(
      fc.property(scoredRows, (rows) => {
        const findings = rows.filter((row) => row.label === 1);
        const others = rows.filter((row) => row.label === 0);
        const wins = findings
          .flatMap((a) => others.map((b) => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)))
          .reduce<number>((sum, win) => sum + win, 0);
        const pairs = findings.length * others.length;
        const area = rocAuc(createRankingOrThrow(rows));
        if (pairs === 0) expect(area).toBeUndefined();
        else expect(area).toBeCloseTo(wins / pairs, 12);
      }),
    );
  });

  it("count as KS the greatest distance of the two empirical distributions", () => {
    fc.assert(
      fc.property(scoredRows, (rows) => {
        const share = (label: number, score: number) => {
          const kind = rows.filter((row) => row.label === label);
          return kind.filter((row) => row.score <= score).length / kind.length;
        };
        const distances = rows.map(({ score }) => Math.abs(share(1, score) - share(0, score)));
        const statistic = ksStatistic(createRankingOrThrow(rows));
        if (distances.some(Number.isNaN)) expect(statistic).toBeUndefined();
        else expect(statistic).toBeCloseTo(Math.max(...distances), 12);
      }),
    );
  });

  it("depend on ids, not on the order of the rows, where ids are given", () => {
    fc.assert(
      fc.property(scoredRows, cutoff, fc.integer(), (rows, at, turn) => {
        const named = rows.map((row, index) => ({ ...row, id: `d${index}` }));
        const start = ((turn % named.length) + named.length) % named.length;
        const turned = [...named.slice(start), ...named.slice(0, start)].reverse();
        expect(metricsOf(turned, at)).toEqual(metricsOf(named, at));
      }),
    );
  });

  it("stay within their bounds", () => {
    fc.assert(
      fc.property(scoredRows, cutoff, (rows, at) => {
        const metrics = metricsOf(rows, at);
        const [top] = metrics.top;
        const shares = [
          metrics.rocAuc,
          metrics.ks,
          metrics.averagePrecision,
          top?.precision,
          top?.recall,
          top?.hitsOfBest,
          top?.revenueRecall,
          top?.revenueOfBest,
        ];
        for (const share of shares) {
          if (share === undefined) continue;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it("choose at full capacity the base rate", () => {
    fc.assert(
      fc.property(scoredRows, (rows) => {
        const ranking = createRankingOrThrow(rows);
        expect(precisionAt(ranking, { share: 1 })).toBe(ranking.positiveWeight / rows.length);
      }),
    );
  });
});
