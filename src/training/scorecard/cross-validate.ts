import { failure, type Result, success } from "../../core/result.js";
import { fitPenalised } from "./fit-penalised.js";
import { uniformOf } from "./fold-of.js";
import { logLoss } from "./log-loss.js";
import { type OneHot, selectRows } from "./one-hot.js";
import type { PenaltyRecipe } from "./recipe.js";
import { notConverged, poorFold } from "./training-issues.js";

/** A strength with its mean log loss per row in cross-validation. */
export interface CrossValidated {
  readonly strength: number;
  readonly logLoss: number;
}

/**
 * The mean log loss of each strength of a path on folds that share no signature, in the order of the path. Every fit starts from that
 * of the next stronger penalty. A fold without rows, or whose rest is of one class, and a fit that does not settle are issues.
 */
export function crossValidate(
  design: OneHot,
  signatures: readonly string[],
  penalty: Extract<PenaltyRecipe, { readonly folds: number }>,
  seed: number,
): Result<readonly CrossValidated[]> {
  const folds = signatures.map((signature) => Math.floor(uniformOf(seed, signature) * penalty.folds));
  const strongestFirst = [...new Set(penalty.path)].sort((a, b) => b - a);
  const losses = new Float64Array(strongestFirst.length);
  for (let held = 0; held < penalty.folds; held += 1) {
    const fitted = selectRows(
      design,
      [...folds.keys()].filter((row) => folds[row] !== held),
    );
    const tested = selectRows(
      design,
      [...folds.keys()].filter((row) => folds[row] === held),
    );
    if (tested.rows === 0 || !hasBothClasses(fitted)) return failure(poorFold(penalty.folds));
    let start: Float64Array | undefined;
    for (const [index, strength] of strongestFirst.entries()) {
      const fit = fitPenalised(fitted, penalty.kind, strength, start);
      if (!fit.converged) return failure(notConverged(fit.iterations));
      start = fit.parameters;
      losses[index] = (losses[index] as number) + logLoss(tested, fit.parameters);
    }
  }
  return success(penalty.path.map((strength) => ({ strength, logLoss: (losses[strongestFirst.indexOf(strength)] as number) / design.rows })));
}

function hasBothClasses({ labels }: OneHot): boolean {
  return labels.includes(0) && labels.includes(1);
}

/** The strength with the lowest log loss of a path that is not empty; of equals the largest. */
export function bestStrength(path: readonly CrossValidated[]): number {
  const [best] = [...path].sort((a, b) => a.logLoss - b.logLoss || b.strength - a.strength) as [CrossValidated];
  return best.strength;
}
