import { POINTS_PER_LOGIT, toMicropoints } from "../../core/micropoints.js";
import { ABSENT } from "../../indicators/fact.js";
import type { ModelDocument, RepeatTerm } from "../../profile/model-document.js";
import { type ReadFact, termMicropoints } from "../../profile/score-term.js";
import type { ChosenRows } from "./choose-rows.js";
import type { EncodedTerm } from "./encode-term.js";
import type { Platt } from "./fit-platt.js";
import { columnStarts } from "./one-hot.js";
import type { ScorecardRecipe } from "./recipe.js";
import { roundPoints, toModelTerm } from "./to-model-term.js";
import type { TrainingTable } from "./training-table.js";

/** What a scorecard is put together from. */
export interface ScorecardParts {
  readonly recipe: ScorecardRecipe;
  readonly table: TrainingTable;
  readonly terms: readonly EncodedTerm[];
  readonly fitted: ChosenRows;
  /** The intercept, then one weight per column, in natural logits. */
  readonly parameters: Float64Array;
  readonly platt: Platt | undefined;
  /** Whether expert points stood in the fit as an offset. */
  readonly isBesideExperts: boolean;
}

/** A model, and what it says of the rows of the table. */
export interface Scorecard {
  readonly model: ModelDocument;
  /** The base and the fitted terms of a row. */
  readonly fittedMicropoints: (row: number) => number;
  /** All of a row: with the repeat term and the expert points. */
  readonly micropoints: (row: number) => number;
}

/** Centres every term, rounds it to the points of the document, and adds the repeat term; a slope scales all weights, an intercept moves the base. */
export function buildScorecard({ recipe, table, terms, fitted, parameters, platt, isBesideExperts }: ScorecardParts): Scorecard {
  const { slope, intercept } = platt ?? { slope: 1, intercept: 0 };
  const starts = columnStarts(terms);
  const centred = terms.map((term, index) => {
    const start = 1 + (starts[index] as number);
    return toModelTerm(term, parameters.subarray(start, start + term.levels.length), slope, fitted);
  });
  const means = centred.reduce((sum, { mean }) => sum + mean, 0);
  const base = roundPoints((slope * (parameters[0] as number) + intercept) * POINTS_PER_LOGIT + means);
  const repeat = repeatTerm(recipe, fitted);
  const model: ModelDocument = {
    base,
    terms: [...centred.flatMap(({ term }) => term ?? []), ...(repeat === undefined ? [] : [repeat])],
    zero: "trainingMean",
    // what history adds was not calibrated
    ...(platt === undefined || repeat !== undefined ? {} : { calibration: { method: "platt", expertPoints: isBesideExperts ? "offset" : "none" } }),
    provenance: `${recipe.penalty.kind} logistic regression on ${fitted.rows.length} ${recipe.rows === "signature" ? "distinct rows" : "rows"}`,
  };
  const baseMicropoints = toMicropoints(base);
  const parts = centred.map(({ points, otherwise }, index) => ({
    rows: (terms[index] as EncodedTerm).rows,
    micropoints: points.map(toMicropoints),
    otherwise: toMicropoints(otherwise),
  }));
  const fittedMicropoints = (row: number): number => {
    let sum = baseMicropoints;
    for (const { rows, micropoints, otherwise } of parts) sum += micropoints[rows[row] as number] ?? otherwise;
    return sum;
  };
  const repeatMicropoints = repeat === undefined ? undefined : termMicropoints(repeat);
  return {
    model,
    fittedMicropoints,
    micropoints: (row) =>
      fittedMicropoints(row) + (repeatMicropoints?.(readRow(table, row)) ?? 0) + toMicropoints((table.offsets[row] as number) * POINTS_PER_LOGIT),
  };
}

/** The repeat term, whose base rate is that of the fitted rows. */
function repeatTerm({ repeat }: ScorecardRecipe, { labels }: ChosenRows): RepeatTerm | undefined {
  if (repeat === undefined) return undefined;
  return { ...repeat, kind: "repeat", baseRate: labels.filter((label) => label === 1).length / labels.length, missing: 0 };
}

/** The numbers of a row. */
function readRow({ columns }: TrainingTable, row: number): ReadFact {
  return (indicator) => {
    const column = columns.get(indicator);
    const value = column?.kind === "number" ? (column.values[row] as number) : Number.NaN;
    return Number.isNaN(value) ? ABSENT : value;
  };
}
