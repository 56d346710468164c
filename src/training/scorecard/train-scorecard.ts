import { deepFreeze } from "../../core/freeze.js";
import type { Issue } from "../../core/issue.js";
import { POINTS_PER_LOGIT, toPoints } from "../../core/micropoints.js";
import { failure, orThrow, type Result, success } from "../../core/result.js";
import type { HistoryOutcome } from "../../history/event.js";
import type { Declaration } from "../../model/declaration.js";
import type { ModelDocument } from "../../profile/model-document.js";
import { buildScorecard, type Scorecard } from "./build-scorecard.js";
import { checkColumns } from "./check-columns.js";
import { allRows, type ChosenRows, distinctRows, filterRows } from "./choose-rows.js";
import { bestStrength, type CrossValidated, crossValidate } from "./cross-validate.js";
import { encodeTerms } from "./encode-term.js";
import { fitPenalised } from "./fit-penalised.js";
import { fitPlatt, type Platt } from "./fit-platt.js";
import { uniformOf } from "./fold-of.js";
import { toOneHot } from "./one-hot.js";
import { readTable } from "./read-table.js";
import { parseRecipe, type ScorecardRecipe } from "./recipe.js";
import { recipeIndicators } from "./recipe-indicators.js";
import { thresholdFor } from "./thresholds.js";
import type { TrainOptions } from "./train-options.js";
import { notConverged, poorSlice, singleClass } from "./training-issues.js";
import type { TrainingTable } from "./training-table.js";

/** A trained scorecard: parts of a profile, and how they came to be. */
export interface TrainedScorecard {
  readonly model: ModelDocument;
  /** Least points per channel, from the recipe's capacities. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly report: TrainingReport;
}

/** What to know of a training. */
export interface TrainingReport {
  /** Goods items with an outcome, and those that were fitted: each, or one per signature. */
  readonly rows: number;
  readonly fitted: number;
  /** The fitted ones with a finding. */
  readonly findings: number;
  /** Signatures left out because as many of their rows have a finding as have none. */
  readonly tied: number;
  readonly columns: number;
  /** Columns with a weight other than 0. */
  readonly used: number;
  readonly strength: number;
  readonly iterations: number;
  readonly path?: readonly CrossValidated[];
  readonly calibration?: Platt;
}

/**
 * Trains an additive scorecard as a recipe says. The same input gives the same document, byte for byte, in whatever order its
 * declarations and outcomes come. Outcomes without declarations or before them, a single class, no rows, and recipes on
 * indicators that the catalogue or the declarations do not have are issues.
 */
export function trainScorecard(
  declarations: Iterable<Declaration>,
  outcomes: Iterable<HistoryOutcome>,
  recipe: ScorecardRecipe,
  options: TrainOptions,
): Result<TrainedScorecard> {
  const parsed = parseRecipe(recipe);
  if (!parsed.ok) return parsed;
  const indicators = recipeIndicators(parsed.value, options.catalogue);
  if (!indicators.ok) return indicators;
  const table = readTable(declarations, outcomes, parsed.value, indicators.value, options);
  return table.ok ? fitTable(table.value, parsed.value, options.expertPoints !== undefined) : table;
}

/**
 * {@link trainScorecard} that throws.
 * @throws {IssueError} where {@link trainScorecard} fails
 */
export function trainScorecardOrThrow(
  declarations: Iterable<Declaration>,
  outcomes: Iterable<HistoryOutcome>,
  recipe: ScorecardRecipe,
  options: TrainOptions,
): TrainedScorecard {
  return orThrow(trainScorecard(declarations, outcomes, recipe, options));
}

function fitTable(table: TrainingTable, recipe: ScorecardRecipe, isBesideExperts: boolean): Result<TrainedScorecard> {
  const candidates = recipe.rows === "signature" ? distinctRows(table) : allRows(table);
  const isHeld = holdBack(table, recipe);
  const fitted = filterRows(candidates, (row) => !isHeld(row));
  const poor = checkClasses(fitted, "to fit") ?? checkColumns(table, fitted.rows, recipe);
  if (poor !== undefined) return failure(poor);

  const terms = encodeTerms(recipe.terms, table, fitted.rows);
  const design = toOneHot(terms, fitted, table.offsets);
  const { penalty } = recipe;
  const signatures = Array.from(fitted.rows, (row) => table.signatures[row] as string);
  const path: Result<readonly CrossValidated[]> = "path" in penalty ? crossValidate(design, signatures, penalty, recipe.seed) : success([]);
  if (!path.ok) return path;
  const strength = "path" in penalty ? bestStrength(path.value) : penalty.strength;
  const fit = fitPenalised(design, penalty.kind, strength);
  if (!fit.converged) return failure(notConverged(fit.iterations));

  const build = (platt?: Platt): Scorecard => buildScorecard({ recipe, table, terms, fitted, parameters: fit.parameters, platt, isBesideExperts });
  let scorecard = build();
  let platt: Platt | undefined;
  if (recipe.calibration !== undefined) {
    const held = filterRows(candidates, isHeld);
    platt = checkClasses(held, "to calibrate") === undefined ? calibrate(scorecard, held, table) : undefined;
    if (platt === undefined) return failure(poorSlice(held.rows.length));
    scorecard = build(platt);
  }
  return success(
    deepFreeze({
      model: scorecard.model,
      thresholds: thresholdsOf(recipe, scorecard, table),
      report: {
        rows: table.size,
        fitted: fitted.rows.length,
        findings: fitted.labels.reduce((sum, label) => sum + label, 0),
        tied: candidates.tied,
        columns: design.columns,
        used: fit.parameters.subarray(1).filter((weight) => weight !== 0).length,
        strength,
        iterations: fit.iterations,
        ...("path" in penalty ? { path: path.value } : {}),
        ...(platt === undefined ? {} : { calibration: platt }),
      },
    }),
  );
}

/** Which rows the fit does not see, so that it can be calibrated on them; all of a signature go together. */
function holdBack({ signatures }: TrainingTable, { calibration, seed }: ScorecardRecipe): (row: number) => boolean {
  if (calibration === undefined) return () => false;
  const held = new Map<string, boolean>();
  for (const signature of signatures) if (!held.has(signature)) held.set(signature, uniformOf(seed + 1, signature) < calibration.share);
  return (row) => held.get(signatures[row] as string) === true;
}

function checkClasses({ labels }: ChosenRows, purpose: string): Issue | undefined {
  return labels.includes(0) && labels.includes(1) ? undefined : singleClass(labels.length, labels.filter((label) => label === 1).length, purpose);
}

/** Platt scaling on the scorecard's own scores of the held rows. */
function calibrate(scorecard: Scorecard, { rows, labels }: ChosenRows, { offsets }: TrainingTable): Platt | undefined {
  return fitPlatt(
    Float64Array.from(rows, (row) => toPoints(scorecard.fittedMicropoints(row)) / POINTS_PER_LOGIT),
    labels,
    Float64Array.from(rows, (row) => offsets[row] as number),
  );
}

/** The thresholds of the recipe's capacities, on the scores that the rows' declarations would have had: each that of its riskiest item. */
function thresholdsOf(recipe: ScorecardRecipe, scorecard: Scorecard, table: TrainingTable): Readonly<Record<string, number>> {
  const scores: { id: string; day: number; micropoints: number }[] = [];
  for (let row = 0; row < table.size; row += 1) {
    const id = table.ids[row] as string;
    const micropoints = scorecard.micropoints(row);
    const last = scores.at(-1);
    // the items of a declaration stand together
    if (last?.id === id) last.micropoints = Math.max(last.micropoints, micropoints);
    else scores.push({ id, day: table.days[row] as number, micropoints });
  }
  return Object.fromEntries(Object.entries(recipe.thresholds).map(([channel, capacity]) => [channel, thresholdFor(capacity, scores)]));
}
