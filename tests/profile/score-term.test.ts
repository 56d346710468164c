import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWith } from "../../src/core/schema.js";
import type { Fact } from "../../src/indicators/fact.js";
import { indicatorsOf, type LinearTerm, type ModelTerm, modelDocument, modelTerm } from "../../src/profile/model-document.js";
import { binOf, isItemTerm, MAX_STANDARDISED, termMicropoints, termPoints, termRange } from "../../src/profile/score-term.js";
import { expectOnly, issuesOf, valueOf } from "../support/issues.js";

const LINEAR: LinearTerm = { id: "l", kind: "linear", indicator: "x", centre: 10, scale: 4, points: 2, missing: -0.5 };
const CLAMPED: LinearTerm = { ...LINEAR, clamp: { min: 6, max: 18 } };
const BINNED: ModelTerm = { id: "b", kind: "binned", indicator: "x", edges: [0, 10, 20], points: [1, 2, 3, 4], missing: 5 };
const LEVELS: ModelTerm = {
  id: "c",
  kind: "categorical",
  indicator: "x",
  levels: [
    { value: "CN", points: 1.5 },
    { value: true, points: 0 },
    { value: "true", points: 7 },
  ],
  missing: -1,
  unseen: 2,
};
const CROSS: ModelTerm = {
  id: "k",
  kind: "cross",
  of: [{ indicator: "x" }, { indicator: "y", edges: [5] }],
  levels: [
    { at: ["CN", 0], points: 1 },
    { at: ["CN", 1], points: 2 },
    { at: [true, 0], points: 3 },
  ],
  missing: -7,
  unseen: 9,
};
const REPEAT: ModelTerm = { id: "r", kind: "repeat", inspected: "x", findings: "y", baseRate: 0.2, prior: 5, weight: 1, missing: -2 };

const pointsOf = (term: ModelTerm, x: Fact, y: Fact = { missing: "absent" }): number => termPoints(term)((indicator) => (indicator === "x" ? x : y));

describe("a linear term", () => {
  it.each<[LinearTerm, Fact, number]>([
    [LINEAR, 10, 0],
    [LINEAR, 14, 2],
    [LINEAR, 8, -1],
    [LINEAR, 1e300, 2 * MAX_STANDARDISED],
    [LINEAR, -1e300, -2 * MAX_STANDARDISED],
    [CLAMPED, 18, 4],
    [CLAMPED, 19, 4],
    [CLAMPED, 6, -2],
    [CLAMPED, 5, -2],
    [CLAMPED, 12, 1],
    [LINEAR, { missing: "absent" }, -0.5],
    [LINEAR, { missing: "notApplicable" }, -0.5],
    [LINEAR, "10", -0.5],
    [{ ...LINEAR, scale: 5e-324 }, 10, 0],
    [{ ...LINEAR, scale: 5e-324 }, 11, 2 * MAX_STANDARDISED],
  ])("%j gives %j the points %d", (term, fact, points) => {
    expect(pointsOf(term, fact)).toBe(points);
  });
});

describe("a binned term", () => {
  it("counts an edge to the bin above it", () => {
    expect([-1, 0, 9.999, 10, 19, 20, 1e9].map((x) => pointsOf(BINNED, x))).toEqual([1, 2, 2, 3, 3, 4, 4]);
    expect([pointsOf(BINNED, { missing: "failed" }), pointsOf(BINNED, "1")]).toEqual([5, 5]);
  });

  it("has the bin that counting edges gives", () => {
    const edges = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { maxLength: 12 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(edges, fc.integer({ min: -21, max: 21 }), (list, value) => {
        expect(binOf(value, list)).toBe(list.filter((edge) => edge <= value).length);
      }),
    );
  });
});

describe("a categorical term", () => {
  it("tells true from the code `true`, unseen from missing, and a level of 0 points from none", () => {
    expect(["CN", true, "true", "VN", false].map((fact) => pointsOf(LEVELS, fact))).toEqual([1.5, 0, 7, 2, 2]);
    expect([{ missing: "absent" as const }, { missing: "notApplicable" as const }].map((fact) => pointsOf(LEVELS, fact))).toEqual([-1, -1]);
    expect([5, ["CN"]].map((fact) => pointsOf(LEVELS, fact))).toEqual([2, 2]);
  });
});

describe("a cross", () => {
  it("takes the level of the combination, with bins for numbers", () => {
    expect([pointsOf(CROSS, "CN", 4.9), pointsOf(CROSS, "CN", 5), pointsOf(CROSS, true, 0), pointsOf(CROSS, "VN", 5), pointsOf(CROSS, true, 6)]).toEqual([
      1, 2, 3, 9, 9,
    ]);
    expect([pointsOf(CROSS, { missing: "absent" }, 1), pointsOf(CROSS, "CN"), pointsOf(CROSS, ["CN"], 1)]).toEqual([-7, -7, -7]);
  });

  it("takes a number without edges as bin 0", () => {
    const term: ModelTerm = { ...CROSS, of: [{ indicator: "x" }, { indicator: "y" }] };
    expect(pointsOf(term, "CN", 99)).toBe(1);
  });
});

describe("a repeat term", () => {
  const logit = (p: number): number => Math.log(p / (1 - p));

  it("is exactly 0 for what was never seen, and the missing points where a count is missing", () => {
    expect([pointsOf(REPEAT, 0, 0), pointsOf(REPEAT, 0, 3), pointsOf(REPEAT, -1, 0)]).toEqual([0, 0, 0]);
    expect([pointsOf(REPEAT, 3), pointsOf(REPEAT, { missing: "absent" }, 1), pointsOf(REPEAT, "3", 1)]).toEqual([-2, -2, -2]);
  });

  it("is the smoothed log-odds against the base rate", () => {
    const expected = (s: number, n: number): number => (logit((s + 5 * 0.2) / (n + 5)) - logit(0.2)) * (10 / Math.LN10);
    for (const [n, s] of [
      [1, 0],
      [1, 1],
      [4, 3],
      [100, 20],
    ] as const)
      expect(pointsOf(REPEAT, n, s)).toBeCloseTo(expected(s, n), 10);
    expect(pointsOf({ ...REPEAT, weight: 2 }, 4, 3)).toBeCloseTo(2 * expected(3, 4), 10);
    expect(pointsOf(REPEAT, 2, 9)).toBe(pointsOf(REPEAT, 2, 2));
    expect(pointsOf(REPEAT, 2, -9)).toBe(pointsOf(REPEAT, 2, 0));
    expect(pointsOf(REPEAT, 1e12, 0)).toBe(pointsOf(REPEAT, 1e9, 0));
  });
});

describe("termMicropoints", () => {
  it("rounds once, half away from zero", () => {
    expect(termMicropoints({ ...BINNED, points: [0.0000005, -0.0000005, 1, 1] })(() => -1)).toBe(1);
    expect(termMicropoints({ ...BINNED, points: [0, -0.0000005, 1, 1] })(() => 0)).toBe(-1);
    expect(
      Object.is(
        termMicropoints({ ...LINEAR, points: -1 })(() => 10),
        0,
      ),
    ).toBe(true);
  });
});

describe("termRange", () => {
  it.each<[ModelTerm, number, number]>([
    [LINEAR, -2e12, 2e12],
    [CLAMPED, -2_000_000, 4_000_000],
    [{ ...CLAMPED, missing: -9 }, -9_000_000, 4_000_000],
    [{ ...CLAMPED, points: -2 }, -4_000_000, 2_000_000],
    [BINNED, 1_000_000, 5_000_000],
    [{ ...BINNED, missing: 0.5 } as ModelTerm, 500_000, 4_000_000],
    [LEVELS, -1_000_000, 7_000_000],
    [{ ...LEVELS, unseen: 8 } as ModelTerm, -1_000_000, 8_000_000],
    [CROSS, -7_000_000, 9_000_000],
  ])("spans what the term can contribute (%#)", (term, min, max) => {
    expect(termRange(term)).toEqual({ min, max });
  });

  it("spans what a repeat term can contribute", () => {
    const { min, max } = termRange(REPEAT);
    const value = (n: number, s: number): number => Math.round(pointsOf(REPEAT, n, s) * 1e6);
    expect([min, max]).toEqual([value(1e9, 0), value(1e9, 1e9)]);
    expect(termRange({ ...REPEAT, missing: 900 })).toEqual({ min, max: 900_000_000 });
  });
});

describe("isItemTerm and indicatorsOf", () => {
  it("find whether a term reads an item indicator", () => {
    expect([LINEAR, BINNED, LEVELS, CROSS, REPEAT].map(indicatorsOf)).toEqual([["x"], ["x"], ["x"], ["x", "y"], ["x", "y"]]);
    const level = (indicator: string): "header" | "item" | undefined => (indicator === "y" ? "item" : indicator === "x" ? "header" : undefined);
    expect([LINEAR, CROSS, REPEAT, { ...LINEAR, indicator: "z" }].map((term) => isItemTerm(term, level))).toEqual([false, true, true, false]);
  });
});

describe("the schema of model terms", () => {
  const refuse = (term: object) => issuesOf(parseWith(modelTerm, term));

  it("takes every kind", () => {
    for (const term of [LINEAR, CLAMPED, BINNED, LEVELS, CROSS, REPEAT]) expect(valueOf(parseWith(modelTerm, term))).toEqual(term);
  });

  it.each<[object, string, readonly (string | number)[], string]>([
    [{ ...LINEAR, scale: 0 }, "value.range", ["scale"], "more than 0"],
    [{ ...BINNED, edges: [1, 1], points: [1, 2, 3] }, "value.invalid", ["edges"], "edges that rise strictly"],
    [{ ...BINNED, edges: [2, 1], points: [1, 2, 3] }, "value.invalid", ["edges"], "edges that rise strictly"],
    [{ ...BINNED, edges: [], points: [1] }, "value.range", ["edges"], "at least 1"],
    [{ ...BINNED, points: [1, 2, 3] }, "value.invalid", [], "one more value in `points` than in `edges`"],
    [{ ...BINNED, points: [1, 2, 3, 4, 5] }, "value.invalid", [], "one more value"],
    [{ ...CROSS, levels: [{ at: ["CN"], points: 1 }] }, "value.invalid", [], "as many entries in each `at`"],
    [{ ...CROSS, of: [{ indicator: "x" }] }, "value.type", ["of", 1], "an object"],
    [{ ...LINEAR, points: 1e6 + 1 }, "value.range", ["points"], "at most 1000000"],
    [{ ...LINEAR, points: -1e6 - 1 }, "value.range", ["points"], "at least -1000000"],
    [{ ...LEVELS, levels: [{ value: "a", points: 1, findingRate: 1.1 }] }, "value.range", ["levels", 0, "findingRate"], "at most 1"],
    [{ ...LEVELS, levels: [{ value: "a", points: 1, count: -1 }] }, "value.range", ["levels", 0, "count"], "at least 0"],
    [{ ...REPEAT, baseRate: 0 }, "value.range", ["baseRate"], "more than 0"],
    [{ ...REPEAT, baseRate: 1 }, "value.range", ["baseRate"], "less than 1"],
    [{ ...REPEAT, prior: 0 }, "value.range", ["prior"], ""],
    [{ ...REPEAT, weight: -1 }, "value.range", ["weight"], "at least 0"],
    [{ ...LINEAR, kind: "spline" }, "value.invalid", ["kind"], "spline"],
  ])("refuses %j", (term, code, path, message) => {
    expectOnly(refuse(term), { code: code as "value.range", path, message });
  });

  it("takes a model without terms, calibrated or not", () => {
    const model = { base: -12.5, terms: [], zero: "stated" };
    expect(valueOf(parseWith(modelDocument, model))).toEqual(model);
    const calibrated = { ...model, calibration: { method: "platt", expertPoints: "offset" }, provenance: "a test" };
    expect(valueOf(parseWith(modelDocument, calibrated))).toEqual(calibrated);
  });
});
