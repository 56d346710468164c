import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.js";
import { wilsonInterval } from "../../src/core/wilson.js";
import type { Backtest, BacktestedCase } from "../../src/evaluation/backtest.js";
import { bootstrapOrThrow } from "../../src/evaluation/bootstrap.js";
import { createRankingOrThrow } from "../../src/evaluation/ranking.js";
import { rankingMetricsOrThrow, rocAuc } from "../../src/evaluation/ranking-metrics.js";
import { type SummaryOptions, summariseBacktest, summariseBacktestOrThrow } from "../../src/evaluation/summarise-backtest.js";

interface Fields {
  readonly points?: number;
  readonly calibrated?: boolean;
  readonly channel?: string;
  readonly mandatory?: string;
  readonly finding?: boolean;
  readonly domains?: readonly string[];
  readonly inspected?: boolean;
  readonly drawn?: boolean;
}

function tested(
  id: string,
  { points = 0, calibrated = true, channel = "green", mandatory, finding, domains, inspected = true, drawn = false }: Fields,
): BacktestedCase {
  const domain = {
    micropoints: points * 1e6,
    probability: 0.25,
    calibrated,
    channel,
    items: [],
    contributions: [],
    rules: {},
    ...(mandatory === undefined ? {} : { mandatory }),
  };
  const assessment: Assessment = {
    id,
    asOf: `2026-01-${id.padStart(2, "0")}T00:00:00Z`,
    channel: mandatory ?? channel,
    selection: { probability: channel === "red" ? 1 : 0.5, mechanisms: [{ kind: "random", drawn, probability: 0.5 }] },
    profile: { id: "p", version: "1", fingerprint: "f" },
    domains: { revenue: domain, security: domain },
    engine: { version: "1" },
    catalogue: { version: "1" },
    issues: [],
  };
  return { assessment, inspected, ...(finding === undefined ? {} : { outcome: { finding, ...(domains === undefined ? {} : { domains }) } }) };
}

function replayOf(...cases: readonly BacktestedCase[]): Backtest {
  return { cases, refused: [] };
}

const OPTIONS: SummaryOptions = { channels: ["green", "yellow", "red"], bootstrap: { seed: 3, replicates: 40 } };
const MIXED = replayOf(
  tested("1", { points: 9, channel: "red", finding: true, domains: ["revenue"] }),
  tested("2", { points: 5, channel: "yellow", finding: false }),
  tested("3", { points: 4, channel: "green", mandatory: "red", finding: true, domains: ["revenue"] }),
  tested("4", { points: 1, finding: false }),
);

describe("summariseBacktest", () => {
  it("ranks each domain by its own findings, with seeded intervals", () => {
    const { domains, ...whole } = summariseBacktestOrThrow(MIXED, { ...OPTIONS, at: [{ share: 0.5 }] });
    expect(whole).toMatchObject({
      declarations: 4,
      outcomes: 4,
      findings: 2,
      basis: "complete",
      period: { from: "2026-01-01T00:00:00Z", to: "2026-01-04T00:00:00Z" },
    });
    const rows = [9, 5, 4, 1].map((points, index) => ({ id: `${index + 1}`, score: points * 1e6, label: index % 2 === 0 ? 1 : 0 }));
    expect(domains[0]?.ranking).toEqual(rankingMetricsOrThrow(rows, { at: [{ share: 0.5 }] }));
    expect(domains[0]?.intervals.rocAuc).toEqual(bootstrapOrThrow(createRankingOrThrow(rows), rocAuc, OPTIONS.bootstrap));
    expect(domains[1]).toMatchObject({ domain: "security", ranking: { positiveWeight: 0, rocAuc: undefined } });
    // a top without a finding leaves more open than samples of it can show
    expect(domains[1]?.intervals.precision).toMatchObject([{ estimate: 0, ...wilsonInterval(0, 2) }]);
    expect(summariseBacktestOrThrow(MIXED, { ...OPTIONS, at: [{ share: 0.5 }] }).domains).toEqual(domains);
  });

  it("tells of every bootstrap sample", () => {
    let samples = 0;
    summariseBacktestOrThrow(MIXED, { ...OPTIONS, at: [{ share: 0.5 }], onSample: () => (samples += 1) });
    // per domain with both kinds AUC, average precision and precision: the data, then 40 samples each; security has no finding
    expect(samples).toBe(3 * 41 + 1 + 1 + 41);
  });

  it("counts channels from the highest, those of a domain by its score or its mandatory rules", () => {
    const { channels, domains } = summariseBacktestOrThrow(MIXED, OPTIONS);
    expect(channels).toEqual([
      { channel: "red", declarations: 2, outcomes: 2, findings: 2, rate: { rate: 1, ...wilsonInterval(2, 2), inspected: 2 } },
      { channel: "yellow", declarations: 1, outcomes: 1, findings: 0, rate: { rate: 0, ...wilsonInterval(0, 1), inspected: 1 } },
      { channel: "green", declarations: 1, outcomes: 1, findings: 0, rate: { rate: 0, ...wilsonInterval(0, 1), inspected: 1 } },
    ]);
    expect(domains[1]?.channels.map(({ channel, declarations, findings }) => [channel, declarations, findings])).toEqual([
      ["red", 2, 0],
      ["yellow", 1, 0],
      ["green", 1, 0],
    ]);
    const lowered = summariseBacktestOrThrow(replayOf(tested("1", { channel: "red", mandatory: "yellow", finding: true })), OPTIONS);
    expect(lowered.domains[0]?.channels[0]).toMatchObject({ channel: "red", declarations: 1 });
  });

  it("states metrics of the probability only where all of them are calibrated", () => {
    expect(summariseBacktestOrThrow(MIXED, OPTIONS).domains[0]?.probability).toMatchObject({
      calibrated: true,
      brier: (2 * 0.75 ** 2 + 2 * 0.25 ** 2) / 4,
      ece: 0.25,
    });
    const partly = replayOf(tested("1", { finding: true }), tested("2", { finding: false, calibrated: false }));
    expect(summariseBacktestOrThrow(partly, OPTIONS).domains[0]?.probability).toEqual({ calibrated: false });
  });

  it("weights outcomes by inverse selection probability where all state one and not all declarations have one", () => {
    const part = replayOf(tested("1", { points: 9, channel: "red", finding: true }), tested("2", { finding: false }), tested("3", {}), tested("4", {}));
    const summary = summariseBacktestOrThrow(part, { ...OPTIONS, selectionProbability: (id) => (id === "1" ? 1 : 1 / 3) });
    expect(summary).toMatchObject({
      basis: "weighted",
      channels: [{ rate: { rate: 1 }, naive: { biased: true } }, { rate: undefined }, { rate: { rate: 0 } }],
    });
    expect(summary.domains[0]).toMatchObject({ ranking: { totalWeight: 4, baseRate: 0.25 }, naive: { baseRate: 0.5, biased: true } });
    expect(summariseBacktestOrThrow(part, { ...OPTIONS, selectionProbability: (id) => (id === "1" ? 1 : undefined) })).toMatchObject({ basis: "naive" });
    expect(summariseBacktestOrThrow(part, OPTIONS).domains[0]).not.toHaveProperty("naive");
  });

  it("does not weight where everything was inspected anyway", () => {
    expect(summariseBacktestOrThrow(MIXED, { ...OPTIONS, selectionProbability: () => 0.5 })).toMatchObject({
      basis: "complete",
      domains: [{ ranking: { totalWeight: 4 } }, {}],
    });
  });

  it("sets what the inspected part says beside what all outcomes say, if the replay inspected a part", () => {
    const replay = replayOf(
      tested("1", { channel: "red", finding: true }),
      tested("2", { finding: true, inspected: false }),
      tested("3", { finding: false, drawn: true }),
      tested("4", { finding: false, inspected: false }),
    );
    expect(summariseBacktestOrThrow(replay, { ...OPTIONS, selectedOnly: true }).inspection).toMatchObject({
      inspected: 2,
      estimates: { population: 4, naive: { rate: 0.5, biased: true }, random: { rate: 0 }, weighted: { rate: 1 / 3 } },
      allOutcomes: { rate: 0.5, inspected: 4 },
    });
    expect(summariseBacktestOrThrow(replay, OPTIONS)).not.toHaveProperty("inspection");
  });

  it("leaves out a domain without any outcome", () => {
    const [first] = replayOf(tested("1", { finding: true })).cases;
    const other = tested("2", {});
    const only = { ...other, assessment: { ...other.assessment, domains: { wildlife: other.assessment.domains.revenue as never } } };
    expect(summariseBacktestOrThrow(replayOf(first as BacktestedCase, only), OPTIONS).domains.map(({ domain }) => domain)).toEqual(["revenue", "security"]);
  });

  it("refuses a replay without outcomes, and options that cannot be used", () => {
    const issuesOf = (replay: Backtest, options: Partial<SummaryOptions> = {}): readonly string[] => {
      const result = summariseBacktest(replay, { ...OPTIONS, ...options });
      return result.ok ? [] : result.issues.map(({ path }) => path.join("."));
    };
    expect(issuesOf(replayOf(tested("1", {})))).toEqual([""]);
    expect(issuesOf(MIXED, { at: [{ share: 2 }] })).toEqual(["at.0.share"]);
    expect(issuesOf(MIXED, { bootstrap: { seed: 0.5, replicates: 0, level: 2 } })).toEqual(["seed", "bootstrap.replicates", "bootstrap.level"]);
    expect(issuesOf(MIXED, { bootstrap: { seed: 1, level: 0.9 } })).toEqual([]);
    expect(issuesOf(MIXED, { selectionProbability: (id) => (id === "2" ? 0 : 1) })).toEqual(["selectionProbability.2"]);
    expect(() => summariseBacktestOrThrow(replayOf(), OPTIONS)).toThrow(/at least one outcome/);
  });
});
