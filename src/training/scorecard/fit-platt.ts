import { logLossOf, sigmoid } from "./log-loss.js";

/** A calibrated logit is `slope * logit + intercept`, and what stands beside the model. */
export interface Platt {
  readonly slope: number;
  readonly intercept: number;
}

const ITERATIONS = 100;
const MIN_RATE = 1e-9;

/**
 * Platt scaling: logistic regression of labels on logits by Newton's method with step halving, on rows that the model was not fitted
 * to. `undefined` where the labels are of one class, or the logits do not rank them in the right direction, or separate them altogether.
 */
export function fitPlatt(logits: Float64Array, labels: Uint8Array, offsets: Float64Array): Platt | undefined {
  let at: Platt = { slope: 1, intercept: 0 };
  let loss = lossOf(at, logits, labels, offsets);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const step = newtonStep(at, logits, labels, offsets);
    if (step === undefined) return undefined;
    if (Math.abs(step.slope) + Math.abs(step.intercept) < 1e-10) return at.slope > 0 ? at : undefined;
    let rate = 1;
    let next = move(at, step, rate);
    let nextLoss = lossOf(next, logits, labels, offsets);
    while (nextLoss > loss && rate > MIN_RATE) {
      rate /= 2;
      next = move(at, step, rate);
      nextLoss = lossOf(next, logits, labels, offsets);
    }
    // no step is better in doubles: this is the minimum
    if (nextLoss >= loss) return at.slope > 0 ? at : undefined;
    at = next;
    loss = nextLoss;
  }
  return undefined;
}

function move({ slope, intercept }: Platt, step: Platt, rate: number): Platt {
  return { slope: slope - rate * step.slope, intercept: intercept - rate * step.intercept };
}

function lossOf({ slope, intercept }: Platt, logits: Float64Array, labels: Uint8Array, offsets: Float64Array): number {
  return logits.reduce((sum, x, row) => sum + logLossOf(slope * x + intercept + (offsets[row] as number), labels[row] as number), 0);
}

/** The inverse Hessian times the gradient; `undefined` where the loss does not curve. */
function newtonStep({ slope, intercept }: Platt, logits: Float64Array, labels: Uint8Array, offsets: Float64Array): Platt | undefined {
  let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
  for (const [row, x] of logits.entries()) {
    const p = sigmoid(slope * x + intercept + (offsets[row] as number));
    const error = p - (labels[row] as number);
    const weight = p * (1 - p);
    g0 += error;
    g1 += error * x;
    h00 += weight;
    h01 += weight * x;
    h11 += weight * x * x;
  }
  const determinant = h00 * h11 - h01 * h01;
  if (!(determinant > 1e-12 * h00 * h11)) return undefined;
  return { slope: (h00 * g1 - h01 * g0) / determinant, intercept: (h11 * g0 - h01 * g1) / determinant };
}
