import { fitSparse } from "./fit-sparse.js";
import { uniformOf } from "./fold-of.js";
import { type OneHot, predictLogits, selectRows, softplus } from "./one-hot.js";
import type { PenaltyRecipe } from "./recipe.js";
import type { TrainingRow } from "./training-row.js";

/** A strength with its mean log loss per row in cross-validation. */
export interface CrossValidated {
  readonly strength: number;
  readonly logLoss: number;
}

/** The mean log loss of each strength of a path on folds that share no signature. */
export function crossValidate(
  design: OneHot,
  rows: readonly TrainingRow[],
  penalty: Extract<PenaltyRecipe, { readonly folds: number }>,
  seed: number,
): readonly CrossValidated[] {
  const fold = rows.map((row) => Math.floor(uniformOf(seed, row.signature) * penalty.folds));
  const indices = rows.map((_, index) => index);
  const splits = Array.from({ length: penalty.folds }, (_, held) => ({
    fit: selectRows(
      design,
      indices.filter((index) => fold[index] !== held),
    ),
    test: selectRows(
      design,
      indices.filter((index) => fold[index] === held),
    ),
  }));
  return penalty.path.map((strength) => {
    const losses = splits.map(({ fit, test }) => {
      const { intercept, weights } = fitSparse(fit, penalty.kind, strength);
      return summedLogLoss(test, predictLogits(test, intercept, weights));
    });
    return { strength, logLoss: losses.reduce((sum, loss) => sum + loss, 0) / Math.max(rows.length, 1) };
  });
}

function summedLogLoss(design: OneHot, logits: Float64Array): number {
  return logits.reduce((sum, logit, row) => sum + softplus(logit) - (design.labels[row] as number) * logit, 0);
}

/** The strength with the lowest log loss; of equals the largest. */
export function bestStrength(path: readonly CrossValidated[]): number {
  return path.reduce(
    (best, candidate) => (candidate.logLoss < best.logLoss || (candidate.logLoss === best.logLoss && candidate.strength > best.strength) ? candidate : best),
    {
      strength: 0,
      logLoss: Infinity,
    },
  ).strength;
}
