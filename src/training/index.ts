/** Learning models from outcomes: the entry point `consignment-risk/training`, the only part that loads ml-matrix and ml-logistic-regression. */
export type { FitInput, FitSolver } from "./fit-data.js";
export { fitLogistic, fitLogisticOrThrow, type LogisticFit } from "./fit-logistic.js";
export { koreaRecipe } from "./recipes/korea-recipe.js";
export type { CrossValidated } from "./scorecard/cross-validate.js";
export type { Platt } from "./scorecard/fit-platt.js";
export {
  type BinnedRecipe,
  type CapacityRecipe,
  type CategoricalRecipe,
  type CrossRecipe,
  type CrossRecipePart,
  type PenaltyRecipe,
  parseRecipe,
  parseRecipeOrThrow,
  type RepeatRecipe,
  type ScorecardRecipe,
  type TermRecipe,
} from "./scorecard/recipe.js";
export { type Matrix, type MatrixColumn, type MatrixOptions, type MatrixRow, toMatrix, toMatrixOrThrow } from "./scorecard/to-matrix.js";
export type { TrainOptions } from "./scorecard/train-options.js";
export { type TrainedScorecard, type TrainingReport, trainScorecard, trainScorecardOrThrow } from "./scorecard/train-scorecard.js";
