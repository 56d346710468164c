import * as z from "zod";
import { expectation } from "../../core/expectation.js";
import { identifier } from "../../core/fields.js";
import { deepFreeze } from "../../core/freeze.js";
import { createIssue, type Issue, type PathStep } from "../../core/issue.js";
import { POINTS_PER_LOGIT } from "../../core/micropoints.js";
import { failure, orThrow, type Result, success } from "../../core/result.js";
import { exactly, parseWith } from "../../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../../core/snapshot.js";
import { type ModelDocument, type ModelTerm, modelDocument } from "../model-document.js";

/** A term `coefficient * (x - centre) / scale` in natural log-odds. */
export interface LinearCoefficient {
  readonly kind: "linear";
  /** The term's id; the indicator unless told. */
  readonly id?: string;
  readonly indicator: string;
  readonly coefficient: number;
  /** 0 unless told. */
  readonly centre?: number;
  /** 1 unless told. */
  readonly scale?: number;
  /** The training mean of the indicator, on which the term is then centred. */
  readonly mean?: number;
  /** The log-odds of a missing value; the term's zero unless told. */
  readonly missing?: number;
}

/** A term with one coefficient per code or truth value, in natural log-odds. */
export interface CategoricalCoefficients {
  readonly kind: "categorical";
  /** The term's id; the indicator unless told. */
  readonly id?: string;
  readonly indicator: string;
  /** `share` is the level's share of the training rows; with one for every level the term is centred. They add up to 1, or to less if `unseen` is stated for the rest. */
  readonly levels: readonly { readonly value: string | boolean; readonly coefficient: number; readonly share?: number }[];
  /** The log-odds of a value without a level; the term's zero unless told. */
  readonly unseen?: number;
  /** The log-odds of a missing value; the term's zero unless told. */
  readonly missing?: number;
  /** The share of the training rows where the value was missing; 0 unless told. */
  readonly missingShare?: number;
}

/** A logistic model as plain coefficients in natural log-odds. */
export interface CoefficientModel {
  readonly schema: "consignment-risk/coefficients@1";
  readonly intercept: number;
  readonly terms: readonly (LinearCoefficient | CategoricalCoefficients)[];
  readonly calibration?: NonNullable<ModelDocument["calibration"]>;
  readonly provenance?: string;
}

/** A coefficient: at most 100,000 in magnitude, so that its points stay within a model's bounds. */
export const coefficient: z.ZodType<number> = z.number().min(-1e5).max(1e5);
/** A share of the training rows. */
export const share: z.ZodType<number> = z.number().min(0).max(1);
/** A scale that is not 0. */
export const scale: z.ZodType<number> = z.number().positive({ error: "a scale greater than 0" });
export const calibration: z.ZodType<NonNullable<ModelDocument["calibration"]>> = exactly<NonNullable<ModelDocument["calibration"]>>()(
  z.strictObject({ method: z.enum(["maximumLikelihood", "platt"]), expertPoints: z.enum(["none", "offset"]) }),
);
export const provenance: z.ZodType<string> = z.string().min(1).max(10_000);

/** The schema of plain coefficients. */
const coefficientModel: z.ZodType<CoefficientModel> = exactly<CoefficientModel>()(
  z.strictObject({
    schema: z.literal("consignment-risk/coefficients@1"),
    intercept: coefficient,
    terms: z
      .array(
        z.discriminatedUnion("kind", [
          z.strictObject({
            kind: z.literal("linear"),
            id: z.exactOptional(identifier),
            indicator: identifier,
            coefficient,
            centre: z.exactOptional(z.number()),
            scale: z.exactOptional(scale),
            mean: z.exactOptional(z.number()),
            missing: z.exactOptional(coefficient),
          }),
          z.strictObject({
            kind: z.literal("categorical"),
            id: z.exactOptional(identifier),
            indicator: identifier,
            levels: z.array(z.strictObject({ value: z.union([z.string(), z.boolean()]), coefficient, share: z.exactOptional(share) })),
            unseen: z.exactOptional(coefficient),
            missing: z.exactOptional(coefficient),
            missingShare: z.exactOptional(share),
          }),
        ]),
      )
      .max(10_000),
    calibration: z.exactOptional(calibration),
    provenance: z.exactOptional(provenance),
  }),
);

/**
 * Reads plain coefficients (`consignment-risk/coefficients@1`, natural log-odds) into a model document in points. A term whose training mean or shares are
 * stated is centred on them, its mean moving into the base; if every term is, the model's zero is the training mean.
 */
export function modelFromCoefficients(json: unknown): Result<ModelDocument> {
  const snapshot = takeSnapshot(json, DOCUMENT_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(coefficientModel, snapshot.value);
  if (!parsed.ok) return parsed;
  return toModelDocument(parsed.value, (term, level) => (level === undefined ? ["terms", term] : ["terms", term, "levels", level]));
}

/**
 * {@link modelFromCoefficients} that throws.
 * @throws {IssueError} if the coefficients cannot be read
 */
export function modelFromCoefficientsOrThrow(json: unknown): ModelDocument {
  return orThrow(modelFromCoefficients(json));
}

interface ConvertedTerm {
  readonly term: ModelTerm;
  /** The log-odds that centring moves into the base; `undefined` where the document states no mean. */
  readonly mean: number | undefined;
}

/** How far the shares of a term's levels may be from 1 in sum. */
const SHARE_TOLERANCE = 1e-6;

/** Where a term, or a level of it, stands in the document that a person wrote. */
export type PathOf = (term: number, level?: number) => readonly PathStep[];

/** Converts validated coefficients. */
export function toModelDocument(model: CoefficientModel, pathOf: PathOf): Result<ModelDocument> {
  const issues = model.terms.flatMap((term, index) => [
    ...checkRepetition(model, index, pathOf),
    ...(term.kind === "categorical" ? checkLevels(term, index, pathOf) : []),
  ]);
  const [first, ...rest] = issues;
  if (first !== undefined) return failure(first, ...rest);
  const converted = model.terms.map((term) => (term.kind === "linear" ? convertLinear(term) : convertCategorical(term)));
  const base = converted.reduce((sum, { mean }) => sum + (mean ?? 0), model.intercept);
  const document = parseWith(modelDocument, {
    base: toPoints(base),
    terms: converted.map(({ term }) => term),
    zero: converted.every(({ mean }) => mean !== undefined) ? "trainingMean" : "stated",
    ...(model.calibration === undefined ? {} : { calibration: model.calibration }),
    ...(model.provenance === undefined ? {} : { provenance: model.provenance }),
  });
  return document.ok ? success(deepFreeze(document.value)) : document;
}

function toPoints(logOdds: number): number {
  return logOdds * POINTS_PER_LOGIT + 0;
}

function convertLinear(term: LinearCoefficient): ConvertedTerm {
  const { coefficient: slope, centre = 0, scale: unit = 1, mean } = term;
  const moved = mean === undefined ? 0 : (slope * (mean - centre)) / unit;
  const missing = term.missing === undefined ? 0 : toPoints(term.missing - moved);
  return {
    term: { id: term.id ?? term.indicator, kind: "linear", indicator: term.indicator, centre: mean ?? centre, scale: unit, points: toPoints(slope), missing },
    mean: mean === undefined ? undefined : moved,
  };
}

function convertCategorical(term: CategoricalCoefficients): ConvertedTerm {
  const mean = meanOf(term);
  const centred = (logOdds: number | undefined): number => (logOdds === undefined ? 0 : toPoints(logOdds - (mean ?? 0)));
  return {
    term: {
      id: term.id ?? term.indicator,
      kind: "categorical",
      indicator: term.indicator,
      levels: term.levels.map((level) => ({ value: level.value, points: centred(level.coefficient) })),
      missing: centred(term.missing),
      unseen: centred(term.unseen),
    },
    mean,
  };
}

/** The weighted training mean of a categorical term, if it states every share; what is not stated for missing and unseen values takes the mean itself. */
function meanOf(term: CategoricalCoefficients): number | undefined {
  if (!statesShares(term)) return undefined;
  const levels = term.levels.map((level) => ({ share: level.share ?? 0, value: level.coefficient }));
  const missing = { share: term.missingShare ?? 0, value: term.missing };
  const unseen = { share: Math.max(0, 1 - totalShare(term)), value: term.unseen };
  const stated = [...levels, missing, unseen].filter((part) => part.value !== undefined);
  const mass = stated.reduce((sum, part) => sum + part.share, 0);
  return mass === 0 ? 0 : stated.reduce((sum, part) => sum + part.share * (part.value ?? 0), 0) / mass;
}

function totalShare(term: CategoricalCoefficients): number {
  return term.levels.reduce((sum, level) => sum + (level.share ?? 0), term.missingShare ?? 0);
}

function statesShares(term: CategoricalCoefficients): boolean {
  return term.levels.length > 0 && term.levels.every((level) => level.share !== undefined);
}

function checkLevels(term: CategoricalCoefficients, index: number, pathOf: PathOf): readonly Issue[] {
  const seen = new Set<string | boolean>();
  const issues: Issue[] = [];
  for (const [level, { value }] of term.levels.entries()) {
    if (seen.has(value))
      issues.push(
        createIssue("value.duplicate", {
          ...expectation(pathOf(index, level), "each level once", value, "remove or rename one of the two"),
          key: String(value),
        }),
      );
    seen.add(value);
  }
  if (!statesShares(term)) return issues;
  const total = totalShare(term);
  const whole = term.unseen === undefined ? Math.abs(total - 1) <= SHARE_TOLERANCE : total <= 1 + SHARE_TOLERANCE;
  if (!whole) issues.push(createIssue("value.range", expectation(pathOf(index), "shares that add up to 1", total, "state the share of every level, or none")));
  return issues;
}

function checkRepetition(model: CoefficientModel, index: number, pathOf: PathOf): readonly Issue[] {
  const id = idOf(model.terms[index]);
  const earlier = model.terms.findIndex((term) => idOf(term) === id);
  if (earlier === index || id === undefined) return [];
  return [
    createIssue("value.duplicate", {
      ...expectation(pathOf(index), "an id or indicator of its own", id, "give one of the two terms an `id`, or join them"),
      key: id,
    }),
  ];
}

function idOf(term: LinearCoefficient | CategoricalCoefficients | undefined): string | undefined {
  return term?.id ?? term?.indicator;
}
