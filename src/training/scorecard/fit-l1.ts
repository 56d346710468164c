import { meanLogit } from "./fit-l2.js";
import { logLossGradient, type OneHot } from "./one-hot.js";
import type { SparseFit } from "./sparse-fit.js";

const MAX_ITERATIONS = 3_000;
const TOLERANCE = 1e-9;

/**
 * Minimises the summed log loss + strength * |w|_1 by accelerated proximal gradient with backtracking and restarts
 * (FISTA, Beck and Teboulle 2009; restart after O'Donoghue and Candes 2015). Weights that do not pay for themselves are 0.
 */
export function fitL1(design: OneHot, strength: number): SparseFit {
  const size = design.columns + 1;
  let parameters: Float64Array = new Float64Array(size);
  parameters[0] = meanLogit(design.labels);
  let probe: Float64Array = parameters.slice();
  let momentum = 1;
  // the curvature of the intercept alone is at most rows / 4; it grows below until it bounds the loss
  let curvature = Math.max(design.rows / 4, 1);
  const gradient = new Float64Array(size);
  const scratch = new Float64Array(size);
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    const value = logLossGradient(design, probe, gradient);
    let next: Float64Array = shrink(probe, gradient, curvature, strength);
    while (logLossGradient(design, next, scratch) > bound(value, probe, next, gradient, curvature)) {
      curvature *= 2;
      next = shrink(probe, gradient, curvature, strength);
    }
    const moved = distance(next, parameters);
    const turned = next.reduce((sum, after, index) => sum + ((probe[index] as number) - after) * (after - (parameters[index] as number)), 0) > 0;
    const nextMomentum = turned ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = turned ? 0 : (momentum - 1) / nextMomentum;
    const before = parameters;
    probe = next.map((after, index) => after + push * (after - (before[index] as number)));
    parameters = next;
    momentum = nextMomentum;
    if (moved <= TOLERANCE * (1 + distance(parameters, new Float64Array(size))))
      return { intercept: parameters[0] ?? 0, weights: parameters.slice(1), iterations: iteration, converged: true };
  }
  return { intercept: parameters[0] ?? 0, weights: parameters.slice(1), iterations: MAX_ITERATIONS, converged: false };
}

/** One proximal step: down the gradient, then towards 0 by the penalty; the intercept goes free. */
function shrink(from: Float64Array, gradient: Float64Array, curvature: number, strength: number): Float64Array {
  return from.map((value, index) => {
    const moved = value - (gradient[index] as number) / curvature;
    if (index === 0) return moved;
    return Math.sign(moved) * Math.max(Math.abs(moved) - strength / curvature, 0);
  });
}

/** The quadratic bound on the loss at `next` that a large enough curvature guarantees. */
function bound(value: number, probe: Float64Array, next: Float64Array, gradient: Float64Array, curvature: number): number {
  let sum = value;
  for (let index = 0; index < probe.length; index += 1) {
    const difference = (next[index] as number) - (probe[index] as number);
    sum += (gradient[index] as number) * difference + 0.5 * curvature * difference * difference;
  }
  return sum * (1 + 1e-14);
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(a.reduce((sum, value, index) => sum + (value - (b[index] as number)) ** 2, 0));
}
