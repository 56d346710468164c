import { fitL1 } from "./fit-l1.js";
import { fitL2 } from "./fit-l2.js";
import { fitMonotone } from "./fit-monotone.js";
import type { OneHot } from "./one-hot.js";
import type { SparseFit } from "./sparse-fit.js";

/** Fits a sparse logistic model with the intercept unpenalised and its chains kept, from given parameters on or from none. */
export function fitPenalised(design: OneHot, kind: "l2" | "l1", strength: number, start?: Float64Array): SparseFit {
  if (design.chains.length > 0) return fitMonotone(design, kind, strength, start);
  return kind === "l2" ? fitL2(design, strength, start) : fitL1(design, strength, start);
}
