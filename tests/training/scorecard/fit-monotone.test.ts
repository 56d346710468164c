import { describe, expect, it } from "vitest";
import { fitL1 } from "../../../src/training/scorecard/fit-l1.js";
import { fitL2 } from "../../../src/training/scorecard/fit-l2.js";
import { fitMonotone } from "../../../src/training/scorecard/fit-monotone.js";
import { fitPenalised } from "../../../src/training/scorecard/fit-penalised.js";
import { logLoss } from "../../../src/training/scorecard/log-loss.js";
import { type Chain, type OneHot, renameColumns } from "../../../src/training/scorecard/one-hot.js";
import { randomOf } from "./support.js";

const BINS = 6;

/** Rows with a bin of six and a level of three; findings rise with the bin, by fits and starts. */
function designOf(rows: number, seed: number, direction: Chain["direction"]): OneHot {
  const random = randomOf(seed);
  const steps = Array.from({ length: BINS }, () => random() - 0.4);
  const sign = direction === "rising" ? 1 : -1;
  const cells = Array.from({ length: rows }, () => [Math.floor(random() * BINS), BINS + Math.floor(random() * 3)] as const);
  const logits = cells.map(([bin, level]) => sign * steps.slice(0, bin + 1).reduce((sum, step) => sum + step, 0) + (level - 7) * 0.5);
  return {
    rows,
    columns: BINS + 3,
    bounds: Int32Array.from({ length: rows + 1 }, (_, row) => 2 * row),
    active: Int32Array.from(cells.flat()),
    labels: Float64Array.from(logits, (logit) => (random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0)),
    offset: new Float64Array(rows),
    factors: Float64Array.from({ length: BINS + 3 }, (_, column) => (column % 2 === 0 ? 1 : 1.5)),
    chains: [{ columns: Array.from({ length: BINS }, (_, bin) => bin), direction }],
  };
}

function objectiveOf(design: OneHot, kind: "l2" | "l1", strength: number, parameters: Float64Array): number {
  const price = (weight: number, column: number): number =>
    strength * (design.factors[column] ?? 0) * (kind === "l2" ? 0.5 * weight * weight : Math.abs(weight));
  return logLoss(design, parameters) + parameters.subarray(1).reduce((sum, weight, column) => sum + price(weight, column), 0);
}

function isInOrder({ direction }: Chain, weights: Float64Array): boolean {
  const sign = direction === "rising" ? 1 : -1;
  return weights.every((weight, bin) => bin === 0 || sign * (weight - (weights[bin - 1] ?? 0)) >= -1e-9);
}

/** The lowest objective of all ways to pool neighbouring bins whose fit is in order. */
function bestByHand(design: OneHot, kind: "l2" | "l1", strength: number): number {
  let best = Infinity;
  for (let pooling = 0; pooling < 1 << (BINS - 1); pooling += 1) {
    let last = 0;
    const renamed = Int32Array.from({ length: BINS + 3 }, (_, column) => {
      if (column > 0 && !(column < BINS && (pooling >> (column - 1)) & 1)) last += 1;
      return last;
    });
    const { parameters } = (kind === "l2" ? fitL2 : fitL1)(renameColumns(design, renamed, last + 1), strength);
    const all = Float64Array.of(parameters[0] ?? 0, ...Array.from(renamed, (column) => parameters[column + 1] ?? 0));
    const [chain] = design.chains;
    if (chain !== undefined && isInOrder(chain, all.subarray(1, BINS + 1))) best = Math.min(best, objectiveOf(design, kind, strength, all));
  }
  return best;
}

describe.each(["l2", "l1"] as const)("a fit whose bins may only rise or fall, with an %s penalty", (kind) => {
  it("is in order and the best of all ways to pool neighbours", () => {
    let pooled = 0;
    for (const direction of ["rising", "falling"] as const) {
      for (let seed = 1; seed <= 12; seed += 1) {
        const design = designOf(60 + 20 * seed, seed, direction);
        const { parameters, converged } = fitPenalised(design, kind, 2);
        expect(converged).toBe(true);
        const [chain] = design.chains;
        const weights = parameters.subarray(1, BINS + 1);
        expect(chain !== undefined && isInOrder(chain, weights)).toBe(true);
        if (new Set(weights).size < BINS) pooled += 1;
        expect(objectiveOf(design, kind, 2, parameters)).toBeLessThanOrEqual(bestByHand(design, kind, 2) + 1e-6);
      }
    }
    expect(pooled).toBeGreaterThan(12);
  });

  it("comes to the same from elsewhere", () => {
    const design = designOf(200, 5, "rising");
    const elsewhere = fitMonotone(
      design,
      kind,
      2,
      Float64Array.from({ length: BINS + 4 }, (_, index) => Math.sin(5 * index)),
    );
    expect(objectiveOf(design, kind, 2, elsewhere.parameters)).toBeCloseTo(objectiveOf(design, kind, 2, fitMonotone(design, kind, 2).parameters), 6);
  });
});

describe("a fit whose bins may only rise", () => {
  it("lets the other terms take up what the pooled bins no longer say", () => {
    const design = designOf(300, 3, "falling");
    const free = fitL2({ ...design, chains: [] }, 2).parameters;
    const rising = fitMonotone({ ...design, chains: design.chains.map((chain) => ({ ...chain, direction: "rising" })) }, "l2", 2).parameters;
    const others = (parameters: Float64Array): readonly number[] => [...parameters.subarray(BINS + 1)];
    expect(others(rising)).not.toEqual(others(free));
  });

  it("does not settle where the fit under it does not", () => {
    const design = designOf(40, 2, "rising");
    expect(fitMonotone({ ...design, labels: design.labels.map((_, row) => ((design.active[2 * row] ?? 0) > 2 ? 1 : 0)) }, "l2", 1e-12).converged).toBe(false);
  });
});

describe("the factors of columns", () => {
  it("hold a weight back as a strength so many times as large would", () => {
    const design = { ...designOf(200, 4, "rising"), chains: [] };
    for (const fitWith of [fitL2, fitL1]) {
      const tripled = fitWith({ ...design, factors: design.factors.map((factor) => 3 * factor) }, 1).parameters;
      for (const [index, weight] of fitWith(design, 3).parameters.entries()) expect(tripled[index]).toBeCloseTo(weight, 5);
    }
    const one = fitL2({ ...design, factors: design.factors.map((factor, column) => (column === 2 ? 1000 : factor)) }, 1).parameters;
    expect(Math.abs(one[3] ?? 1)).toBeLessThan(0.02);
  });
});
