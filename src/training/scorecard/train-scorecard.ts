import { expectation } from "../../core/expectation.js";
import { deepFreeze } from "../../core/freeze.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { POINTS_PER_LOGIT, toMicropoints } from "../../core/micropoints.js";
import { failure, orThrow, type Result, success } from "../../core/result.js";
import type { HistoryReader } from "../../history/reader.js";
import type { Catalogue } from "../../indicators/define-catalogue.js";
import type { Declaration } from "../../model/declaration.js";
import type { ModelDocument, ModelTerm, RepeatTerm } from "../../profile/model-document.js";
import { termMicropoints } from "../../profile/score-term.js";
import { bestStrength, type CrossValidated, crossValidate } from "./cross-validate.js";
import { distinctRows } from "./distinct-rows.js";
import { encodeTerm } from "./encode-term.js";
import { fitPlatt, type Platt } from "./fit-platt.js";
import { fitSparse } from "./fit-sparse.js";
import { uniformOf } from "./fold-of.js";
import { toOneHot } from "./one-hot.js";
import type { InspectionOutcome } from "./outcome.js";
import { parseRecipe, type ScorecardRecipe } from "./recipe.js";
import type { SparseFit } from "./sparse-fit.js";
import { thresholdFor } from "./thresholds.js";
import { roundPoints, toModelTerm } from "./to-model.js";
import { recipeCatalogue, trainingRows } from "./training-facts.js";
import type { TrainingRow } from "./training-row.js";

/** What a scorecard is trained with, beyond declarations, outcomes and recipe. */
export interface TrainOptions {
  readonly catalogue: Catalogue;
  /** For recipes that read history; point-in-time, so that a declaration never sees its own outcome. */
  readonly history?: HistoryReader;
}

/** A trained scorecard: parts of a profile, and how they came to be. */
export interface TrainedScorecard {
  readonly model: ModelDocument;
  /** Least points per channel, from the recipe's capacities. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly report: TrainingReport;
}

/** What to know of a training. */
export interface TrainingReport {
  /** Rows with an outcome, and the distinct ones that were fitted. */
  readonly rows: number;
  readonly fitted: number;
  readonly findings: number;
  readonly columns: number;
  /** Columns with a weight other than 0. */
  readonly used: number;
  readonly strength: number;
  readonly iterations: number;
  readonly path?: readonly CrossValidated[];
  readonly calibration?: Platt;
}

/**
 * Trains an additive scorecard as a recipe says: the same input gives the same document, byte for byte. Outcomes without
 * declarations or before them, a single class, no rows and recipes on unknown indicators are issues.
 */
export function trainScorecard(
  declarations: Iterable<Declaration>,
  outcomes: Iterable<InspectionOutcome>,
  recipe: ScorecardRecipe,
  options: TrainOptions,
): Result<TrainedScorecard> {
  const parsed = parseRecipe(recipe);
  if (!parsed.ok) return parsed;
  const catalogue = recipeCatalogue(parsed.value, options.catalogue);
  if (!catalogue.ok) return catalogue;
  const rows = trainingRows(declarations, outcomes, parsed.value, catalogue.value, options.history);
  return rows.ok ? fitRows(rows.value, parsed.value) : rows;
}

/**
 * {@link trainScorecard} that throws.
 * @throws {IssueError} where {@link trainScorecard} fails
 */
export function trainScorecardOrThrow(
  declarations: Iterable<Declaration>,
  outcomes: Iterable<InspectionOutcome>,
  recipe: ScorecardRecipe,
  options: TrainOptions,
): TrainedScorecard {
  return orThrow(trainScorecard(declarations, outcomes, recipe, options));
}

/** Fits the rows that a recipe chooses. */
function fitRows(rows: readonly TrainingRow[], recipe: ScorecardRecipe): Result<TrainedScorecard> {
  const candidates = recipe.rows === "signature" ? distinctRows(rows) : rows;
  const { calibration } = recipe;
  const isHeld = (row: TrainingRow): boolean => calibration !== undefined && uniformOf(recipe.seed + 1, row.signature) < calibration.share;
  const fitted = candidates.filter((row) => !isHeld(row));
  const issue = checkClasses(fitted, "to fit");
  if (issue !== undefined) return failure(issue);

  // levels and bins come from the fitted rows; the held ones are encoded with them below
  const encoded = recipe.terms.map((term) => encodeTerm(term, fitted));
  const design = toOneHot(encoded, fitted);
  const path = "path" in recipe.penalty ? crossValidate(design, fitted, recipe.penalty, recipe.seed) : undefined;
  const strength = "strength" in recipe.penalty ? recipe.penalty.strength : bestStrength(path ?? []);
  const fit = fitSparse(design, recipe.penalty.kind, strength);
  if (!fit.converged) {
    return failure(
      createIssue("fit.notConverged", {
        ...expectation(["penalty"], "a fit that settles", `${fit.iterations} iterations`, "use a stronger penalty, or fewer and wider levels"),
      }),
    );
  }
  const unscaled = buildModel(recipe, encoded, design.offsets, fit, 1, 0, fitted);
  let platt: Platt | undefined;
  if (calibration !== undefined) {
    const held = candidates.filter(isHeld);
    platt = checkClasses(held, "to calibrate") === undefined ? calibrate(unscaled, held) : undefined;
    if (platt === undefined) {
      return failure(
        createIssue("fit.data", {
          ...expectation(
            ["calibration"],
            "a slice with both outcomes, ranked in the right direction",
            `${held.length} rows`,
            "hold back a larger share, or leave the calibration out",
          ),
          columns: [],
        }),
      );
    }
  }
  const model = platt === undefined ? unscaled : buildModel(recipe, encoded, design.offsets, fit, platt.slope, platt.intercept, fitted);
  const complete = withRepeat(model, recipe, fitted, platt !== undefined);
  return success(
    deepFreeze({
      model: complete,
      thresholds: thresholdsOf(recipe, complete, rows),
      report: {
        rows: rows.length,
        fitted: fitted.length,
        findings: fitted.filter((row) => row.label === 1).length,
        columns: design.columns,
        used: fit.weights.filter((weight) => weight !== 0).length,
        strength,
        iterations: fit.iterations,
        ...(path === undefined ? {} : { path }),
        ...(platt === undefined ? {} : { calibration: platt }),
      },
    }),
  );
}

function checkClasses(rows: readonly TrainingRow[], purpose: string): Issue | undefined {
  const findings = rows.filter((row) => row.label === 1).length;
  if (findings > 0 && findings < rows.length) return undefined;
  const received = `${rows.length} rows, ${findings} of them with a finding`;
  return createIssue("fit.data", {
    ...expectation(["outcomes"], `rows ${purpose} with and without a finding`, received, "add declarations with outcomes of both kinds"),
    columns: [],
  });
}

/** The model with every term centred; the slope scales all weights, the intercept moves the base. */
function buildModel(
  recipe: ScorecardRecipe,
  encoded: readonly ReturnType<typeof encodeTerm>[],
  offsets: readonly number[],
  fit: SparseFit,
  slope: number,
  shift: number,
  rows: readonly TrainingRow[],
): ModelDocument {
  const centred = encoded.map((term, index) => {
    const first = offsets[index] ?? 0;
    return toModelTerm(term, fit.weights.subarray(first, first + term.levels.length), slope, rows);
  });
  const base = (slope * fit.intercept + shift) * POINTS_PER_LOGIT + centred.reduce((sum, term) => sum + term.mean, 0);
  return {
    base: roundPoints(base),
    terms: centred.map(({ term }) => term),
    zero: "trainingMean",
    provenance: `${recipe.penalty.kind} logistic regression on ${rows.length} ${recipe.rows === "signature" ? "distinct rows" : "rows"}`,
  };
}

/** Platt scaling on the model's own scores of the held rows. */
function calibrate(model: ModelDocument, held: readonly TrainingRow[]): Platt | undefined {
  const terms = model.terms.map(termMicropoints);
  const logits = Float64Array.from(held, (row) => (model.base + sumPoints(terms, row)) / POINTS_PER_LOGIT);
  return fitPlatt(
    logits,
    Float64Array.from(held, (row) => row.label),
  );
}

function sumPoints(terms: readonly ReturnType<typeof termMicropoints>[], row: TrainingRow): number {
  return terms.reduce((sum, micropoints) => sum + micropoints(row.read), 0) / 1e6;
}

/** Adds the repeat term, whose base rate is that of the fitted rows; with it the model no longer speaks for itself alone. */
function withRepeat(model: ModelDocument, recipe: ScorecardRecipe, fitted: readonly TrainingRow[], isCalibrated: boolean): ModelDocument {
  const { repeat } = recipe;
  if (repeat === undefined) return isCalibrated ? { ...model, calibration: { method: "platt", expertPoints: "none" } } : model;
  const baseRate = fitted.filter((row) => row.label === 1).length / fitted.length;
  const term: RepeatTerm = { ...repeat, kind: "repeat", baseRate, missing: 0 };
  return { ...model, terms: [...model.terms, term] satisfies readonly ModelTerm[] };
}

/** The thresholds of the recipe's capacities, on the scores that the rows' declarations would have had. */
function thresholdsOf(recipe: ScorecardRecipe, model: ModelDocument, rows: readonly TrainingRow[]): Readonly<Record<string, number>> {
  const terms = model.terms.map(termMicropoints);
  const base = toMicropoints(model.base);
  const best = new Map<string, { readonly day: number; micropoints: number }>();
  for (const row of rows) {
    const micropoints = base + terms.reduce((sum, term) => sum + term(row.read), 0);
    const declaration = best.get(row.id);
    if (declaration === undefined) best.set(row.id, { day: row.day, micropoints });
    else declaration.micropoints = Math.max(declaration.micropoints, micropoints);
  }
  const scores = [...best.values()];
  return Object.fromEntries(Object.entries(recipe.thresholds).map(([channel, capacity]) => [channel, roundPoints(thresholdFor(capacity, scores))]));
}
