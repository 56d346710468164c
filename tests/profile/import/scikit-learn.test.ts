import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { POINTS_PER_LOGIT, toMicropoints } from "../../../src/core/micropoints.js";
import { IssueError } from "../../../src/core/result.js";
import { ABSENT, type Fact } from "../../../src/indicators/fact.js";
import { modelFromScikitLearn, modelFromScikitLearnOrThrow, type ScikitLearnModel } from "../../../src/profile/import/scikit-learn.js";
import type { ModelDocument } from "../../../src/profile/model-document.js";
import { termMicropoints, termPoints } from "../../../src/profile/score-term.js";

interface Fixture {
  readonly document: ScikitLearnModel;
  readonly meanDecisionFunction: number;
  readonly expected: readonly { readonly facts: Readonly<Record<string, Fact>>; readonly decisionFunction: number }[];
}

const fixture = JSON.parse(readFileSync(new URL("scikit-learn.json", import.meta.url), "utf8")) as Fixture;

function logOdds(model: ModelDocument, facts: Readonly<Record<string, Fact>>): number {
  const read = (indicator: string): Fact => facts[indicator] ?? ABSENT;
  return model.terms.reduce((sum, term) => sum + termPoints(term)(read), model.base) / POINTS_PER_LOGIT;
}

const small: ScikitLearnModel = {
  schema: "consignment-risk/scikit-learn@1",
  intercept: -1,
  coefficients: [0.5, 2, -1],
  numeric: ["dutyRate"],
  categorical: ["originCountry"],
  categories: [["CN", "KR"]],
};

/** Code and path of each issue. */
function issuesOf(json: unknown, options = {}): readonly string[] {
  const result = modelFromScikitLearn(json, options);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path.join(".")}`);
}

describe("modelFromScikitLearn", () => {
  const model = modelFromScikitLearnOrThrow(fixture.document, { provenance: "synthetic" });

  it("reproduces decision_function to 1e-9 before rounding, unseen categories included", () => {
    expect(fixture.expected.length).toBeGreaterThanOrEqual(9);
    for (const { facts, decisionFunction } of fixture.expected) expect(Math.abs(logOdds(model, facts) - decisionFunction)).toBeLessThan(1e-9);
  });

  it("agrees in integers to half a micropoint per term and one for the base", () => {
    for (const { facts, decisionFunction } of fixture.expected) {
      const read = (indicator: string): Fact => facts[indicator] ?? ABSENT;
      const sum = model.terms.reduce((total, term) => total + termMicropoints(term)(read), toMicropoints(model.base));
      expect(Math.abs(sum - decisionFunction * POINTS_PER_LOGIT * 1e6)).toBeLessThanOrEqual(0.5 * (model.terms.length + 1) + 1e-6);
    }
  });

  it("moves the means into the base, which is then the mean decision of the training rows", () => {
    expect(model.zero).toBe("trainingMean");
    expect(model.base / POINTS_PER_LOGIT).toBeCloseTo(fixture.meanDecisionFunction, 10);
    const origin = model.terms.find((term) => term.id === "originCountry");
    const shares = fixture.document.shares?.[0] ?? [];
    expect(origin?.kind === "categorical" && origin.levels.reduce((sum, level, index) => sum + level.points * (shares[index] ?? 0), 0)).toBeCloseTo(0, 12);
    expect(model.provenance).toBe("synthetic");
    expect(Object.isFrozen(model.terms)).toBe(true);
  });

  it("says that the zero is stated where shares or a scaler are not, with the same log-odds", () => {
    const { shares: _, ...withoutShares } = fixture.document;
    const stated = modelFromScikitLearnOrThrow(withoutShares);
    expect(stated.zero).toBe("stated");
    expect(stated.base / POINTS_PER_LOGIT).toBeCloseTo(fixture.document.intercept, 12);
    for (const { facts, decisionFunction } of fixture.expected) expect(logOdds(stated, facts)).toBeCloseTo(decisionFunction, 9);
    expect(logOdds(modelFromScikitLearnOrThrow({ ...small, shares: [[0.5, 0.5]] }), { dutyRate: 4, originCountry: "KR" })).toBeCloseTo(-1 + 0.5 * 4 - 1, 12);
    expect(modelFromScikitLearnOrThrow({ ...small, shares: [[0.5, 0.5]] }).zero).toBe("stated");
  });

  it("gives a missing fact the term's zero, and an unseen value too unless the encoder ignored it", () => {
    const centred: ScikitLearnModel = { ...small, scaler: { mean: [8], scale: [2] }, shares: [[0.75, 0.25]] };
    const mean = 0.75 * 2 - 0.25;
    expect(logOdds(modelFromScikitLearnOrThrow(centred), {})).toBeCloseTo(-1 + mean, 12);
    expect(logOdds(modelFromScikitLearnOrThrow(centred), { originCountry: "VN" })).toBeCloseTo(-1 + mean, 12);
    expect(logOdds(modelFromScikitLearnOrThrow({ ...centred, handleUnknown: "ignore" }), { originCountry: "VN" })).toBeCloseTo(-1, 12);
  });

  it("reads a dropped category as coefficient 0 and null as the missing value", () => {
    const dropped = modelFromScikitLearnOrThrow({ ...small, categories: [["CN", "JP", "KR"]], dropped: [1] });
    expect(["CN", "JP", "KR"].map((originCountry) => logOdds(dropped, { dutyRate: 0, originCountry }))).toEqual(
      [1, -1, -2].map((value) => expect.closeTo(value, 12)),
    );
    const missing = modelFromScikitLearnOrThrow({ ...small, categories: [["CN", null]], shares: [[0.75, 0.25]] });
    expect(logOdds(missing, { dutyRate: 0, originCountry: "CN" })).toBeCloseTo(1, 12);
    expect(logOdds(missing, { dutyRate: 0 })).toBeCloseTo(-2, 12);
    expect(missing.base / POINTS_PER_LOGIT).toBeCloseTo(-1 + 1.5 - 0.25, 12);
  });

  it("takes the indicators and the calibration from the options", () => {
    const renamed = modelFromScikitLearnOrThrow(
      { ...small, numeric: ["duty rate"] },
      { indicators: { "duty rate": "dutyRate" }, calibration: { method: "maximumLikelihood", expertPoints: "none" } },
    );
    expect(renamed.terms[0]).toMatchObject({ id: "dutyRate", indicator: "dutyRate" });
    expect(renamed.calibration).toEqual({ method: "maximumLikelihood", expertPoints: "none" });
  });

  it.each([
    ["a coefficient too few", { ...small, coefficients: [0.5, 2] }, "value.invalid coefficients"],
    ["a scaler of another length", { ...small, scaler: { mean: [1, 2], scale: [1] } }, "value.invalid scaler.mean"],
    ["a scale of 0", { ...small, scaler: { mean: [1], scale: [0] } }, "value.range scaler.scale.0"],
    ["a category as a number", { ...small, categories: [["CN", 4]] }, "value.type categories.0.1"],
    ["a category that stands twice", { ...small, categories: [["CN", "CN"]] }, "value.duplicate categories.0.1"],
    ["a category that stands twice after null", { ...small, coefficients: [1, 1, 1, 1], categories: [[null, "CN", "CN"]] }, "value.duplicate categories.0.2"],
    ["null twice", { ...small, categories: [[null, null]] }, "value.duplicate categories.0.1"],
    ["a column that stands twice", { ...small, categorical: ["dutyRate"] }, "value.duplicate categorical.0"],
    ["shares of too many rows", { ...small, shares: [[0.5, 0.6]] }, "value.range categorical.0"],
    ["shares of another length", { ...small, shares: [[1]] }, "value.invalid shares.0"],
    ["a dropped index that does not exist", { ...small, coefficients: [0.5, 2], dropped: [2] }, "value.range dropped.0"],
    ["a name that is no indicator", { ...small, numeric: ["duty rate"] }, "value.invalid numeric.0"],
    ["a coefficient beyond the bounds", { ...small, coefficients: [0.5, 2, 1e9] }, "value.range coefficients.2"],
    ["another schema", { ...small, schema: "other" }, "value.invalid schema"],
    ["grouped infrequent categories", { ...small, handleUnknown: "infrequent_if_exist" }, "value.invalid handleUnknown"],
    ["an unknown key", { ...small, classes: [0, 1] }, "value.unknownKey classes"],
    ["a coefficient that is not finite", { ...small, coefficients: [Number.NaN, 2, 1] }, "value.range coefficients.0"],
    ["null", null, "value.type "],
  ])("refuses %s with the path", (_, json, expected) => {
    expect(issuesOf(json)).toContain(expected);
    expect(() => modelFromScikitLearnOrThrow(json)).toThrow(IssueError);
  });
});

const python = "/usr/bin/python3";
const available = spawnSync(python, ["-c", "import sklearn"]).status === 0;

describe.skipIf(!available)("the lines of Python in the guide (skipped without scikit-learn)", () => {
  it("write the committed fixture from a fitted pipeline", () => {
    const folder = mkdtempSync(join(tmpdir(), "scikit-learn-"));
    const output = join(folder, "out.json");
    const run = spawnSync(python, [new URL("scikit-learn.py", import.meta.url).pathname, output], { encoding: "utf8" });
    expect(run.status, run.stderr).toBe(0);
    const made = JSON.parse(readFileSync(output, "utf8")) as Fixture;
    rmSync(folder, { recursive: true });
    expect(Object.keys(made.document)).toEqual(Object.keys(fixture.document));
    expect(made.document.categories).toEqual(fixture.document.categories);
    expect(made.document.coefficients).toEqual(fixture.document.coefficients.map((value) => expect.closeTo(value, 4)));
  });
});
