import { describe, expect, it } from "vitest";
import { POINTS_PER_LOGIT } from "../../../src/core/micropoints.js";
import { IssueError } from "../../../src/core/result.js";
import { ABSENT, type Fact } from "../../../src/indicators/fact.js";
import { type CoefficientModel, modelFromCoefficients, modelFromCoefficientsOrThrow } from "../../../src/profile/import/coefficients.js";
import type { ModelDocument } from "../../../src/profile/model-document.js";
import { termPoints } from "../../../src/profile/score-term.js";

const plain: CoefficientModel = {
  schema: "consignment-risk/coefficients@1",
  intercept: -2,
  terms: [
    { kind: "linear", indicator: "dutyRate", coefficient: 0.3, centre: 5, scale: 2, mean: 9 },
    {
      kind: "categorical",
      indicator: "originCountry",
      levels: [
        { value: "CN", coefficient: 0.8, share: 0.5 },
        { value: "KR", coefficient: -0.4, share: 0.25 },
      ],
      unseen: 0.2,
    },
  ],
};

function logOdds(model: ModelDocument, facts: Readonly<Record<string, Fact>>): number {
  return model.terms.reduce((sum, term) => sum + termPoints(term)((indicator) => facts[indicator] ?? ABSENT), model.base) / POINTS_PER_LOGIT;
}

describe("modelFromCoefficients", () => {
  it("gives the log-odds that the coefficients state, with every term centred on its training mean", () => {
    const model = modelFromCoefficientsOrThrow(plain);
    expect(model.zero).toBe("trainingMean");
    expect(model.base / POINTS_PER_LOGIT).toBeCloseTo(-2 + (0.3 * 4) / 2 + 0.5 * 0.8 - 0.25 * 0.4 + 0.25 * 0.2, 12);
    expect(logOdds(model, { dutyRate: 12, originCountry: "KR" })).toBeCloseTo(-2 + (0.3 * 7) / 2 - 0.4, 12);
    expect(logOdds(model, { dutyRate: 12, originCountry: "VN" })).toBeCloseTo(-2 + (0.3 * 7) / 2 + 0.2, 12);
    expect(logOdds(model, {})).toBeCloseTo(model.base / POINTS_PER_LOGIT, 12);
  });

  it("keeps what is stated for missing values", () => {
    const terms = [
      { kind: "linear", indicator: "dutyRate", coefficient: 0.3, mean: 9, missing: 1.5 },
      { kind: "categorical", indicator: "originCountry", levels: [{ value: "CN", coefficient: 0.8, share: 0.6 }], missing: -0.5, missingShare: 0.4 },
    ];
    const model = modelFromCoefficientsOrThrow({ ...plain, terms });
    expect(logOdds(model, {})).toBeCloseTo(-2 + 1.5 - 0.5, 12);
    expect(logOdds(model, { dutyRate: 1, originCountry: "CN" })).toBeCloseTo(-2 + 0.3 + 0.8, 12);
    expect(model.base / POINTS_PER_LOGIT).toBeCloseTo(-2 + 2.7 + 0.6 * 0.8 - 0.4 * 0.5, 12);
  });

  it("lets a missing value that is not stated take the mean of the others", () => {
    const terms = [{ kind: "categorical", indicator: "originCountry", levels: [{ value: "CN", coefficient: 0.8, share: 0.6 }], missingShare: 0.4 }];
    const model = modelFromCoefficientsOrThrow({ ...plain, terms });
    expect(model.base / POINTS_PER_LOGIT).toBeCloseTo(-2 + 0.8, 12);
    expect(logOdds(model, {})).toBeCloseTo(-2 + 0.8, 12);
  });

  it("says that the zero is stated as soon as one term states no mean", () => {
    const terms = [...plain.terms, { kind: "linear", indicator: "netMass", coefficient: 0.01 }];
    const model = modelFromCoefficientsOrThrow({ ...plain, terms });
    expect(model.zero).toBe("stated");
    expect(logOdds(model, { dutyRate: 9, originCountry: "CN", netMass: 100 })).toBeCloseTo(-2 + 0.6 + 0.8 + 1, 12);
  });

  it("gives terms their own ids, and keeps calibration and provenance", () => {
    const terms = [
      { kind: "linear", indicator: "dutyRate", coefficient: 0.3 },
      { kind: "linear", id: "dutyRateAgain", indicator: "dutyRate", coefficient: 0.1 },
    ];
    const model = modelFromCoefficientsOrThrow({ ...plain, terms, calibration: { method: "platt", expertPoints: "offset" }, provenance: "a study" });
    expect(model.terms.map((term) => term.id)).toEqual(["dutyRate", "dutyRateAgain"]);
    expect(model).toMatchObject({ calibration: { method: "platt", expertPoints: "offset" }, provenance: "a study" });
  });

  it("accepts a model of an intercept alone", () => {
    expect(modelFromCoefficientsOrThrow({ ...plain, terms: [] })).toEqual({ base: -2 * POINTS_PER_LOGIT, terms: [], zero: "trainingMean" });
  });

  const [linear, categorical] = plain.terms;
  it.each([
    ["a term that stands twice", { ...plain, terms: [linear, linear] }, "value.duplicate terms.1"],
    [
      "a level that stands twice",
      {
        ...plain,
        terms: [
          {
            ...categorical,
            levels: [
              { value: true, coefficient: 1 },
              { value: true, coefficient: 2 },
            ],
          },
        ],
      },
      "value.duplicate terms.0.levels.1",
    ],
    [
      "shares beyond 1",
      { ...plain, terms: [{ ...categorical, levels: [{ value: "CN", coefficient: 1, share: 0.7 }], missingShare: 0.4 }] },
      "value.range terms.0",
    ],
    [
      "shares below 1 with nothing stated for the rest",
      { ...plain, terms: [{ kind: "categorical", indicator: "originCountry", levels: [{ value: "CN", coefficient: 1, share: 0.7 }] }] },
      "value.range terms.0",
    ],
    ["a negative scale", { ...plain, terms: [{ ...linear, scale: -1 }] }, "value.range terms.0.scale"],
    ["a coefficient as text", { ...plain, terms: [{ ...linear, coefficient: "0.3" }] }, "value.type terms.0.coefficient"],
    ["an intercept beyond the bounds", { ...plain, intercept: -1e7 }, "value.range intercept"],
    [
      "a base beyond the bounds of points",
      { ...plain, intercept: 99_000, terms: [1, 2, 3].map((id) => ({ ...linear, id: `t${id}`, mean: 5e5 })) },
      "value.range base",
    ],
    ["a getter", Object.defineProperty({ ...plain }, "intercept", { get: () => 1, enumerable: true }), "value.notPlain intercept"],
  ])("refuses %s with the path", (_, json, expected) => {
    const result = modelFromCoefficients(json);
    expect(result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path.join(".")}`)).toContain(expected);
    expect(() => modelFromCoefficientsOrThrow(json)).toThrow(IssueError);
  });
});
