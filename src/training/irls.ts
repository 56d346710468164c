import { type Information, informationAt, preciseInformationAt, solveInformation } from "./information.js";
import { gradient, linearPredictor, logLikelihood, penaltyAt } from "./linear-predictor.js";
import { type Refined, refine } from "./refine.js";
import { type Separation, separatesAlong, separatesCompletely } from "./separation.js";
import type { Design } from "./standardise.js";

/** How iteratively reweighted least squares ended. */
export type IrlsOutcome =
  | { readonly kind: "maximum"; readonly refined: Refined; readonly information: Information; readonly iterations: number }
  | { readonly kind: "separated"; readonly separation: Separation }
  | { readonly kind: "stopped"; readonly iterations: number };

/** A step that moves no log-odds by more than this is followed by the refinement. */
const CLOSE = 1e-7;
/** A step below this that no longer shrinks is as good as doubles get. */
const STALLED = 1e-3;
const MAX_HALVINGS = 6;
/** Where that is not enough, the diagonal is raised by a share that grows from the least by this factor. */
const LEAST_DAMPING = 1e-16;
const MOST_DAMPING = 1e3;
const DAMPING_FACTOR = 100;
/** Iterations before a step is taken for a direction of divergence. */
const SETTLING = 4;

/** Newton's method, with step-halving and damping, for the penalised likelihood, then refinement; separation is looked for where nothing is penalised. */
export function irls(design: Design, maxIterations: number): IrlsOutcome {
  const free = design.penalty.every((value) => value === 0);
  let parameters = startingPoint(design);
  let eta = linearPredictor(design, parameters);
  let objective = logLikelihood(design, eta);
  let last = Infinity;
  let damping = 0;
  for (let iteration = 1; iteration <= maxIterations; iteration += 1) {
    const step = solveInformation(informationAt(design, eta, damping), gradient(design, eta, parameters));
    const change = linearPredictor(design, step);
    const size = largest(change);
    const move = Number.isFinite(size) ? lineSearch(design, { parameters, eta, objective }, step, change) : undefined;
    if (free && damping === 0 && size > CLOSE && move !== undefined) {
      const separation = separatesCompletely(design, move.parameters, move.eta) ?? (iteration > SETTLING ? separatesAlong(design, step, change) : undefined);
      if (separation !== undefined) return { kind: "separated", separation };
    }
    if (damping === 0 && (size <= CLOSE || (size <= STALLED && size > last / 2)))
      return finish(design, move?.parameters ?? parameters, move?.eta ?? eta, iteration);
    last = damping === 0 ? size : Infinity;
    if (move === undefined) {
      if (damping > MOST_DAMPING) return { kind: "stopped", iterations: iteration };
      damping = Math.max(damping * DAMPING_FACTOR, LEAST_DAMPING);
    } else {
      ({ parameters, eta, objective } = move);
      damping = damping > LEAST_DAMPING ? damping / DAMPING_FACTOR : 0;
    }
  }
  return { kind: "stopped", iterations: maxIterations };
}

function startingPoint({ rows, columns, weights, y }: Design): Float64Array {
  let ones = 0;
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    ones += (weights[row] as number) * (y[row] as number);
    total += weights[row] as number;
  }
  const parameters = new Float64Array(columns + 1);
  parameters[0] = Math.log(ones / (total - ones));
  return parameters;
}

interface Position {
  readonly parameters: Float64Array;
  readonly eta: Float64Array;
  readonly objective: number;
}

/** The longest of the full, half, quarter ... step that does not lower the objective beyond rounding; `undefined` if it would have to be cut short too much. */
function lineSearch(design: Design, { parameters, eta, objective }: Position, step: Float64Array, change: Float64Array): Position | undefined {
  const slack = 1e-13 * Math.abs(objective);
  for (let share = 1, halvings = 0; halvings <= MAX_HALVINGS; share /= 2, halvings += 1) {
    const nextParameters = parameters.map((value, index) => value + share * (step[index] as number));
    const nextEta = eta.map((value, row) => value + share * (change[row] as number));
    const next = logLikelihood(design, nextEta) - penaltyAt(design, nextParameters);
    if (next >= objective - slack) return { parameters: nextParameters, eta: nextEta, objective: next };
  }
  return undefined;
}

function finish(design: Design, parameters: Float64Array, eta: Float64Array, iterations: number): IrlsOutcome {
  const near = preciseInformationAt(design, eta);
  const refined = refine(design, parameters, near);
  if (refined === undefined) return { kind: "stopped", iterations };
  const information = refined.moved < 1e-11 ? near : preciseInformationAt(design, refined.eta);
  return { kind: "maximum", refined, information, iterations: iterations + refined.steps };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
