/** Learning models from outcomes: the entry point `consignment-risk/training`, the only part that loads ml-matrix and ml-logistic-regression. */
export type { FitInput, FitSolver } from "./fit-data.js";
export { fitLogistic, fitLogisticOrThrow, type LogisticFit } from "./fit-logistic.js";
