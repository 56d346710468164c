import { describe, expect, it } from "vitest";
import { fitLogisticOrThrow } from "../../../src/training/index.js";
import { fitL1, optimalityViolation } from "../../../src/training/scorecard/fit-l1.js";
import { fitL2 } from "../../../src/training/scorecard/fit-l2.js";
import { logLossGradient } from "../../../src/training/scorecard/log-loss.js";
import type { OneHot } from "../../../src/training/scorecard/one-hot.js";
import { randomOf } from "./support.js";

/** Rows of three groups of four levels each; findings follow some of the levels, with noise. */
function designOf(rows: number, seed: number): OneHot {
  const random = randomOf(seed);
  const levels = Array.from({ length: rows }, () => [0, 1, 2].map((group) => 4 * group + Math.floor(random() * 4)));
  const logits = levels.map((row) => row.reduce((sum, level) => sum + ([0, 1.5, 0, -1][level % 4] ?? 0) * (level < 8 ? 1 : 0), -0.5));
  return {
    rows,
    columns: 12,
    bounds: Int32Array.from({ length: rows + 1 }, (_, row) => 3 * row),
    active: Int32Array.from(levels.flat()),
    labels: Float64Array.from(logits, (logit) => (random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0)),
    offset: new Float64Array(rows),
    factors: new Float64Array(12).fill(1),
    chains: [],
  };
}

function denseOf({ rows, columns, active }: OneHot): readonly (readonly number[])[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (active.subarray(3 * row, 3 * row + 3).includes(column) ? 1 : 0)),
  );
}

const STRENGTHS = [0.3, 1, 3, 10, 30];
const designs = [designOf(120, 1), designOf(400, 2)];

function gradientAt(design: OneHot, parameters: Float64Array): Float64Array {
  const gradient = new Float64Array(parameters.length);
  logLossGradient(design, parameters, gradient);
  return gradient;
}

describe("the sparse fit with an L2 penalty", () => {
  it("ends where the gradient is zero", () => {
    for (const design of designs) {
      for (const strength of STRENGTHS) {
        const { parameters, converged } = fitL2(design, strength);
        expect(converged).toBe(true);
        const gradient = gradientAt(design, parameters);
        for (const [index, slope] of gradient.entries()) {
          expect(Math.abs(slope + (index === 0 ? 0 : strength * (parameters[index] ?? 0)))).toBeLessThanOrEqual(1e-6 * strength);
        }
      }
    }
  });

  it("agrees with the dense ridge fit of the same columns", () => {
    for (const design of designs) {
      const dense = fitLogisticOrThrow({ x: denseOf(design), y: [...design.labels], l2: 3 });
      const { parameters } = fitL2(design, 3);
      expect(Math.abs((parameters[0] ?? Number.NaN) - dense.intercept)).toBeLessThan(1e-6);
      for (const [column, weight] of dense.coefficients.entries()) expect(Math.abs((parameters[column + 1] ?? Number.NaN) - weight)).toBeLessThan(1e-6);
    }
  });

  it("comes to the same weights from elsewhere", () => {
    const [design] = designs;
    if (design === undefined) throw new Error("no design");
    const elsewhere = fitL2(
      design,
      1,
      Float64Array.from({ length: 13 }, (_, index) => Math.sin(index)),
    );
    for (const [index, weight] of fitL2(design, 1).parameters.entries()) expect(Math.abs(weight - (elsewhere.parameters[index] ?? 0))).toBeLessThan(1e-6);
  });
});

describe("the sparse fit with an L1 penalty", () => {
  it("ends where the conditions of Karush, Kuhn and Tucker hold, with fewer weights the stronger it is", () => {
    for (const design of designs) {
      let most = Infinity;
      for (const strength of STRENGTHS) {
        const { parameters, converged } = fitL1(design, strength);
        expect(converged).toBe(true);
        expect(optimalityViolation(design, parameters, gradientAt(design, parameters), strength)).toBeLessThanOrEqual(1e-6 * strength);
        const used = parameters.subarray(1).filter((weight) => weight !== 0).length;
        expect(used).toBeLessThanOrEqual(most);
        most = used;
      }
      expect(most).toBeLessThan(4);
    }
  });

  it("is the intercept alone where the penalty exceeds every slope", () => {
    for (const design of designs) {
      const { parameters } = fitL1(design, 1e4);
      expect(parameters.subarray(1).every((weight) => weight === 0)).toBe(true);
      const mean = design.labels.reduce((sum, label) => sum + label, 0) / design.rows;
      expect(parameters[0]).toBeCloseTo(Math.log(mean / (1 - mean)), 9);
    }
  });

  it("leaves a weight of no rows at zero, wherever it starts", () => {
    const [design] = designs;
    if (design === undefined) throw new Error("no design");
    const wider = { ...design, columns: 13, factors: new Float64Array(13).fill(1) };
    const { parameters, converged } = fitL1(
      wider,
      1,
      Float64Array.from({ length: 14 }, () => 0.5),
    );
    expect(converged).toBe(true);
    expect(parameters[13]).toBe(0);
  });
});

describe.each([
  ["L2", fitL2, (weights: Float64Array) => weights.reduce((sum, weight) => sum + weight * weight, 0)],
  ["L1", fitL1, (weights: Float64Array) => weights.reduce((sum, weight) => sum + Math.abs(weight), 0)],
])("the norm that an %s penalty holds back", (_, fitWith, normOf) => {
  it("never rises with the penalty", () => {
    for (const design of designs) {
      const norms = STRENGTHS.map((strength) => normOf(fitWith(design, strength).parameters.subarray(1)));
      for (const [index, norm] of norms.entries()) expect(norm).toBeLessThanOrEqual((norms[index - 1] ?? Infinity) + 1e-9);
      expect(norms.at(-1)).toBeLessThan(norms[0] ?? 0);
    }
  });
});

describe("offsets", () => {
  it.each([
    ["L2", fitL2],
    ["L1", fitL1],
  ])("that all rows share change no row's logit in an %s fit", (_, fitWith) => {
    // of an L1 fit only the logits are unique: intercept and levels can trade
    const logitsOf = (design: OneHot): readonly number[] => {
      const { parameters } = fitWith(design, 3);
      return Array.from(design.offset, (offset, row) =>
        [0, 1, 2].reduce((sum, at) => sum + (parameters[1 + (design.active[3 * row + at] ?? 0)] ?? 0), offset + (parameters[0] ?? 0)),
      );
    };
    for (const design of designs) {
      const moved = logitsOf({ ...design, offset: design.offset.map(() => 2) });
      for (const [row, logit] of logitsOf(design).entries()) expect(Math.abs((moved[row] ?? 0) - logit)).toBeLessThan(1e-4);
    }
  });
});
