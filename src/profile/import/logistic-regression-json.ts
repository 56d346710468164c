import * as z from "zod";
import { expectation } from "../../core/expectation.js";
import { identifier } from "../../core/fields.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { failure, orThrow, type Result } from "../../core/result.js";
import { exactly, parseWith } from "../../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../../core/snapshot.js";
import type { ModelDocument } from "../model-document.js";
import { type CategoricalCoefficients, calibration, coefficient, type LinearCoefficient, provenance, scale, share, toModelDocument } from "./coefficients.js";
import type { ImportOptions } from "./import-options.js";

/** What a column of the matrix that ml-logistic-regression was trained on held. */
export type RegressionColumn =
  /** Ones: the package has no intercept of its own. */
  | { readonly kind: "intercept" }
  /** `(x - centre) / scale` of an indicator, by default `x` itself; `mean` is the training mean of `x`. */
  | { readonly kind: "linear"; readonly indicator: string; readonly centre?: number; readonly scale?: number; readonly mean?: number }
  /** 1 where the indicator had the value, else 0; `share` is its share of the training rows. */
  | { readonly kind: "level"; readonly indicator: string; readonly value: string | boolean; readonly share?: number };

/** What the JSON of ml-logistic-regression does not say. */
export interface LogisticRegressionOptions extends ImportOptions {
  /** One per column of the training matrix, in order. */
  readonly columns: readonly RegressionColumn[];
}

interface ClassifierJson {
  readonly numSteps: number;
  readonly learningRate: number;
  readonly weights: readonly (readonly number[])[];
}

interface LogisticRegressionJson {
  readonly name: "LogisticRegression";
  readonly numSteps: number;
  readonly learningRate: number;
  readonly numberClasses: number;
  readonly classifiers: readonly ClassifierJson[];
}

const logisticRegressionJson: z.ZodType<LogisticRegressionJson> = exactly<LogisticRegressionJson>()(
  z.strictObject({
    name: z.literal("LogisticRegression"),
    numSteps: z.number(),
    learningRate: z.number(),
    numberClasses: z.number(),
    classifiers: z.array(z.strictObject({ numSteps: z.number(), learningRate: z.number(), weights: z.array(z.array(coefficient)) })),
  }),
);

const regressionOptions: z.ZodType<LogisticRegressionOptions> = exactly<LogisticRegressionOptions>()(
  z.strictObject({
    columns: z.array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("intercept") }),
        z.strictObject({
          kind: z.literal("linear"),
          indicator: identifier,
          centre: z.exactOptional(z.number()),
          scale: z.exactOptional(scale),
          mean: z.exactOptional(z.number()),
        }),
        z.strictObject({ kind: z.literal("level"), indicator: identifier, value: z.union([z.string(), z.boolean()]), share: z.exactOptional(share) }),
      ]),
    ),
    calibration: z.exactOptional(calibration),
    provenance: z.exactOptional(provenance),
  }),
);

/**
 * Reads the JSON of a binary ml-logistic-regression model (version 2, `JSON.parse(JSON.stringify(model))`) into a model document in points. Its first classifier maps
 * class 0 to 0 and class 1 to 1, so the weights of that one are those of the probability of 1. A missing fact takes a term's zero; a value without a column of its own
 * has weight 0 before centring, as in the training matrix.
 */
export function modelFromLogisticRegressionJson(json: unknown, options: LogisticRegressionOptions): Result<ModelDocument> {
  const snapshot = takeSnapshot(json, DOCUMENT_LIMITS);
  if (!snapshot.ok) return snapshot;
  const model = parseWith(logisticRegressionJson, snapshot.value);
  if (!model.ok) return model;
  const described = parseWith(regressionOptions, options);
  if (!described.ok) return described;
  const { columns } = described.value;
  const weights = model.value.classifiers[0]?.weights[0] ?? [];
  const [first, ...rest] = [...checkBinary(model.value), ...checkColumns(columns, weights.length)];
  if (first !== undefined) return failure(first, ...rest);
  return toTerms(weights, described.value);
}

/**
 * {@link modelFromLogisticRegressionJson} that throws.
 * @throws {IssueError} if the model cannot be read
 */
export function modelFromLogisticRegressionJsonOrThrow(json: unknown, options: LogisticRegressionOptions): ModelDocument {
  return orThrow(modelFromLogisticRegressionJson(json, options));
}

function checkBinary({ numberClasses, classifiers }: LogisticRegressionJson): readonly Issue[] {
  if (numberClasses !== 2 || classifiers.length !== 2) {
    return [createIssue("import.unsupported", expectation(["numberClasses"], "a model of 2 classes", numberClasses, "train on the labels 0 and 1"))];
  }
  const rows = classifiers[0]?.weights.length ?? 0;
  return rows === 1
    ? []
    : [
        createIssue(
          "value.invalid",
          expectation(["classifiers", 0, "weights"], "one row of weights", `${rows} rows`, "write what `toJSON()` gives after training"),
        ),
      ];
}

function checkColumns(columns: readonly RegressionColumn[], weights: number): readonly Issue[] {
  if (columns.length !== weights) {
    return [
      createIssue(
        "value.invalid",
        expectation(["columns"], `${weights} columns, one per weight`, `${columns.length} columns`, "describe every column of the training matrix in order"),
      ),
    ];
  }
  const intercepts = columns.flatMap((column, index) => (column.kind === "intercept" ? [index] : []));
  return intercepts.slice(1).map((index) =>
    createIssue("value.duplicate", {
      ...expectation(["columns", index], "at most one intercept", "another", "leave one column of ones out"),
      key: "intercept",
    }),
  );
}

function toTerms(weights: readonly number[], options: LogisticRegressionOptions): Result<ModelDocument> {
  const terms: (LinearCoefficient | CategoricalCoefficients)[] = [];
  // Per term, the places of its columns.
  const columnsOf: number[][] = [];
  const places = new Map<string, number>();
  let intercept = 0;
  for (const [index, column] of options.columns.entries()) {
    const weight = weights[index] ?? 0;
    if (column.kind === "intercept") intercept = weight;
    else if (column.kind === "linear") {
      terms.push({ ...column, coefficient: weight });
      columnsOf.push([index]);
    } else {
      const level = { value: column.value, coefficient: weight, ...(column.share === undefined ? {} : { share: column.share }) };
      const place = places.get(column.indicator);
      const term = place === undefined ? undefined : terms[place];
      if (place !== undefined && term?.kind === "categorical") {
        terms[place] = { ...term, levels: [...term.levels, level] };
        columnsOf[place]?.push(index);
      } else {
        places.set(column.indicator, terms.length);
        terms.push({ kind: "categorical", indicator: column.indicator, levels: [level], unseen: 0 });
        columnsOf.push([index]);
      }
    }
  }
  const { calibration: stated, provenance: made } = options;
  return toModelDocument(
    {
      schema: "consignment-risk/coefficients@1",
      intercept,
      terms,
      ...(stated === undefined ? {} : { calibration: stated }),
      ...(made === undefined ? {} : { provenance: made }),
    },
    (term, level = 0) => ["columns", columnsOf[term]?.[level] ?? 0],
  );
}
