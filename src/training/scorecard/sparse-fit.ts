/** A fitted sparse logistic model, in natural logits. */
export interface SparseFit {
  readonly intercept: number;
  /** One weight per column of the design. */
  readonly weights: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}
