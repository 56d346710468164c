import { logLossGradient, startingPoint } from "./log-loss.js";
import type { OneHot } from "./one-hot.js";
import type { SparseFit } from "./sparse-fit.js";
import { addScaled, dot, norm, plus } from "./vector.js";

const MAX_ITERATIONS = 100;
/** The penalty makes the objective strongly convex: a gradient of `strength * tolerance` leaves every weight within about the tolerance. */
const TOLERANCE = 1e-6;
/** The most of the gradient that may be left of it in the quadratic model of a step; the nearer the end the less, so that steps near it count most. */
const FORCING = 0.1;
const MAX_CONJUGATE_STEPS = 1_000;
/** A decrease smaller than this share of the objective is lost in rounding. */
const ROUNDING = 1e-13;
const MIN_RATE = 1e-10;

/**
 * Minimises the summed log loss + 1/2 * strength * |w|^2, each square times its factor, the intercept free, by Newton steps (Nocedal and
 * Wright, Numerical Optimization, algorithm 7.1, with backtracking on the Armijo condition). Each solves its equations by conjugate
 * gradients, which need no more of the second derivatives than what they make of a direction, a pass over the rows; they are measured
 * by how much the objective curves along each weight, since columns of few rows and of many differ widely.
 */
export function fitL2(design: OneHot, strength: number, start: Float64Array = startingPoint(design)): SparseFit {
  const prices = Float64Array.of(0, ...design.factors.map((factor) => strength * factor));
  const tolerance = TOLERANCE * strength * design.factors.reduce((least, factor) => Math.min(least, factor), 1);
  const curvatures = new Float64Array(design.rows);
  let parameters = start;
  let gradient = new Float64Array(start.length);
  let value = objective(design, parameters, gradient, curvatures, prices);
  let iterations = 0;
  while (norm(gradient) > tolerance && iterations < MAX_ITERATIONS) {
    iterations += 1;
    const direction = newtonDirection(design, gradient, curvatures, prices, tolerance);
    const slope = dot(gradient, direction);
    let rate = 1;
    let next: Float64Array;
    const nextGradient = new Float64Array(start.length);
    let nextValue: number;
    do {
      next = plus(parameters, direction, rate);
      nextValue = objective(design, next, nextGradient, curvatures, prices);
      rate /= 2;
    } while (nextValue > value + 2e-4 * rate * slope + ROUNDING * value && rate > MIN_RATE);
    if (rate <= MIN_RATE) break;
    parameters = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return { parameters, iterations, converged: norm(gradient) <= tolerance };
}

/** The objective, its gradient, and how much each row curves it. */
function objective(design: OneHot, parameters: Float64Array, gradient: Float64Array, curvatures: Float64Array, prices: Float64Array): number {
  let value = logLossGradient(design, parameters, gradient, curvatures);
  for (let index = 1; index < parameters.length; index += 1) {
    const weight = parameters[index] as number;
    const price = prices[index] as number;
    value += 0.5 * price * weight * weight;
    gradient[index] = (gradient[index] as number) + price * weight;
  }
  return value;
}

/** Minus the inverse of the second derivatives times the gradient, as nearly as needed: conjugate gradients (the same, algorithm 5.3). */
function newtonDirection(design: OneHot, gradient: Float64Array, curvatures: Float64Array, prices: Float64Array, tolerance: number): Float64Array {
  const scales = inverseDiagonal(design, curvatures, prices);
  const size = norm(gradient);
  const enough = Math.max(Math.min(FORCING, Math.sqrt(size / design.rows)) * size, 0.5 * tolerance);
  const direction = new Float64Array(gradient.length);
  const residual = gradient.slice();
  const image = new Float64Array(gradient.length);
  const scaled = residual.map((value, index) => value * (scales[index] as number));
  const probe = scaled.map((value) => -value);
  let product = dot(residual, scaled);
  for (let step = 0; step < MAX_CONJUGATE_STEPS && norm(residual) > enough; step += 1) {
    applyCurvature(design, probe, curvatures, prices, image);
    const length = product / dot(probe, image);
    addScaled(direction, probe, length);
    addScaled(residual, image, length);
    let nextProduct = 0;
    for (let index = 0; index < residual.length; index += 1) {
      const own = residual[index] as number;
      nextProduct += own * own * (scales[index] as number);
    }
    const turn = nextProduct / product;
    product = nextProduct;
    for (let index = 0; index < probe.length; index += 1)
      probe[index] = turn * (probe[index] as number) - (residual[index] as number) * (scales[index] as number);
  }
  return direction;
}

/** The second derivatives times a direction. */
function applyCurvature({ rows, bounds, active }: OneHot, direction: Float64Array, curvatures: Float64Array, prices: Float64Array, image: Float64Array): void {
  for (let index = 0; index < image.length; index += 1) image[index] = (prices[index] as number) * (direction[index] as number);
  let ofIntercept = 0;
  for (let row = 0; row < rows; row += 1) {
    const start = bounds[row] as number;
    const end = bounds[row + 1] as number;
    let along = direction[0] as number;
    for (let at = start; at < end; at += 1) along += direction[1 + (active[at] as number)] as number;
    along *= curvatures[row] as number;
    ofIntercept += along;
    for (let at = start; at < end; at += 1) {
      const index = 1 + (active[at] as number);
      image[index] = (image[index] as number) + along;
    }
  }
  image[0] = ofIntercept;
}

/** One over how much the objective curves along the intercept and each weight. */
function inverseDiagonal({ rows, bounds, active }: OneHot, curvatures: Float64Array, prices: Float64Array): Float64Array {
  const diagonal = prices.slice();
  for (let row = 0; row < rows; row += 1) {
    const own = curvatures[row] as number;
    diagonal[0] = (diagonal[0] as number) + own;
    for (let at = bounds[row] as number; at < (bounds[row + 1] as number); at += 1) {
      const index = 1 + (active[at] as number);
      diagonal[index] = (diagonal[index] as number) + own;
    }
  }
  return diagonal.map((value) => 1 / value);
}
