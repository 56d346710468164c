import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/core/issue.js";
import { createRanking, createRankingOrThrow } from "../../src/evaluation/ranking.js";
import { rankingMetrics, rankingMetricsOrThrow } from "../../src/evaluation/ranking-metrics.js";
import { precisionAt, recallAt, revenueAt } from "../../src/evaluation/top-metrics.js";

function issuesOf(input: unknown): readonly string[] {
  const result = createRanking(input as Parameters<typeof createRanking>[0]);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${formatPath(issue.path)}`);
}

describe("createRanking", () => {
  it("puts ties in the order of ids, by code units", () => {
    const ranking = createRankingOrThrow([
      { score: 1, label: 0, id: "b" },
      { score: 1, label: 1, id: "B" },
      { score: 2, label: 0, id: "z" },
      { score: 1, label: 0, id: "a" },
    ]);
    expect([...ranking.order]).toEqual([2, 1, 3, 0]);
  });

  it("puts ties without ids in the order of the input", () => {
    expect([...createRankingOrThrow({ scores: [1, 2, 1, 2], labels: [0, 0, 1, 1] }).order]).toEqual([1, 3, 0, 2]);
  });

  it("reads rows and columns alike", () => {
    const rows = [
      { score: 0.5, label: 1, weight: 2, revenue: 10, id: "a" },
      { score: 0.7, label: 0, weight: 1, revenue: 20, id: "b" },
    ];
    const columns = { scores: new Float64Array([0.5, 0.7]), labels: [1, 0], weights: [2, 1], revenue: [10, 20], ids: ["a", "b"] };
    expect(createRankingOrThrow(columns)).toEqual(createRankingOrThrow(rows));
  });

  it("counts only the revenue of findings", () => {
    expect([...(createRankingOrThrow({ scores: [2, 1], labels: [0, 1], revenue: [5, 7] }).revenue ?? [])]).toEqual([0, 7]);
  });

  it.each([
    [undefined, ["value.type (root)"]],
    [null, ["value.type (root)"]],
    [{ labels: [1] }, ["value.type scores"]],
    [{ scores: "12", labels: [1, 0] }, ["value.type scores"]],
    [[], ["value.invalid (root)"]],
    [{ scores: [], labels: [] }, ["value.invalid scores"]],
    [{ scores: [1, 2], labels: [1] }, ["value.invalid labels"]],
    [{ scores: [1, 2], labels: [1, 0], weights: [1, 1, 1] }, ["value.invalid weights"]],
    [{ scores: [1, 2], labels: [1, 0], revenue: [1] }, ["value.invalid revenue"]],
    [{ scores: [1, 2], labels: [1, 0], ids: ["a"] }, ["value.invalid ids"]],
    [{ scores: [1, 2] }, ["value.type labels"]],
    [{ scores: [1, 2], labels: [1, 0], ids: ["a", 2] }, ["value.invalid ids[1]"]],
    [{ scores: [1, Number.NaN], labels: [1, 0] }, ["value.invalid scores[1]"]],
    [{ scores: [1, Infinity], labels: [1, 0] }, ["value.invalid scores[1]"]],
    [{ scores: [1, 2], labels: [1, 2] }, ["value.invalid labels[1]"]],
    [{ scores: [1, 2], labels: [1, true] }, ["value.invalid labels[1]"]],
    [{ scores: [1, 2], labels: [1, 0], weights: [1, -1] }, ["value.invalid weights[1]"]],
    [{ scores: [1, 2], labels: [1, 0], weights: [0, 0] }, ["value.invalid weights"]],
    [{ scores: [1, 2], labels: [1, 0], revenue: [1, -0.01] }, ["value.invalid revenue[1]"]],
    [[{ score: "1", label: 1 }], ["value.invalid [0].score"]],
    [[null], ["value.invalid [0].score", "value.invalid [0].label"]],
    [
      [
        { score: 1, label: 1, weight: 1 },
        { score: 1, label: 0 },
      ],
      ["value.invalid [1].weight"],
    ],
  ])("refuses %j", (input, expected) => {
    expect(issuesOf(input)).toEqual(expected);
  });

  it("reports ten issues at most", () => {
    expect(issuesOf({ scores: new Array(50).fill(Number.NaN), labels: new Array(50).fill(0) })).toHaveLength(10);
  });

  it("throws by its other door", () => {
    expect(() => createRankingOrThrow([])).toThrow("at least one case");
  });
});

describe("rankingMetrics", () => {
  const labels = [1, 0, 1, 0, 0, 1, 0, 0, 0, 0];
  const scores = labels.map((_, index) => 10 - index);
  const revenue = [5, 90, 10, 90, 0, 85, 0, 0, 0, 0];

  it("measures the highest scores raw and against the best possible", () => {
    const [top] = rankingMetricsOrThrow({ scores, labels, revenue }, { at: [{ count: 2 }] }).top;
    expect(top).toEqual({
      cutoff: { count: 2 },
      count: 2,
      hits: 1,
      precision: 0.5,
      recall: 1 / 3,
      hitsOfBest: 0.5,
      lift: 0.5 / 0.3,
      revenue: 5,
      revenueRecall: 0.05,
      revenueOfBest: 5 / 95,
    });
  });

  it("divides by what the best order could reach where there are fewer findings than places", () => {
    expect(rankingMetricsOrThrow({ scores, labels }, { at: [{ count: 6 }] }).top[0]).toMatchObject({ hits: 3, precision: 0.5, hitsOfBest: 1 });
  });

  it("has no revenue where none is stated", () => {
    const [top] = rankingMetricsOrThrow({ scores, labels }, { at: [{ count: 2 }] }).top;
    expect([top?.revenue, top?.revenueRecall, top?.revenueOfBest]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    [0.04, 0],
    [0.05, 1],
    [0.14, 1],
    [0.15, 2],
    [0.25, 3],
    [0.35, 4],
    [1, 10],
  ])("rounds the share %d of ten half up to %d", (share, count) => {
    expect(rankingMetricsOrThrow({ scores, labels }, { at: [{ share }] }).top[0]?.count).toBe(count);
  });

  it("rounds half up what only binary fractions put below the half", () => {
    const hundred = { scores: new Array(100).fill(1), labels: new Array(100).fill(0) };
    expect(0.145 * 100).toBeLessThan(14.5);
    expect(rankingMetricsOrThrow(hundred, { at: [{ share: 0.145 }] }).top[0]?.count).toBe(15);
  });

  it("takes a count beyond all cases for all of them", () => {
    expect(rankingMetricsOrThrow({ scores, labels }, { at: [{ count: 99 }] }).top[0]).toMatchObject({ count: 10, precision: 0.3, recall: 1 });
  });

  it("has no precision where nothing is chosen, and no recall without findings", () => {
    const clean = rankingMetricsOrThrow({ scores, labels: labels.map(() => 0) }, { at: [{ count: 0 }, { count: 3 }] });
    expect(clean.top.map((top) => [top.precision, top.recall, top.hitsOfBest, top.lift])).toEqual([
      [undefined, undefined, undefined, undefined],
      [0, undefined, undefined, undefined],
    ]);
    expect([clean.rocAuc, clean.gini, clean.ks, clean.averagePrecision]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("has no AUC, Gini and KS where all are findings", () => {
    const all = rankingMetricsOrThrow({ scores, labels: labels.map(() => 1) });
    expect([all.rocAuc, all.gini, all.ks, all.averagePrecision]).toEqual([undefined, undefined, undefined, 1]);
  });

  it("counts a weighted case at the cut in part", () => {
    const ranking = createRankingOrThrow({ scores: [2, 1], labels: [0, 1], weights: [1, 4], revenue: [0, 10] });
    expect(precisionAt(ranking, { count: 3 })).toBe(2 / 3);
    expect(recallAt(ranking, { count: 3 })).toBe(0.5);
    expect(revenueAt(ranking, { count: 3 })).toBe(20);
  });

  it("has no number for a cutoff that is none", () => {
    const ranking = createRankingOrThrow({ scores: [2, 1], labels: [0, 1], revenue: [0, 10] });
    for (const at of [{ share: Number.NaN }, { count: -1 }]) {
      expect([precisionAt(ranking, at), recallAt(ranking, at), revenueAt(ranking, at)]).toEqual([undefined, undefined, undefined]);
    }
  });

  it.each([
    [{ share: 1.5 }, "at[0].share"],
    [{ share: Number.NaN }, "at[0].share"],
    [{ count: -1 }, "at[0].count"],
    [{ count: 2.5 }, "at[0].count"],
    [5, "at[0]"],
    [null, "at[0]"],
  ])("refuses the cutoff %j", (at, path) => {
    const result = rankingMetrics({ scores, labels }, { at: [at as { count: number }] });
    expect(result.ok ? [] : result.issues.map((issue) => formatPath(issue.path))).toEqual([path]);
  });

  it("refuses cases that cannot be ranked by both doors", () => {
    expect(rankingMetrics([]).ok).toBe(false);
    expect(() => rankingMetricsOrThrow([])).toThrow("at least one case");
  });
});
