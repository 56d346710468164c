import { sigmoid } from "./one-hot.js";

/** A calibrated logit is `slope * logit + intercept`. */
export interface Platt {
  readonly slope: number;
  readonly intercept: number;
}

const ITERATIONS = 100;

/**
 * Platt scaling: logistic regression of labels on logits by Newton's method, on rows that the model was not fitted to.
 * `undefined` where the labels are of one class, or the logits do not separate them in the right direction.
 */
export function fitPlatt(logits: Float64Array, labels: Float64Array): Platt | undefined {
  let slope = 1;
  let intercept = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (let row = 0; row < logits.length; row += 1) {
      const x = logits[row] as number;
      const p = sigmoid(slope * x + intercept);
      const error = p - (labels[row] as number);
      const weight = p * (1 - p);
      g0 += error;
      g1 += error * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 1e-12)) return undefined;
    const d0 = (h11 * g0 - h01 * g1) / determinant;
    const d1 = (h00 * g1 - h01 * g0) / determinant;
    intercept -= d0;
    slope -= d1;
    if (Math.abs(d0) + Math.abs(d1) < 1e-12) break;
  }
  return Number.isFinite(slope) && Number.isFinite(intercept) && slope > 0 ? { slope, intercept } : undefined;
}
