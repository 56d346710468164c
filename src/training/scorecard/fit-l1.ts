import { logLossGradient, startingPoint } from "./log-loss.js";
import { type OneHot, selectColumns } from "./one-hot.js";
import type { SparseFit } from "./sparse-fit.js";

const MAX_ITERATIONS = 20_000;
/** How far the optimality conditions may be missed, as a share of the strength. */
const TOLERANCE = 1e-6;
const ROUNDING = 1e-13;

/**
 * Minimises the summed log loss + strength * |w|_1, each weight times its factor, the intercept free. Weights that do not pay for themselves are 0, so only the
 * columns that could pay are fitted, and others join them until none is left out that would.
 */
export function fitL1(design: OneHot, strength: number, start: Float64Array = startingPoint(design)): SparseFit {
  let parameters = start;
  let iterations = 0;
  const gradient = new Float64Array(start.length);
  const working = new Set<number>();
  for (;;) {
    logLossGradient(design, parameters, gradient);
    const violation = optimalityViolation(design, parameters, gradient, strength);
    const before = working.size;
    for (let column = 0; column < design.columns; column += 1) {
      if (parameters[column + 1] !== 0 || Math.abs(gradient[column + 1] as number) > strength * (design.factors[column] as number)) working.add(column);
    }
    const isSettled = violation <= TOLERANCE * strength;
    if (isSettled || iterations >= MAX_ITERATIONS || (iterations > 0 && working.size === before)) {
      return { parameters, iterations, converged: isSettled };
    }
    const columns = [...working].sort((a, b) => a - b);
    const fit = fitWorkingSet(selectColumns(design, columns), strength, gather(parameters, columns), MAX_ITERATIONS - iterations);
    iterations += fit.iterations;
    parameters = scatter(fit.parameters, columns, start.length);
  }
}

/**
 * How far parameters are from the best ones (the Karush-Kuhn-Tucker conditions): where a weight stands the loss must fall along it as
 * fast as the strength; where none stands, no faster.
 */
export function optimalityViolation({ factors }: OneHot, parameters: Float64Array, gradient: Float64Array, strength: number): number {
  let worst = Math.abs(gradient[0] as number);
  for (let index = 1; index < parameters.length; index += 1) {
    const weight = parameters[index] as number;
    const slope = gradient[index] as number;
    const price = strength * (factors[index - 1] as number);
    worst = Math.max(worst, weight === 0 ? Math.abs(slope) - price : Math.abs(slope + Math.sign(weight) * price));
  }
  return worst;
}

/**
 * Accelerated proximal gradient with backtracking and restarts (FISTA, Beck and Teboulle 2009; restart after O'Donoghue and Candes
 * 2015). Steps are measured by how many rows a column has: that, times a quarter of the most active columns of a row, bounds the
 * curvature of the loss.
 */
function fitWorkingSet(design: OneHot, strength: number, start: Float64Array, maxIterations: number): SparseFit {
  const quarters = quarterCounts(design);
  let parameters = start;
  let probe = start;
  let momentum = 1;
  let curvature = 1;
  let violation = Infinity;
  let iterations = 0;
  const gradient = new Float64Array(start.length);
  const nextGradient = new Float64Array(start.length);
  // tighter than asked for, so that the whole design agrees in spite of rounding
  while (violation > 0.5 * TOLERANCE * strength && iterations < maxIterations) {
    iterations += 1;
    const value = logLossGradient(design, probe, gradient);
    let next = shrink(design, probe, gradient, quarters, curvature, strength);
    while (logLossGradient(design, next, nextGradient) > quadraticBound(value, probe, next, gradient, quarters, curvature)) {
      curvature *= 1.5;
      next = shrink(design, probe, gradient, quarters, curvature, strength);
    }
    const turned = isTurned(probe, next, parameters, quarters);
    const nextMomentum = turned ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = turned ? 0 : (momentum - 1) / nextMomentum;
    const before = parameters;
    probe = next.map((after, index) => after + push * (after - (before[index] as number)));
    parameters = next;
    momentum = nextMomentum;
    violation = optimalityViolation(design, parameters, nextGradient, strength);
  }
  return { parameters, iterations, converged: violation <= TOLERANCE * strength };
}

/** The intercept, then the weights of some columns. */
function gather(parameters: Float64Array, columns: readonly number[]): Float64Array {
  return Float64Array.of(parameters[0] as number, ...columns.map((column) => parameters[column + 1] as number));
}

/** The weights of some columns back in their places, 0 elsewhere. */
function scatter(weights: Float64Array, columns: readonly number[], size: number): Float64Array {
  const parameters = new Float64Array(size);
  parameters[0] = weights[0] as number;
  for (const [index, column] of columns.entries()) parameters[column + 1] = weights[index + 1] as number;
  return parameters;
}

/** A quarter of the rows of every column, the intercept's first: the most that the loss can curve along it. */
function quarterCounts({ rows, columns, active }: OneHot): Float64Array {
  const quarters = new Float64Array(columns + 1);
  quarters[0] = rows / 4;
  for (const column of active) quarters[column + 1] = (quarters[column + 1] as number) + 0.25;
  return quarters;
}

/** One proximal step: down the gradient, then towards 0 by the penalty; the intercept goes free. */
function shrink({ factors }: OneHot, from: Float64Array, gradient: Float64Array, quarters: Float64Array, curvature: number, strength: number): Float64Array {
  return from.map((value, index) => {
    const divisor = curvature * (quarters[index] as number);
    // a column that no row of this fold has
    if (divisor === 0) return 0;
    const moved = value - (gradient[index] as number) / divisor;
    return index === 0 ? moved : Math.sign(moved) * Math.max(Math.abs(moved) - (strength * (factors[index - 1] as number)) / divisor, 0);
  });
}

/** The quadratic bound on the loss at `next` that a large enough curvature guarantees. */
function quadraticBound(value: number, probe: Float64Array, next: Float64Array, gradient: Float64Array, quarters: Float64Array, curvature: number): number {
  let sum = value;
  for (let index = 0; index < probe.length; index += 1) {
    const step = (next[index] as number) - (probe[index] as number);
    sum += (gradient[index] as number) * step + 0.5 * curvature * (quarters[index] as number) * step * step;
  }
  return sum + ROUNDING * value;
}

/** Whether the last step goes against the momentum. */
function isTurned(probe: Float64Array, next: Float64Array, before: Float64Array, quarters: Float64Array): boolean {
  let sum = 0;
  for (let index = 0; index < next.length; index += 1) {
    const after = next[index] as number;
    sum += (quarters[index] as number) * ((probe[index] as number) - after) * (after - (before[index] as number));
  }
  return sum > 0;
}
