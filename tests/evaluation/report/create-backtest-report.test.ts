import { describe, expect, it } from "vitest";
import { toMicropoints, toPoints } from "../../../src/core/micropoints.js";
import { wilsonInterval } from "../../../src/core/wilson.js";
import { rankAssessmentsOrThrow } from "../../../src/evaluation/rank-assessments.js";
import { createRankingOrThrow } from "../../../src/evaluation/ranking.js";
import { createBacktestReport, createBacktestReportOrThrow } from "../../../src/evaluation/report/create-backtest-report.js";
import { reliabilityGroups } from "../../../src/evaluation/report/reliability-groups.js";
import { scoreDistribution } from "../../../src/evaluation/report/score-distribution.js";
import { scorecardTerms } from "../../../src/evaluation/report/scorecard-terms.js";
import { ruleLedgerOrThrow } from "../../../src/evaluation/rule-ledger.js";
import { recallAt } from "../../../src/evaluation/top-metrics.js";
import type { ModelTerm } from "../../../src/profile/model-document.js";
import { calibratedExample, example, replaySynthetic, summarise } from "./sample.js";

const profile = calibratedExample();
const { replay } = replaySynthetic(profile, 600);
const summary = summarise(replay);
const report = createBacktestReportOrThrow(replay, { profile, summary });
const revenue = report.domains.find(({ domain }) => domain === "revenue");

describe("createBacktestReport", () => {
  it("takes the figures of the summary as they are, and widens the precision intervals by Wilson's", () => {
    const given = summary.domains.find(({ domain }) => domain === "revenue");
    expect(revenue?.ranking).toEqual(given?.ranking);
    expect(revenue?.intervals?.rocAuc).toEqual(given?.intervals.rocAuc);
    revenue?.intervals?.precision.forEach((interval, index) => {
      const top = given?.ranking.top[index];
      const wilson = wilsonInterval(top?.hits ?? 0, top?.count ?? 0);
      expect(interval.lower).toBe(Math.min(wilson.lower, given?.intervals.precision[index]?.lower ?? 1));
      expect(interval.upper).toBe(Math.max(wilson.upper, given?.intervals.precision[index]?.upper ?? 0));
    });
    expect(report.ledger).toEqual(ruleLedgerOrThrow(profile, replay.cases));
  });

  it("counts declarations, outcomes and findings, per channel too", () => {
    const findings = replay.cases.filter(({ outcome }) => outcome?.finding).length;
    expect(report.counts).toEqual({ declarations: 600, refused: 0, inspected: 600, outcomes: 600, findings });
    expect(report.channels.map(({ channel, selected }) => [channel, selected])).toEqual([
      ["green", false],
      ["yellow", false],
      ["red", true],
    ]);
    expect(report.channels.reduce((sum, { findings: own }) => sum + own, 0)).toBe(findings);
    expect(report.findingRate).toMatchObject({ rate: findings / 600, ...wilsonInterval(findings, 600) });
    expect(report.profiles).toMatchObject([{ id: profile.id, declarations: 600 }]);
    expect(report.period).toEqual({ from: replay.cases[0]?.assessment.asOf, to: replay.cases[599]?.assessment.asOf });
  });

  it("has a gain curve from nothing to everything that is the recall at each share, and never falls", () => {
    const ranking = rankAssessmentsOrThrow(replay.cases, "revenue");
    expect(revenue?.gain[0]).toEqual({ share: 0, recall: 0 });
    expect(revenue?.gain.at(-1)).toEqual({ share: 1, recall: 1 });
    for (const { share, recall } of revenue?.gain ?? []) expect(recall).toBe(recallAt(ranking, { share }));
    revenue?.gain.forEach((point, index) => {
      const before = revenue.gain[index - 1];
      if (before !== undefined) expect(point.share > before.share && point.recall >= before.recall).toBe(true);
    });
  });

  it("has probabilities only where they are calibrated", () => {
    expect(
      report.domains.map(({ domain, calibrated, probability, reliability }) => [domain, calibrated, probability !== undefined, reliability.length > 0]),
    ).toEqual([
      ["narcotics", false, false, false],
      ["precursors", false, false, false],
      ["wildlife", false, false, false],
      ["revenue", true, true, true],
      ["security", false, false, false],
      ["dataQuality", false, false, false],
    ]);
  });

  it("survives JSON unchanged but for what is undefined", () => {
    expect(JSON.stringify(JSON.parse(JSON.stringify(report)))).toBe(JSON.stringify(report));
  });

  it("says what a part of the outcomes stands for: weighted figures first, the naive ones beside them", () => {
    const partial = replaySynthetic(example, 300, (index) => index % 3 === 0);
    const weighted = createBacktestReportOrThrow(partial.replay, {
      profile: example,
      summary: summarise(partial.replay, () => 1 / 3),
      selectionProbability: () => 1 / 3,
    });
    const naive = createBacktestReportOrThrow(partial.replay, { profile: example, summary: summarise(partial.replay) });
    expect(weighted.basis).toBe("weighted");
    expect(weighted.domains[3]?.naive?.totalWeight).toBe(100);
    expect(weighted.domains[3]?.ranking?.totalWeight).toBeCloseTo(300, 9);
    for (const { ranking, intervals } of weighted.domains) {
      ranking?.top.forEach(({ hits, count }, index) => {
        // 300 stand for 100 outcomes: no interval is narrower than these allow
        const wilson = wilsonInterval(hits / 3, count / 3);
        expect(intervals?.precision[index]?.lower).toBeLessThanOrEqual(wilson.lower + 1e-12);
        expect(intervals?.precision[index]?.upper).toBeGreaterThanOrEqual(wilson.upper - 1e-12);
      });
    }
    expect(weighted.caveats.join(" ")).toContain("The outcome of 100 of 300 declarations is known");
    expect(naive.basis).toBe("naive");
    expect(naive.domains[3]?.naive).toBeUndefined();
    expect(naive.caveats.join(" ")).toContain("NAIVE, BIASED");
  });

  it("describes a replay without outcomes, or without cases", () => {
    const blind = createBacktestReportOrThrow(replaySynthetic(example, 20, () => false).replay, { profile: example });
    expect(blind).toMatchObject({ basis: "none", counts: { declarations: 20, outcomes: 0 } });
    expect(blind.domains.every(({ ranking, gain }) => ranking === undefined && gain.length === 0)).toBe(true);
    expect(blind.caveats[0]).toContain("No outcome is known");
    const empty = createBacktestReportOrThrow(
      { cases: [], refused: [{ id: "x", issues: [] as never }] },
      { profile: example, title: "none", source: "nowhere" },
    );
    expect(empty).toMatchObject({ title: "none", source: "nowhere", profiles: [], counts: { declarations: 0, refused: 1 } });
    expect(empty.period).toBeUndefined();
    expect(empty.caveats).toEqual([expect.stringContaining("No declaration"), expect.stringContaining("1 declaration could not")]);
  });

  it("refuses a summary that is missing or of another replay, counts that are none, and a case stated twice", () => {
    const paths = (given: ReturnType<typeof createBacktestReport>) => (given.ok ? [] : given.issues.map(({ path }) => path.join(".")));
    expect(paths(createBacktestReport(replay, { profile }))).toEqual(["summary"]);
    expect(paths(createBacktestReport({ ...replay, cases: replay.cases.slice(1) }, { profile, summary }))).toEqual(["summary"]);
    expect(paths(createBacktestReport(replay, { profile, summary, terms: -1, levels: 1.5 }))).toEqual(["terms", "levels"]);
    const partial = replaySynthetic(example, 30, (index) => index > 10).replay;
    expect(paths(createBacktestReport(partial, { profile: example, summary: summarise(partial, () => 0.5) }))).toEqual(["selectionProbability"]);
    const [first] = replay.cases;
    if (first === undefined) throw new Error("no case");
    expect(createBacktestReport({ cases: [first, first], refused: [] }, { profile }).ok).toBe(false);
    expect(() => createBacktestReportOrThrow(replay, { profile })).toThrow("summary");
  });
});

describe("scoreDistribution", () => {
  it("puts every declaration into one bin of equal width, by outcome", () => {
    const bins = scoreDistribution(replay.cases, "revenue");
    expect(bins.reduce((sum, { findings, others, unknown }) => sum + findings + others + unknown, 0)).toBe(600);
    for (const { from, to, findings, others } of bins) {
      const own = replay.cases.filter(({ assessment }) => {
        const points = toPoints(assessment.domains.revenue?.micropoints ?? 0);
        return from <= points && points < to;
      });
      expect(findings + others).toBe(own.length);
    }
  });

  it("has one bin around a single score, and none without scores", () => {
    const [first] = replay.cases;
    if (first === undefined) throw new Error("no case");
    const bins = scoreDistribution([first], "revenue");
    expect(bins.reduce((sum, { findings, others }) => sum + findings + others, 0)).toBe(1);
    expect(scoreDistribution(replay.cases, "unknown")).toEqual([]);
  });
});

describe("reliabilityGroups", () => {
  it("makes groups of about the same weight from the lowest, and keeps equal probabilities together", () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ score: index < 40 ? 0.1 : index / 100, label: index % 2 }));
    const groups = reliabilityGroups(createRankingOrThrow(rows));
    expect(groups[0]).toMatchObject({ bin: 0, from: 0.1, to: 0.1, weight: 40, findingRate: 0.5, interval: wilsonInterval(20, 40) });
    expect(groups.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    groups.forEach((group, index) => {
      expect(group.bin).toBe(index);
      expect(group.meanPrediction >= group.from - 1e-12 && group.meanPrediction <= group.to + 1e-12).toBe(true);
      if (index > 0) expect(group.from).toBeGreaterThan(groups[index - 1]?.to ?? 1);
    });
  });

  it("has one group for one case, whatever its weight", () => {
    expect(reliabilityGroups(createRankingOrThrow([{ score: 0.3, label: 1, weight: 2.5 }]))).toMatchObject([
      { weight: 2.5, meanPrediction: 0.3, findingRate: 1 },
    ]);
  });
});

describe("scorecardTerms", () => {
  const terms: readonly ModelTerm[] = [
    { id: "lin", kind: "linear", indicator: "x", centre: 10, scale: 5, points: 2, missing: 0 },
    { id: "bin", kind: "binned", indicator: "x", edges: [-12345.678, 104458], points: [-1, 0, 1], missing: 0 },
    {
      id: "cat",
      kind: "categorical",
      indicator: "c",
      levels: [
        { value: "A", points: 1, count: 10, findingRate: 0.1 },
        { value: "B", points: 3, count: 1000, findingRate: 0.5 },
        { value: "C", points: -2, count: 100, findingRate: 0.2 },
      ],
      missing: 0,
      unseen: 0.5,
    },
    {
      id: "cross",
      kind: "cross",
      of: [{ indicator: "c" }, { indicator: "x", edges: [5] }],
      levels: [
        { at: ["A", 0], points: 1 },
        { at: [true, 1], points: 2 },
        { at: ["A", 7], points: -4 },
      ],
      missing: 0,
      unseen: 0,
    },
    { id: "rep", kind: "repeat", inspected: "n", findings: "s", baseRate: 0.2, prior: 4, weight: 1, missing: 0 },
  ];
  const described = scorecardTerms(terms, [], "d", { terms: 10, levels: 2 });
  const levelsOf = (id: string) => described.find((term) => term.id === id)?.levels.map(({ label, points }) => [label, points]);

  it("names the levels of every kind of term, in their order", () => {
    expect(levelsOf("lin")).toEqual([
      ["5", -2],
      ["10", 0],
      ["15", 2],
      ["missing", 0],
    ]);
    expect(levelsOf("bin")).toEqual([
      ["below −12,345.7", -1],
      ["−12,345.7 to below 104,458", 0],
      ["104,458 or more", 1],
      ["missing", 0],
    ]);
    expect(levelsOf("rep")?.[0]).toEqual(["never inspected before", 0]);
    expect(levelsOf("rep")?.[3]?.[0]).toBe("1 of 1 with a finding");
    expect(Number(levelsOf("rep")?.[3]?.[1])).toBeGreaterThan(0);
  });

  it("keeps the codes that moved most in training, from the highest points, and counts the rest", () => {
    expect(levelsOf("cat")?.map(([label]) => label)).toEqual(["B", "C", "missing", "not seen in training"]);
    expect(described.find(({ id }) => id === "cat")?.furtherLevels).toBe(1);
    expect(described.find(({ id }) => id === "cat")?.levels[0]?.training).toEqual({ count: 1000, findingRate: 0.5 });
    expect(levelsOf("cross")?.map(([label]) => label)).toEqual(["true × 5 or more", "A × bin 7", "missing", "not seen in training"]);
  });

  it("weighs terms by the mean magnitude of what they contributed, and counts the declarations of each level", () => {
    const [heaviest] = revenue?.scorecard ?? [];
    const given = replay.cases.map(({ assessment, outcome }) => ({
      hit: outcome?.finding === true && (outcome.domains?.includes("revenue") ?? true),
      micropoints: assessment.domains.revenue?.contributions.find(({ kind, id }) => kind === "model" && id === heaviest?.id)?.micropoints ?? 0,
    }));
    expect(heaviest?.weight).toBeCloseTo(given.reduce((sum, { micropoints }) => sum + Math.abs(micropoints), 0) / 6e8, 9);
    for (const { points, reported } of heaviest?.levels ?? []) {
      const own = given.filter(({ micropoints }) => micropoints === toMicropoints(points));
      if (reported !== undefined) expect(reported).toEqual({ count: own.length, findings: own.filter(({ hit }) => hit).length });
    }
    expect(revenue?.scorecard.map(({ weight }) => weight)).toEqual(revenue?.scorecard.map(({ weight }) => weight).sort((a, b) => b - a));
  });

  it("shows no more terms than asked for, and says how many there are", () => {
    const short = createBacktestReportOrThrow(replay, { profile, summary, terms: 2 }).domains.find(({ domain }) => domain === "revenue");
    expect([short?.scorecard.length, short?.furtherTerms]).toEqual([2, 3]);
  });
});
