import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/core/issue.js";
import { type CompareOptions, compareAssessments, compareAssessmentsOrThrow } from "../../src/evaluation/compare-assessments.js";
import { assessmentOf } from "./assessments.js";

const channels = ["green", "yellow", "red"];
const before = [
  assessmentOf("a", { channel: "green", micropoints: 1 }),
  assessmentOf("b", { channel: "yellow", micropoints: 2 }),
  assessmentOf("c", { channel: "red", micropoints: 3 }),
  assessmentOf("gone"),
];
const after = [
  assessmentOf("new"),
  assessmentOf("c", { channel: "yellow", micropoints: 2 }),
  assessmentOf("b", { channel: "yellow", micropoints: 2 }),
  assessmentOf("a", { channel: "red", micropoints: 9 }),
];
const outcomes = new Map([
  ["a", { finding: true }],
  ["b", { finding: false }],
  ["c", { finding: true, domains: ["wildlife"] }],
]);
const precision: NonNullable<CompareOptions["precision"]> = { domain: "revenue", at: { count: 1 }, outcomes, bootstrap: { seed: 1, replicates: 50 } };

describe("compareAssessments", () => {
  it("counts the moves between channels by declaration", () => {
    expect(compareAssessmentsOrThrow(before, after, { channels })).toEqual({
      matched: 3,
      onlyBefore: ["gone"],
      onlyAfter: ["new"],
      matrix: { green: { green: 0, yellow: 0, red: 1 }, yellow: { green: 0, yellow: 1, red: 0 }, red: { green: 0, yellow: 1, red: 0 } },
      raised: 1,
      lowered: 1,
      unchanged: 1,
      rescored: 2,
      moves: [
        { id: "a", from: "green", to: "red" },
        { id: "c", from: "red", to: "yellow" },
      ],
    });
  });

  it("finds nothing between a list and itself", () => {
    const same = compareAssessmentsOrThrow(before, [...before].reverse(), { channels });
    expect([same.raised, same.lowered, same.rescored, same.unchanged]).toEqual([0, 0, 0, 4]);
  });

  it("compares the precision of a domain on declarations with an outcome", () => {
    const { precision: compared } = compareAssessmentsOrThrow(before, after, { channels, precision });
    expect(compared).toMatchObject({ cases: 3, before: 0, after: 1, difference: { estimate: 1, replicates: 50 } });
  });

  it.each([
    ["a channel not stated", before, { channels: ["green", "red"] }, ["before[1].channel", "after[1].channel", "after[2].channel"]],
    ["a declaration twice", [...before, ...before.slice(0, 1)], { channels }, ["before[4].id"]],
    ["no outcomes", before, { channels, precision: { ...precision, outcomes: new Map() } }, ["precision.outcomes"]],
    ["another domain", before, { channels, precision: { ...precision, domain: "security" } }, ["precision.outcomes"]],
    ["no cutoff", before, { channels, precision: { ...precision, at: { share: 2 } } }, ["precision.at.share"]],
    ["a score that is none", [assessmentOf("a", { micropoints: Number.NaN })], { channels, precision }, ["[0].score"]],
    ["no seed", before, { channels, precision: { ...precision, bootstrap: { seed: 0.1 } } }, ["seed"]],
  ])("refuses %s", (_, first, options, paths) => {
    const result = compareAssessments(first, after, options);
    expect(result.ok ? [] : result.issues.map((issue) => formatPath(issue.path))).toEqual(paths);
    expect(() => compareAssessmentsOrThrow(first, after, options)).toThrow();
  });
});
