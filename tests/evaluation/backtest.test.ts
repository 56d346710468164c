import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/core/issue.js";
import { success } from "../../src/core/result.js";
import { type BacktestOptions, backtest, backtestOrThrow, type PastCase } from "../../src/evaluation/backtest.js";
import { rankAssessments, rankAssessmentsOrThrow } from "../../src/evaluation/rank-assessments.js";
import { defineCatalogue } from "../../src/indicators/define-catalogue.js";
import { defineIndicator } from "../../src/indicators/indicator.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";

const catalogue = defineCatalogue("1", [
  defineIndicator({
    id: "seen",
    type: "number",
    unit: "count",
    decimals: 0,
    level: "header",
    reads: [],
    meaning: { en: "the findings known before" },
    source: "test",
    missing: "absent",
    whenItemAdded: "unaffected",
    extract: () => undefined,
  }),
]);

/** A profile that gives so many points once a finding is known. */
function profileWith(points: number) {
  return compileProfileOrThrow(
    {
      schema: "consignment-risk/profile@1",
      id: "p",
      version: "1",
      title: { en: "p" },
      utcOffset: "+07:00",
      currency: "VND",
      catalogue: "1",
      channels: ["green", "red"],
      lists: {},
      derived: {},
      domains: {
        revenue: {
          title: { en: "r" },
          base: 0,
          rules: [
            {
              id: "seen",
              version: 1,
              texts: { title: { en: "seen" }, reason: { en: "a finding is known" } },
              level: "header",
              basis: { kind: "operational", reference: "test" },
              when: { op: "gte", indicator: "seen", value: 1 },
              effect: { kind: "points", points, undetermined: 0 },
            },
          ],
          thresholds: { red: 3 },
        },
      },
      selection: { channel: "red" },
    },
    { catalogue },
  );
}

const day = (number: number) => `2026-01-${String(number).padStart(2, "0")}T00:00:00Z`;
const old = profileWith(3);
const current = profileWith(7);

const past: readonly PastCase<null>[] = [
  { id: "e", asOf: day(5), source: null, outcome: { finding: false }, outcomeKnownAt: day(5) },
  { id: "a", asOf: day(1), source: null, outcome: { finding: true }, outcomeKnownAt: day(3) },
  { id: "b", asOf: day(2), source: null, outcome: { finding: true }, outcomeKnownAt: day(9) },
  { id: "c", asOf: day(3), source: null },
  { id: "d", asOf: day(4), source: null, outcome: { finding: true, domains: ["revenue"] }, outcomeKnownAt: day(4) },
];

/** Replays with a history that is no more than a count of the findings learned. */
function run(given: Partial<BacktestOptions<null>> = {}, cases: readonly PastCase<null>[] = past) {
  const told: string[] = [];
  let seen = 0;
  const result = backtest(cases, {
    profileAt: (asOf) => (asOf < day(4) ? old : current),
    factsOf: ({ id, asOf }) => success({ id, asOf, header: { seen }, items: [] }),
    observe: ({ id }) => told.push(`observe ${id}`),
    learn: ({ id, outcome }) => {
      told.push(`learn ${id}`);
      if (outcome?.finding === true) seen += 1;
    },
    ...given,
  });
  return { result, told };
}

describe("backtest", () => {
  it("replays in order of time, and learns no outcome before it became known", () => {
    expect(run().told).toEqual(["observe a", "observe b", "learn a", "observe c", "observe d", "learn d", "observe e"]);
  });

  it("learns an outcome of the same moment after its own case, and does not hold up others", () => {
    const at = (id: string, asOf: number, known: number): PastCase<null> => ({
      id,
      asOf: day(asOf),
      source: null,
      outcome: { finding: true },
      outcomeKnownAt: day(known),
    });
    expect(run({}, [at("z", 1, 2), at("b", 2, 2), at("c", 2, 2)]).told).toEqual(["observe z", "learn z", "observe b", "learn b", "observe c"]);
  });

  it("assesses each case with what was known and the profile in use then", () => {
    const { result } = run();
    const scores = result.ok ? result.value.cases.map(({ assessment }) => [assessment.id, assessment.domains.revenue?.micropoints]) : [];
    expect(scores).toEqual([
      ["a", 0],
      ["b", 0],
      ["c", 3_000_000],
      ["d", 7_000_000],
      ["e", 7_000_000],
    ]);
  });

  it("does not depend on the order in which the cases come", () => {
    expect(run({}, [...past].reverse()).result).toEqual(run().result);
  });

  it("learns only of what is inspected, and says which that is", () => {
    const { result, told } = run({ inspects: ({ id }) => id === "d" });
    expect(told.filter((line) => line.startsWith("learn"))).toEqual(["learn d"]);
    expect(result.ok && result.value.cases.map(({ inspected, outcome }) => [inspected, outcome?.finding])).toEqual([
      [false, true],
      [false, true],
      [false, undefined],
      [true, true],
      [false, false],
    ]);
  });

  it("reports from a moment on, but replays what is earlier", () => {
    const { result } = run({ from: day(4) });
    expect(result.ok && result.value.cases.map(({ assessment }) => [assessment.id, assessment.channel])).toEqual([
      ["d", "red"],
      ["e", "red"],
    ]);
  });

  it("reports a case that cannot be assessed, and goes on", () => {
    const factsOf: BacktestOptions<null>["factsOf"] = ({ id, asOf }) =>
      success({ id, asOf, header: {}, items: [], ...(id === "b" ? { currency: "EUR" } : {}) });
    const { result } = run({ factsOf });
    expect(result.ok && result.value.refused.map(({ id, issues }) => [id, issues[0].code])).toEqual([["b", "money.currency"]]);
    expect(result.ok && result.value.cases).toHaveLength(4);
  });

  it.each([
    [[{ id: "a", asOf: "yesterday", source: null }], {}, ["[0].asOf"]],
    [[{ id: "a", asOf: day(2), source: null, outcomeKnownAt: "later" }], {}, ["[0].outcomeKnownAt"]],
    [[past[0], past[0]], {}, ["[1].id"]],
    [[{ id: "a", asOf: day(2), source: null, outcome: { finding: true } }], {}, ["[0].outcomeKnownAt"]],
    [[{ id: "a", asOf: day(2), source: null, outcome: { finding: true }, outcomeKnownAt: day(1) }], {}, ["[0].outcomeKnownAt"]],
    [[], { from: "2026" }, ["from"]],
  ])("refuses %j with %j", (cases, options, paths) => {
    const { result } = run(options, cases as readonly PastCase<null>[]);
    expect(result.ok ? [] : result.issues.map((issue) => formatPath(issue.path))).toEqual(paths);
  });

  it("throws by its other door", () => {
    const options = { profileAt: () => old, factsOf: () => success({ id: "a", asOf: day(1), header: {}, items: [] }) };
    expect(() => backtestOrThrow([{ id: "a", asOf: "", source: null }], options)).toThrow("an instant");
    expect(backtestOrThrow([], options)).toEqual({ cases: [], refused: [] });
  });

  it("gives what the metrics read", () => {
    const { result } = run();
    const cases = result.ok ? result.value.cases : [];
    const ranking = rankAssessmentsOrThrow(cases, "revenue");
    expect([...ranking.scores]).toEqual([7_000_000, 7_000_000, 0, 0]);
    expect([...ranking.labels]).toEqual([1, 0, 1, 1]);
    expect(rankAssessments(cases, "wildlife").ok).toBe(false);
    expect(() => rankAssessmentsOrThrow([], "revenue")).toThrow("at least one case");
  });
});
