import { failure, orThrow, type Result, success } from "../core/result.js";
import { type FitData, type FitInput, readFitInput, selectColumns } from "./fit-data.js";
import { dataIssue, notConverged, rankIssue, separationIssue } from "./fit-issues.js";
import { fitByGradientDescent } from "./gradient-descent.js";
import { standardError, standardErrors } from "./information.js";
import { type IrlsOutcome, irls } from "./irls.js";
import { logLikelihood } from "./linear-predictor.js";
import { dependentColumns } from "./rank.js";
import { separatingColumns } from "./separation.js";
import type { Solution } from "./solution.js";
import { type Design, standardise } from "./standardise.js";

/** A fitted logistic regression, on the raw scale of the columns, in natural log-odds. */
export interface LogisticFit {
  readonly intercept: number;
  /** One per column. */
  readonly coefficients: readonly number[];
  /** One per column: square roots of the diagonal of the inverse information matrix (with the penalty in it, where there is one). */
  readonly standardErrors: readonly number[];
  /** The standard error of the intercept. */
  readonly interceptStandardError: number;
  /** The weighted log-likelihood, without the penalty. */
  readonly logLikelihood: number;
  /** Newton steps, the last ones in higher precision; for `gradient-descent` the steps of the last run. */
  readonly iterations: number;
  /** Always true: a fit that has not settled is an issue. */
  readonly converged: true;
}

const NEWTON_ITERATIONS = 100;
const GRADIENT_ITERATIONS = 16_384;

/**
 * Fits a logistic regression with an intercept by maximum likelihood, or with `l2` by penalised likelihood. Issues: `value.*` and
 * `fit.data` for input that cannot be used, `fit.noMaximum` with the columns concerned for linear dependence and for complete and quasi-complete
 * separation, `fit.notConverged`. Never throws on bad data.
 */
export function fitLogistic(input: FitInput): Result<LogisticFit> {
  const read = readFitInput(input);
  if (!read.ok) return read;
  const data = read.value;
  const design = standardise(data);
  if (data.l2 === 0) {
    const dependent = dependentColumns(design);
    if (dependent.length > 0) return failure(rankIssue(namesOf(data, dependent)));
    const separated = separatedAlone(data, design);
    if (separated !== undefined) return separated;
  }
  const outcome = irls(design, input.solver === "gradient-descent" ? NEWTON_ITERATIONS : (input.maxIterations ?? NEWTON_ITERATIONS));
  if (outcome.kind === "separated") return failure(separationIssue(outcome.separation.kind, namesOf(data, outcome.separation.columns)));
  if (outcome.kind === "stopped") return unweightedSeparation(data) ?? failure(notConverged(outcome.iterations));
  if (input.solver !== "gradient-descent") return settleFit(data, design, toSolution(outcome));
  const descended = fitByGradientDescent(design, input.maxIterations ?? GRADIENT_ITERATIONS);
  return descended.ok ? settleFit(data, design, descended.value) : descended;
}

/**
 * {@link fitLogistic} that throws.
 * @throws {IssueError} if the data cannot be used or has no unique finite maximum
 */
export function fitLogisticOrThrow(input: FitInput): LogisticFit {
  return orThrow(fitLogistic(input));
}

function namesOf(data: FitData, columns: readonly number[]): readonly string[] {
  return columns.map((column) => data.names[column] ?? String(column));
}

/** The issues of columns that each separate the labels alone, and of what separates them once these are left out. */
function separatedAlone(data: FitData, design: Design): ReturnType<typeof failure> | undefined {
  const alone = separatingColumns(design);
  if (alone.length === 0) return undefined;
  const culprits = new Set(alone.flatMap((separation) => separation.columns));
  const rest = Array.from({ length: data.columns }, (_, column) => column).filter((column) => !culprits.has(column));
  const outcome = irls(standardise(selectColumns(data, rest)), NEWTON_ITERATIONS);
  const others = outcome.kind === "separated" ? outcome.separation.columns.map((column) => rest[column] ?? column) : [];
  const kind = [...alone, ...(outcome.kind === "separated" ? [outcome.separation] : [])].some((separation) => separation.kind === "complete")
    ? "complete"
    : "quasi";
  return failure(
    separationIssue(
      kind,
      namesOf(
        data,
        [...culprits, ...others].sort((a, b) => a - b),
      ),
    ),
  );
}

/** Separation does not depend on the weights, but very unequal ones can hide it: looked for once more without them. */
function unweightedSeparation(data: FitData): ReturnType<typeof failure> | undefined {
  if (data.l2 > 0 || data.weights.every((weight) => weight === data.weights[0])) return undefined;
  const outcome = irls(standardise({ ...data, weights: new Float64Array(data.rows).fill(1) }), NEWTON_ITERATIONS);
  return outcome.kind === "separated" ? failure(separationIssue(outcome.separation.kind, namesOf(data, outcome.separation.columns))) : undefined;
}

function toSolution({ refined, information, iterations }: Extract<IrlsOutcome, { readonly kind: "maximum" }>): Solution {
  return { intercept: refined.intercept, slopes: refined.slopes, eta: refined.eta, information, iterations };
}

/** Back to the raw scale. */
function settleFit(data: FitData, design: Design, solution: Solution): Result<LogisticFit> {
  const { information, slopes, eta } = solution;
  const perWeight = 2 ** (-design.weightExponent / 2);
  const errors = standardErrors(information);
  const rawUnit = (column: number): number => 2 ** -(design.exponent[column] as number);
  const constant = Float64Array.from({ length: information.size }, (_, at) =>
    at === 0 ? 1 : -(design.mean[at - 1] as number) / (design.spread[at - 1] as number),
  );
  const fit: LogisticFit = {
    intercept: solution.intercept + 0,
    coefficients: Array.from(slopes, (slope, column) => slope * rawUnit(column) + 0),
    standardErrors: Array.from(slopes, (_, column) => ((errors[column + 1] as number) / (design.spread[column] as number)) * rawUnit(column) * perWeight),
    interceptStandardError: standardError(information, constant) * perWeight,
    logLikelihood: logLikelihood(design, eta) * 2 ** design.weightExponent + 0,
    iterations: solution.iterations,
    converged: true,
  };
  const extreme = data.names.filter((_, column) => !Number.isFinite(fit.coefficients[column]) || !Number.isFinite(fit.standardErrors[column]));
  if (extreme.length === 0 && Number.isFinite(fit.interceptStandardError) && Number.isFinite(fit.logLikelihood)) return success(Object.freeze(fit));
  return failure(dataIssue(["x"], "coefficients within the range of doubles", "coefficients beyond it", "rescale the columns", extreme));
}
