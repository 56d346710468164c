import { fitL1 } from "./fit-l1.js";
import { fitL2 } from "./fit-l2.js";
import type { OneHot } from "./one-hot.js";
import type { SparseFit } from "./sparse-fit.js";

/** Fits a sparse logistic model with the intercept unpenalised, from given parameters on or from none. */
export function fitPenalised(design: OneHot, kind: "l2" | "l1", strength: number, start?: Float64Array): SparseFit {
  return kind === "l2" ? fitL2(design, strength, start) : fitL1(design, strength, start);
}
