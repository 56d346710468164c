/// <reference path="./ml-logistic-regression.d.ts" />
import LogisticRegression from "ml-logistic-regression";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { failure, type Result, success } from "../core/result.js";
import { notConverged } from "./fit-issues.js";
import { weightedGram } from "./gram.js";
import { preciseInformationAt } from "./information.js";
import { gradient, linearPredictor } from "./linear-predictor.js";
import type { Solution } from "./solution.js";
import type { Design } from "./standardise.js";

/** The fit has settled when no component of the mean score, in standardised units, exceeds this. */
const SETTLED = 1e-6;
const FIRST_STEPS = 64;

/**
 * Fits by the gradient descent of ml-logistic-regression, with what it lacks: an intercept, standardised columns, a learning rate per row
 * (its gradient is a sum over rows) from the largest eigenvalue, and a stopping rule. The package always starts at 0, so the number of
 * steps doubles from run to run until the score has settled; slow, and of about six digits.
 */
export function fitByGradientDescent(design: Design, maxSteps: number): Result<Solution> {
  const { rows, columns, z, mean, spread } = design;
  const x = new Matrix(rows, columns + 1);
  for (let row = 0; row < rows; row += 1) {
    x.set(row, 0, 1);
    for (let column = 0; column < columns; column += 1) x.set(row, column + 1, z[column * rows + row] as number);
  }
  const y = Matrix.columnVector(design.y);
  const gram = Matrix.from1DArray(columns + 1, columns + 1, weightedGram(z, rows, columns, new Float64Array(rows).fill(1 / rows)));
  const largest = Math.max(...new EigenvalueDecomposition(gram, { assumeSymmetric: true }).realEigenvalues);
  const learningRate = 4 / largest / rows;
  for (let steps = Math.min(FIRST_STEPS, maxSteps); ; steps = Math.min(2 * steps, maxSteps)) {
    const model = new LogisticRegression({ numSteps: steps, learningRate });
    model.train(x, y);
    // Classifier 0 learns class 0 as 0 and class 1 as 1: its weights are those of the probability of 1.
    const parameters = Float64Array.from(model.classifiers[0]?.weights.getRow(0) ?? []);
    const eta = linearPredictor(design, parameters);
    if (gradient(design, eta, parameters).every((part) => Math.abs(part) <= SETTLED * rows)) {
      const slopes = Float64Array.from({ length: columns }, (_, column) => (parameters[column + 1] as number) / (spread[column] as number));
      const intercept = slopes.reduce((sum, slope, column) => sum - slope * (mean[column] as number), parameters[0] as number);
      return success({ intercept, slopes, eta, information: preciseInformationAt(design, eta), iterations: steps });
    }
    if (steps === maxSteps) return failure(notConverged(steps));
  }
}
