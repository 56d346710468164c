import type { OneHot } from "./one-hot.js";

/** 1 / (1 + e^-x) without overflow. */
export function sigmoid(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return (x >= 0 ? 1 : e) / (1 + e);
}

/** -log(sigmoid(x)) for a finding, -log(1 - sigmoid(x)) for none, without overflow. */
export function logLossOf(x: number, label: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - label * x;
}

/**
 * The summed log loss of parameters (the intercept, then a weight per column), and its gradient in the same order; on demand also how
 * much each row curves it, p * (1 - p).
 */
export function logLossGradient(
  { rows, bounds, active, labels, offset }: OneHot,
  parameters: Float64Array,
  gradient: Float64Array,
  curvatures?: Float64Array,
): number {
  gradient.fill(0);
  let loss = 0;
  let interceptGradient = 0;
  for (let row = 0; row < rows; row += 1) {
    const start = bounds[row] as number;
    const end = bounds[row + 1] as number;
    let logit = (parameters[0] as number) + (offset[row] as number);
    for (let at = start; at < end; at += 1) logit += parameters[1 + (active[at] as number)] as number;
    const label = labels[row] as number;
    // as in sigmoid and logLossOf, with one exponential for both
    const e = Math.exp(-Math.abs(logit));
    loss += Math.max(logit, 0) + Math.log1p(e) - label * logit;
    const error = (logit >= 0 ? 1 : e) / (1 + e) - label;
    if (curvatures !== undefined) curvatures[row] = e / (1 + e) ** 2;
    interceptGradient += error;
    for (let at = start; at < end; at += 1) {
      const index = 1 + (active[at] as number);
      gradient[index] = (gradient[index] as number) + error;
    }
  }
  gradient[0] = interceptGradient;
  return loss;
}

/** The summed log loss alone. */
export function logLoss(design: OneHot, parameters: Float64Array): number {
  return logLossGradient(design, parameters, new Float64Array(parameters.length));
}

/** The parameters with no weights: the intercept is the logit of the mean label. */
export function startingPoint({ labels, columns }: OneHot): Float64Array {
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const parameters = new Float64Array(columns + 1);
  parameters[0] = Math.log(mean / (1 - mean));
  return parameters;
}
