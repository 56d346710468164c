import * as z from "zod";
import { expectation } from "../../core/expectation.js";
import { identifier } from "../../core/fields.js";
import { createIssue, type Issue, type PathStep } from "../../core/issue.js";
import { own } from "../../core/own.js";
import { failure, orThrow, type Result } from "../../core/result.js";
import { exactly, parseWith } from "../../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../../core/snapshot.js";
import type { ModelDocument } from "../model-document.js";
import { type CategoricalCoefficients, coefficient, type LinearCoefficient, scale, share, toModelDocument } from "./coefficients.js";
import type { ImportOptions } from "./import-options.js";

/** A fitted scikit-learn pipeline of a ColumnTransformer (StandardScaler, OneHotEncoder) and a binary LogisticRegression, as its attributes state it. */
export interface ScikitLearnModel {
  readonly schema: "consignment-risk/scikit-learn@1";
  /** `intercept_[0]`. */
  readonly intercept: number;
  /** `coef_[0]`: the numeric columns in order, then the categories of each categorical column in order. */
  readonly coefficients: readonly number[];
  /** The names of the numeric columns. */
  readonly numeric: readonly string[];
  /** `mean_` and `scale_` of the StandardScaler, one per numeric column; absent if there is none. */
  readonly scaler?: { readonly mean: readonly number[]; readonly scale: readonly number[] };
  /** The names of the categorical columns. */
  readonly categorical: readonly string[];
  /** `categories_` of the OneHotEncoder; `null` stands for a missing value. */
  readonly categories: readonly (readonly (string | boolean | null)[])[];
  /** `drop_idx_` of the OneHotEncoder: per categorical column the index of the category without a coefficient, or null. */
  readonly dropped?: readonly (number | null)[];
  /** The share of the training rows per category; with them, categorical terms are centred. */
  readonly shares?: readonly (readonly number[])[];
  /** As given to the OneHotEncoder: with `ignore`, an unseen value had coefficient 0; with `error` (its default) it takes the term's zero here. */
  readonly handleUnknown?: "ignore" | "error";
}

/** How columns of a scikit-learn model are named here. */
export interface ScikitLearnOptions extends ImportOptions {
  /** The indicator of each column whose name is not an indicator's id. */
  readonly indicators?: Readonly<Record<string, string>>;
}

/** The schema of a scikit-learn model. */
const scikitLearnModel: z.ZodType<ScikitLearnModel> = exactly<ScikitLearnModel>()(
  z.strictObject({
    schema: z.literal("consignment-risk/scikit-learn@1"),
    intercept: coefficient,
    coefficients: z.array(coefficient),
    numeric: z.array(z.string()),
    scaler: z.exactOptional(z.strictObject({ mean: z.array(z.number()), scale: z.array(scale) })),
    categorical: z.array(z.string()),
    categories: z.array(z.array(z.union([z.string(), z.boolean(), z.null()]))),
    dropped: z.exactOptional(z.array(z.union([z.int().min(0), z.null()]))),
    shares: z.exactOptional(z.array(z.array(share))),
    handleUnknown: z.exactOptional(z.enum(["ignore", "error"])),
  }),
);

/**
 * Reads a scikit-learn model (`consignment-risk/scikit-learn@1`, see the guide on importing models) into a model document in points. Numeric terms are centred on the
 * scaler's means, categorical ones on the shares where these are stated. A missing number takes the term's zero, since the pipeline itself has no answer for it.
 */
export function modelFromScikitLearn(json: unknown, options: ScikitLearnOptions = {}): Result<ModelDocument> {
  const snapshot = takeSnapshot(json, DOCUMENT_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(scikitLearnModel, snapshot.value);
  if (!parsed.ok) return parsed;
  const model = parsed.value;
  const indicators = options.indicators ?? {};
  const [first, ...rest] = [...checkLengths(model), ...checkDropped(model), ...checkNames(model, indicators)];
  if (first !== undefined) return failure(first, ...rest);
  const { numeric, categorical } = model;
  const linear = numeric.map((name, index): LinearCoefficient => {
    const mean = model.scaler?.mean[index];
    const unit = model.scaler?.scale[index];
    const slope = model.coefficients[index] ?? 0;
    return {
      kind: "linear",
      indicator: own(indicators, name) ?? name,
      coefficient: slope,
      ...(mean === undefined ? {} : { centre: mean, mean }),
      ...(unit === undefined ? {} : { scale: unit }),
    };
  });
  let next = numeric.length;
  const levelled = categorical.map((name, index) => {
    const start = next;
    next += columnsOf(model, index);
    return categoricalTerm(model, index, own(indicators, name) ?? name, start);
  });
  return toModelDocument(
    {
      schema: "consignment-risk/coefficients@1",
      intercept: model.intercept,
      terms: [...linear, ...levelled],
      ...(options.calibration === undefined ? {} : { calibration: options.calibration }),
      ...(options.provenance === undefined ? {} : { provenance: options.provenance }),
    },
    (term, level) => {
      if (term < numeric.length) return ["numeric", term];
      const column = term - numeric.length;
      return level === undefined ? ["categorical", column] : ["categories", column, placeOf(model.categories[column] ?? [], level)];
    },
  );
}

/**
 * {@link modelFromScikitLearn} that throws.
 * @throws {IssueError} if the model cannot be read
 */
export function modelFromScikitLearnOrThrow(json: unknown, options: ScikitLearnOptions = {}): ModelDocument {
  return orThrow(modelFromScikitLearn(json, options));
}

/** The index of the nth category that is not null. */
function placeOf(categories: readonly unknown[], level: number): number {
  return categories.flatMap((value, index) => (value === null ? [] : [index]))[level] ?? level;
}

/** How many coefficients a categorical column has. */
function columnsOf({ categories, dropped }: ScikitLearnModel, index: number): number {
  return (categories[index]?.length ?? 0) - (typeof dropped?.[index] === "number" ? 1 : 0);
}

function categoricalTerm(model: ScikitLearnModel, index: number, indicator: string, start: number): CategoricalCoefficients {
  const dropped = model.dropped?.[index] ?? undefined;
  const shares = model.shares?.[index];
  const levels = (model.categories[index] ?? []).map((value, at) => {
    const place = start + at - (dropped !== undefined && dropped < at ? 1 : 0);
    const portion = shares?.[at];
    return { value, coefficient: at === dropped ? 0 : (model.coefficients[place] ?? 0), ...(portion === undefined ? {} : { share: portion }) };
  });
  const missing = levels.find((level) => level.value === null);
  return {
    kind: "categorical",
    indicator,
    levels: levels.flatMap((level) => (level.value === null ? [] : [{ ...level, value: level.value }])),
    ...(model.handleUnknown === "ignore" ? { unseen: 0 } : {}),
    ...(missing === undefined ? {} : { missing: missing.coefficient }),
    ...(missing?.share === undefined ? {} : { missingShare: missing.share }),
  };
}

function checkLengths(model: ScikitLearnModel): readonly Issue[] {
  const { numeric, categorical, categories, scaler, dropped, shares } = model;
  const total = numeric.length + categories.reduce((sum, _, index) => sum + columnsOf(model, index), 0);
  return [
    ...checkLength(["categories"], categories, categorical.length, "categorical column"),
    ...(scaler === undefined
      ? []
      : [
          ...checkLength(["scaler", "mean"], scaler.mean, numeric.length, "numeric column"),
          ...checkLength(["scaler", "scale"], scaler.scale, numeric.length, "numeric column"),
        ]),
    ...(dropped === undefined ? [] : checkLength(["dropped"], dropped, categorical.length, "categorical column")),
    ...(shares === undefined ? [] : checkLength(["shares"], shares, categorical.length, "categorical column")),
    ...(shares ?? []).flatMap((list, index) => checkLength(["shares", index], list, categories[index]?.length ?? 0, "category")),
    ...checkLength(["coefficients"], model.coefficients, total, "numeric column and category"),
    ...categories.flatMap((list, index) => checkSingleNull(list, index)),
  ];
}

function checkSingleNull(list: readonly unknown[], column: number): readonly Issue[] {
  const first = list.indexOf(null);
  const last = list.lastIndexOf(null);
  return first === last
    ? []
    : [createIssue("value.duplicate", { ...expectation(["categories", column, last], "null at most once", null, "join the two"), key: "null" })];
}

function checkLength(path: readonly PathStep[], list: readonly unknown[], length: number, per: string): readonly Issue[] {
  if (list.length === length) return [];
  return [
    createIssue(
      "value.invalid",
      expectation(path, `${length} values, one per ${per}`, `${list.length} values`, "write the columns in the order of the ColumnTransformer"),
    ),
  ];
}

function checkDropped({ dropped, categories }: ScikitLearnModel): readonly Issue[] {
  return (dropped ?? []).flatMap((at, index) => {
    const count = categories[index]?.length ?? 0;
    return at === null || at < count
      ? []
      : [createIssue("value.range", expectation(["dropped", index], `null or an index below ${count}`, at, "write `drop_idx_`"))];
  });
}

function checkNames({ numeric, categorical }: ScikitLearnModel, indicators: Readonly<Record<string, string>>): readonly Issue[] {
  const check =
    (list: "numeric" | "categorical") =>
    (name: string, index: number): readonly Issue[] => {
      const id = own(indicators, name) ?? name;
      if (identifier.safeParse(id).success) return [];
      return [createIssue("value.invalid", expectation([list, index], "the name of an indicator", id, "name its indicator in the option `indicators`"))];
    };
  return [...numeric.flatMap(check("numeric")), ...categorical.flatMap(check("categorical"))];
}
