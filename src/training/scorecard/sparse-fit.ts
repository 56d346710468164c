/** A fitted sparse logistic model, in natural logits. */
export interface SparseFit {
  /** The intercept, then one weight per column of the design. */
  readonly parameters: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}
