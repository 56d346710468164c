import { logLossGradient, type OneHot } from "./one-hot.js";
import type { SparseFit } from "./sparse-fit.js";

const MEMORY = 10;
const MAX_ITERATIONS = 500;
/** Relative to the gradient's size at the start. */
const GRADIENT_TOLERANCE = 1e-7;

/**
 * Minimises the summed log loss + 1/2 * strength * |w|^2 by L-BFGS from zero (Nocedal and Wright, Numerical Optimization,
 * algorithms 7.4 and 7.5, with backtracking on the Armijo condition; the problem is strictly convex in the weights).
 */
export function fitL2(design: OneHot, strength: number): SparseFit {
  const size = design.columns + 1;
  let parameters: Float64Array = new Float64Array(size);
  parameters[0] = meanLogit(design.labels);
  let gradient: Float64Array = new Float64Array(size);
  let value = objective(design, parameters, gradient, strength);
  const start = norm(gradient);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    if (norm(gradient) <= GRADIENT_TOLERANCE * Math.max(start, 1)) return result(parameters, iteration - 1, true);
    const direction = descentDirection(gradient, steps, changes);
    const slope = dot(gradient, direction);
    let rate = iteration === 1 ? Math.min(1, 1 / norm(gradient)) : 1;
    let next: Float64Array = move(parameters, direction, rate);
    let nextGradient: Float64Array = new Float64Array(size);
    let nextValue = objective(design, next, nextGradient, strength);
    while (nextValue > value + 1e-4 * rate * slope && rate > 1e-12) {
      rate /= 2;
      next = move(parameters, direction, rate);
      nextGradient = new Float64Array(size);
      nextValue = objective(design, next, nextGradient, strength);
    }
    // no further decrease is possible in doubles: this is the minimum
    if (nextValue >= value) return result(parameters, iteration, norm(gradient) <= 1e-4 * Math.max(start, 1));
    const step = subtract(next, parameters);
    const change = subtract(nextGradient, gradient);
    if (dot(step, change) > 0) {
      steps.push(step);
      changes.push(change);
      if (steps.length > MEMORY) {
        steps.shift();
        changes.shift();
      }
    }
    parameters = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return result(parameters, MAX_ITERATIONS, false);
}

function result(parameters: Float64Array, iterations: number, converged: boolean): SparseFit {
  return { intercept: parameters[0] ?? 0, weights: parameters.slice(1), iterations, converged };
}

/** The logit of the mean label; the labels hold both classes. */
export function meanLogit(labels: Float64Array): number {
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return Math.log(mean / (1 - mean));
}

function objective(design: OneHot, parameters: Float64Array, gradient: Float64Array, strength: number): number {
  let value = logLossGradient(design, parameters, gradient);
  for (let index = 1; index < parameters.length; index += 1) {
    const weight = parameters[index] as number;
    value += 0.5 * strength * weight * weight;
    gradient[index] = (gradient[index] as number) + strength * weight;
  }
  return value;
}

/** The two-loop recursion: minus the approximate inverse Hessian times the gradient. */
function descentDirection(gradient: Float64Array, steps: readonly Float64Array[], changes: readonly Float64Array[]): Float64Array {
  const direction = gradient.slice();
  const alphas: number[] = [];
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index] as Float64Array;
    const change = changes[index] as Float64Array;
    const alpha = dot(step, direction) / dot(step, change);
    alphas[index] = alpha;
    addScaled(direction, change, -alpha);
  }
  const lastStep = steps.at(-1);
  const lastChange = changes.at(-1);
  if (lastStep !== undefined && lastChange !== undefined) scale(direction, dot(lastStep, lastChange) / dot(lastChange, lastChange));
  for (const [index, step] of steps.entries()) {
    const change = changes[index] as Float64Array;
    const beta = dot(change, direction) / dot(step, change);
    addScaled(direction, step, (alphas[index] as number) - beta);
  }
  scale(direction, -1);
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

function scale(a: Float64Array, factor: number): void {
  for (let index = 0; index < a.length; index += 1) a[index] = (a[index] as number) * factor;
}

function addScaled(a: Float64Array, b: Float64Array, factor: number): void {
  for (let index = 0; index < a.length; index += 1) a[index] = (a[index] as number) + factor * (b[index] as number);
}

function move(from: Float64Array, direction: Float64Array, rate: number): Float64Array {
  return from.map((value, index) => value + rate * (direction[index] as number));
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - (b[index] as number));
}
