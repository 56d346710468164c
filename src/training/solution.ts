import type { Information } from "./information.js";

/** A solver's result in the units of the design. */
export interface Solution {
  readonly intercept: number;
  /** Per unit of `scaled`. */
  readonly slopes: Float64Array;
  /** The log-odds of the rows. */
  readonly eta: Float64Array;
  readonly information: Information;
  readonly iterations: number;
}
