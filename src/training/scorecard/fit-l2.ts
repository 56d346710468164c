import { logLossGradient, startingPoint } from "./log-loss.js";
import type { OneHot } from "./one-hot.js";
import type { SparseFit } from "./sparse-fit.js";
import { addScaled, dot, multiply, norm, plus, scale, weightedSquare } from "./vector.js";

const MEMORY = 10;
const MAX_ITERATIONS = 500;
/** The penalty makes the objective strongly convex: a gradient of `strength * tolerance` leaves every weight within about the tolerance. */
const TOLERANCE = 1e-6;
/** A decrease smaller than this share of the objective is lost in rounding. */
const ROUNDING = 1e-13;
const MIN_RATE = 1e-10;

/**
 * Minimises the summed log loss + 1/2 * strength * |w|^2, each square times its factor, the intercept free, by L-BFGS (Nocedal and
 * Wright, Numerical Optimization, algorithms 7.4 and 7.5, with backtracking on the Armijo condition). Steps are measured by about how
 * much the objective curves along each weight, since columns of few rows and of many differ widely.
 */
export function fitL2(design: OneHot, strength: number, start: Float64Array = startingPoint(design)): SparseFit {
  const scales = inverseCurvatures(design, strength);
  const tolerance = TOLERANCE * strength * design.factors.reduce((least, factor) => Math.min(least, factor), 1);
  let parameters = start;
  let gradient: Float64Array = new Float64Array(parameters.length);
  let value = objective(design, parameters, gradient, strength);
  const pairs: Pair[] = [];
  let iterations = 0;
  while (norm(gradient) > tolerance && iterations < MAX_ITERATIONS) {
    iterations += 1;
    const direction = descentDirection(gradient, pairs, scales);
    const slope = dot(gradient, direction);
    // at first every active column of a row would take the whole step
    let rate = pairs.length === 0 ? design.rows / (design.rows + design.active.length) : 1;
    let next: Float64Array;
    let nextGradient: Float64Array;
    let nextValue: number;
    do {
      next = plus(parameters, direction, rate);
      nextGradient = new Float64Array(parameters.length);
      nextValue = objective(design, next, nextGradient, strength);
      rate /= 2;
    } while (nextValue > value + 2e-4 * rate * slope + ROUNDING * value && rate > MIN_RATE);
    if (rate <= MIN_RATE) break;
    const step = plus(next, parameters, -1);
    const change = plus(nextGradient, gradient, -1);
    const curvature = dot(step, change);
    if (curvature > 0) {
      pairs.push({ step, change, curvature });
      if (pairs.length > MEMORY) pairs.shift();
    }
    parameters = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return { parameters, iterations, converged: norm(gradient) <= tolerance };
}

/** A step and the change of the gradient that it brought. */
interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  /** Their inner product. */
  readonly curvature: number;
}

function objective(design: OneHot, parameters: Float64Array, gradient: Float64Array, strength: number): number {
  let value = logLossGradient(design, parameters, gradient);
  for (let index = 1; index < parameters.length; index += 1) {
    const weight = parameters[index] as number;
    const price = strength * (design.factors[index - 1] as number);
    value += 0.5 * price * weight * weight;
    gradient[index] = (gradient[index] as number) + price * weight;
  }
  return value;
}

/** One over how much the objective curves along the intercept and each weight, at the mean label. */
function inverseCurvatures({ rows, columns, active, labels, factors }: OneHot, strength: number): Float64Array {
  const mean = labels.reduce((sum, label) => sum + label, 0) / rows;
  const counts = new Float64Array(columns + 1);
  counts[0] = rows;
  for (const column of active) counts[column + 1] = (counts[column + 1] as number) + 1;
  return counts.map((count, index) => 1 / (count * mean * (1 - mean) + (index === 0 ? 0 : strength * (factors[index - 1] as number))));
}

/** The two-loop recursion: minus the approximate inverse Hessian times the gradient. */
function descentDirection(gradient: Float64Array, pairs: readonly Pair[], scales: Float64Array): Float64Array {
  const direction = gradient.slice();
  const alphas: number[] = [];
  for (const pair of pairs.toReversed()) {
    const alpha = dot(pair.step, direction) / pair.curvature;
    alphas.unshift(alpha);
    addScaled(direction, pair.change, -alpha);
  }
  multiply(direction, scales);
  const last = pairs.at(-1);
  if (last !== undefined) scale(direction, last.curvature / weightedSquare(last.change, scales));
  for (const [index, { step, change, curvature }] of pairs.entries()) {
    addScaled(direction, step, (alphas[index] as number) - dot(change, direction) / curvature);
  }
  scale(direction, -1);
  return direction;
}
