import type { Design } from "./standardise.js";

/** What a fit moves: the constant and the standardised coefficients, constant first. */
export type Parameters = Float64Array;

/** The log-odds of every row, or their change along a direction. */
export function linearPredictor({ rows, columns, z }: Pick<Design, "rows" | "columns" | "z">, parameters: Parameters): Float64Array {
  const eta = new Float64Array(rows).fill(parameters[0] as number);
  for (let column = 0; column < columns; column += 1) {
    const coefficient = parameters[column + 1] as number;
    const start = column * rows;
    if (coefficient !== 0) for (let row = 0; row < rows; row += 1) eta[row] = (eta[row] as number) + coefficient * (z[start + row] as number);
  }
  return eta;
}

/** The share of a label's probability that is still missing: 1 - p where the label is 1, p where it is 0. */
function miss(sign: number, eta: number): number {
  const tail = Math.exp(-Math.abs(eta));
  return (sign * eta > 0 ? tail : 1) / (1 + tail);
}

/** The weights of the information matrix: weight * p * (1 - p). */
export function informationWeights({ rows, weights }: Design, eta: Float64Array): Float64Array {
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const tail = Math.exp(-Math.abs(eta[row] as number));
    result[row] = ((weights[row] as number) * tail) / (1 + tail) ** 2;
  }
  return result;
}

/** The weighted log-likelihood, in units of the design's weights. */
export function logLikelihood({ rows, weights, sign }: Design, eta: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (let row = 0; row < rows; row += 1) {
    const margin = (sign[row] as number) * (eta[row] as number);
    const term = -(weights[row] as number) * (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(-margin, 0)) - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return sum;
}

/** The gradient of the penalised log-likelihood, and nothing else, in standardised units. */
export function gradient({ rows, columns, z, weights, sign, penalty }: Design, eta: Float64Array, parameters: Parameters): Float64Array {
  const residual = new Float64Array(rows);
  const result = new Float64Array(columns + 1);
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    const label = sign[row] as number;
    const value = label * (weights[row] as number) * miss(label, eta[row] as number);
    residual[row] = value;
    total += value;
  }
  result[0] = total;
  for (let column = 0; column < columns; column += 1) {
    const start = column * rows;
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum += (residual[row] as number) * (z[start + row] as number);
    result[column + 1] = sum - (penalty[column] as number) * (parameters[column + 1] as number);
  }
  return result;
}

/** The penalty at some parameters. */
export function penaltyAt({ columns, penalty }: Design, parameters: Parameters): number {
  let sum = 0;
  for (let column = 0; column < columns; column += 1) sum += (penalty[column] as number) * (parameters[column + 1] as number) ** 2;
  return sum / 2;
}
