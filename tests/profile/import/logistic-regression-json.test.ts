import LogisticRegression from "ml-logistic-regression";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { POINTS_PER_LOGIT } from "../../../src/core/micropoints.js";
import { IssueError } from "../../../src/core/result.js";
import { ABSENT, type Fact } from "../../../src/indicators/fact.js";
import {
  type LogisticRegressionOptions,
  modelFromLogisticRegressionJson,
  modelFromLogisticRegressionJsonOrThrow,
  type RegressionColumn,
} from "../../../src/profile/import/logistic-regression-json.js";
import type { ModelDocument } from "../../../src/profile/model-document.js";
import { termPoints } from "../../../src/profile/score-term.js";

const rates = [0, 5, 8, 8, 15, 20, 3, 12, 18, 6];
const origins = ["CN", "KR", "CN", "JP", "CN", "JP", "KR", "KR", "CN", "JP"];
const labels = [0, 0, 1, 0, 1, 1, 0, 1, 1, 0];
const meanRate = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;

const columns: readonly RegressionColumn[] = [
  { kind: "intercept" },
  { kind: "linear", indicator: "dutyRate", centre: 10, scale: 5, mean: meanRate },
  { kind: "level", indicator: "originCountry", value: "CN", share: 0.4 },
  { kind: "level", indicator: "originCountry", value: "KR", share: 0.3 },
];

function train(): { readonly json: unknown; readonly weights: readonly number[] } {
  const regression = new LogisticRegression({ numSteps: 500, learningRate: 0.05 });
  const row = (rate: number, index: number): number[] => [1, (rate - 10) / 5, origins[index] === "CN" ? 1 : 0, origins[index] === "KR" ? 1 : 0];
  regression.train(new Matrix(rates.map(row)), Matrix.columnVector(labels));
  return { json: JSON.parse(JSON.stringify(regression)), weights: regression.classifiers[0]?.weights.getRow(0) ?? [] };
}

function logOdds(model: ModelDocument, facts: Readonly<Record<string, Fact>>): number {
  return model.terms.reduce((sum, term) => sum + termPoints(term)((indicator) => facts[indicator] ?? ABSENT), model.base) / POINTS_PER_LOGIT;
}

describe("modelFromLogisticRegressionJson", () => {
  const { json, weights } = train();
  const [ones = 0, rate = 0, china = 0, korea = 0] = weights;

  it("reproduces the trained weights as log-odds of the label 1", () => {
    const model = modelFromLogisticRegressionJsonOrThrow(json, { columns });
    expect(rate).toBeGreaterThan(0);
    expect(logOdds(model, { dutyRate: 20, originCountry: "CN" })).toBeCloseTo(ones + 2 * rate + china, 12);
    expect(logOdds(model, { dutyRate: 5, originCountry: "KR" })).toBeCloseTo(ones - rate + korea, 12);
    expect(logOdds(model, { dutyRate: 10, originCountry: "JP" })).toBeCloseTo(ones, 12);
  });

  it("centres on the means stated, the rest of the shares counting as a value without a column", () => {
    const model = modelFromLogisticRegressionJsonOrThrow(json, { columns, provenance: "ten rows", calibration: { method: "platt", expertPoints: "none" } });
    expect(model).toMatchObject({ zero: "trainingMean", provenance: "ten rows", calibration: { method: "platt", expertPoints: "none" } });
    expect(model.base / POINTS_PER_LOGIT).toBeCloseTo(ones + (rate * (meanRate - 10)) / 5 + 0.4 * china + 0.3 * korea, 12);
    expect(logOdds(model, {})).toBeCloseTo(model.base / POINTS_PER_LOGIT, 12);
  });

  it("reads a model without a column of ones and without means", () => {
    const bare: readonly RegressionColumn[] = [{ kind: "linear", indicator: "netMass" }, { kind: "linear", indicator: "dutyRate" }, ...columns.slice(2)];
    const model = modelFromLogisticRegressionJsonOrThrow(json, { columns: bare });
    expect(model.zero).toBe("stated");
    expect(logOdds(model, { netMass: 2, dutyRate: 3, originCountry: "JP" })).toBeCloseTo(2 * ones + 3 * rate, 12);
  });

  const model = json as Readonly<Record<string, unknown>>;
  const options: LogisticRegressionOptions = { columns };
  it.each([
    ["a column too few", model, { columns: columns.slice(1) }, "value.invalid columns"],
    ["two intercepts", model, { columns: [{ kind: "intercept" }, { kind: "intercept" }, ...columns.slice(2)] }, "value.duplicate columns.1"],
    ["a level that stands twice", model, { columns: [...columns.slice(0, 3), columns[2]] }, "value.duplicate columns.3"],
    ["an indicator that stands twice", model, { columns: [...columns.slice(0, 2), columns[1], columns[3]] }, "value.duplicate columns.2"],
    ["an unknown kind of column", model, { columns: [{ kind: "bin" }, ...columns.slice(1)] }, "value.invalid columns.0.kind"],
    ["three classes", { ...model, numberClasses: 3 }, options, "import.unsupported numberClasses"],
    ["a model that was not trained", { ...model, numberClasses: 0, classifiers: [] }, options, "import.unsupported numberClasses"],
    [
      "weights that are not one row",
      {
        ...model,
        classifiers: [
          { numSteps: 1, learningRate: 1, weights: [] },
          { numSteps: 1, learningRate: 1, weights: [] },
        ],
      },
      { columns: [] },
      "value.invalid classifiers.0.weights",
    ],
    ["another kind of model", { ...model, name: "FNN" }, options, "value.invalid name"],
    ["the package's own class instead of its JSON", new LogisticRegression(), options, "value.notPlain "],
  ])("refuses %s with the path", (_, input, given, expected) => {
    const result = modelFromLogisticRegressionJson(input, given as LogisticRegressionOptions);
    expect(result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path.join(".")}`)).toContain(expected);
    expect(() => modelFromLogisticRegressionJsonOrThrow(input, given as LogisticRegressionOptions)).toThrow(IssueError);
  });
});
