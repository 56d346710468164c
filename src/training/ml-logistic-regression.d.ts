/** The part of ml-logistic-regression 2.0.0 that is used; the package has no types. */
declare module "ml-logistic-regression" {
  import type { Matrix } from "ml-matrix";

  interface BinaryClassifier {
    /** One row. Classifier `i` maps class `i` to 0 and every other to 1. */
    readonly weights: Matrix;
  }

  export default class LogisticRegression {
    constructor(options?: { numSteps?: number; learningRate?: number });
    readonly classifiers: readonly BinaryClassifier[];
    train(x: Matrix, y: Matrix): void;
  }
}
