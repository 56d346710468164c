import * as z from "zod";
import { identifier, localizedText } from "../../core/fields.js";
import type { LocalizedText } from "../../core/language.js";
import { orThrow, type Result } from "../../core/result.js";
import { exactly, parseWith } from "../../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../../core/snapshot.js";

/** A number cut into quantile bins. */
export interface BinnedRecipe {
  readonly id: string;
  readonly kind: "binned";
  readonly indicator: string;
  /** How many quantile bins at most: equal values stay together, and a common least value stands alone. */
  readonly bins: number;
  /** Points that may only rise, or only fall, with the number: the best such fit of all terms together. */
  readonly monotone?: "rising" | "falling";
  /** How many times as strongly as the penalty says its weights are held back; 1 unless told. */
  readonly shrinkage?: number;
}

/** One value per code or truth value. */
export interface CategoricalRecipe {
  readonly id: string;
  readonly kind: "categorical";
  readonly indicator: string;
  /** Levels with fewer training rows share one weight, which is also that of unseen ones. */
  readonly minCount: number;
  /** As in {@link BinnedRecipe}. */
  readonly shrinkage?: number;
}

/** One value per combination; numbers take part in quantile bins. */
export interface CrossRecipe {
  readonly id: string;
  readonly kind: "cross";
  readonly of: readonly [CrossRecipePart, CrossRecipePart, ...CrossRecipePart[]];
  readonly minCount: number;
  /** As in {@link BinnedRecipe}. */
  readonly shrinkage?: number;
}

/** One side of a cross. */
export interface CrossRecipePart {
  readonly indicator: string;
  /** Required for a number. */
  readonly bins?: number;
}

/** A term to be fitted. */
export type TermRecipe = BinnedRecipe | CategoricalRecipe | CrossRecipe;

/**
 * How strongly weights are held back: 1/2 * strength * |w|^2 (L2) or strength * |w| (L1) beside the summed log loss of the fitted rows,
 * in natural logits; times its `shrinkage` for the weights of a term that has one.
 */
export type PenaltyRecipe =
  | { readonly kind: "l2" | "l1"; readonly strength: number }
  /** The strength with the lowest log loss in cross-validation; folds never share a signature. */
  | { readonly kind: "l2" | "l1"; readonly path: readonly [number, ...number[]]; readonly folds: number };

/** A repeat term on counts of history; it is set, not fitted. */
export interface RepeatRecipe {
  readonly id: string;
  readonly inspected: string;
  readonly findings: string;
  readonly prior: number;
  readonly weight: number;
}

/** Where a channel begins: so many declarations a day, or such a share of them, among those trained on. */
export type CapacityRecipe = { readonly perDay: number } | { readonly share: number };

/** How a scorecard is trained, as data. */
export interface ScorecardRecipe {
  readonly schema: "consignment-risk/recipe@1";
  /** The risk domain that the model is for. */
  readonly domain: string;
  readonly title: LocalizedText;
  readonly currency: string;
  /**
   * An outcome that names an item labels that item. What one of the whole declaration labels: with `everyItem` each of its other
   * items; with `singleItem` the item of a declaration that has only one, since of several nobody knows which it was.
   */
  readonly labels: "everyItem" | "singleItem";
  /**
   * `signature`: rows that share a signature count as one, the earliest, with the majority of their labels; ties are left out.
   * `row`: every row counts.
   */
  readonly rows: "signature" | "row";
  /** The indicator that tells distinct rows apart and keeps folds apart. */
  readonly signature: string;
  readonly terms: readonly [TermRecipe, ...TermRecipe[]];
  readonly penalty: PenaltyRecipe;
  readonly repeat?: RepeatRecipe;
  /** Platt scaling on a share of the signatures that the fit does not see. */
  readonly calibration?: { readonly share: number };
  /** From the lowest raised channel up. */
  readonly thresholds: Readonly<Record<string, CapacityRecipe>>;
  /** Which signatures fall into which fold or slice. */
  readonly seed: number;
}

const bins = z.int().min(2).max(1_000);
const minCount = z.int().min(1);
const shrinkage = z.exactOptional(z.number().min(1e-3).max(1e3));
const crossPart = z.strictObject({ indicator: identifier, bins: z.exactOptional(bins) });
const termRecipe = z.discriminatedUnion("kind", [
  z.strictObject({
    id: identifier,
    kind: z.literal("binned"),
    indicator: identifier,
    bins,
    monotone: z.exactOptional(z.enum(["rising", "falling"])),
    shrinkage,
  }),
  z.strictObject({ id: identifier, kind: z.literal("categorical"), indicator: identifier, minCount, shrinkage }),
  z.strictObject({ id: identifier, kind: z.literal("cross"), of: z.tuple([crossPart, crossPart], crossPart), minCount, shrinkage }),
]);
const kind = z.enum(["l2", "l1"]);
const strength = z.number().positive().max(1e9);
const share = z.number().gt(0).lt(1);

const scorecardRecipe: z.ZodType<ScorecardRecipe> = exactly<ScorecardRecipe>()(
  z.strictObject({
    schema: z.literal("consignment-risk/recipe@1"),
    domain: identifier,
    title: localizedText,
    currency: z.string().regex(/^[A-Z]{3}$/, { error: "a currency code of three capital letters" }),
    labels: z.enum(["everyItem", "singleItem"]),
    rows: z.enum(["signature", "row"]),
    signature: identifier,
    terms: z
      .tuple([termRecipe], termRecipe)
      .refine((terms) => new Set(terms.map(({ id }) => id)).size === terms.length, { error: "terms with ids of their own" }),
    penalty: z.union([z.strictObject({ kind, strength }), z.strictObject({ kind, path: z.tuple([strength], strength), folds: z.int().min(2).max(20) })]),
    repeat: z.exactOptional(
      z.strictObject({ id: identifier, inspected: identifier, findings: identifier, prior: z.number().positive(), weight: z.number().min(0).max(1_000) }),
    ),
    calibration: z.exactOptional(z.strictObject({ share })),
    thresholds: z.record(identifier, z.union([z.strictObject({ perDay: z.number().positive() }), z.strictObject({ share })])),
    seed: z.int().min(0),
  }),
);

/** Reads a recipe from unknown input; whether its indicators exist is checked when it is trained. */
export function parseRecipe(input: unknown): Result<ScorecardRecipe> {
  const snapshot = takeSnapshot(input, DOCUMENT_LIMITS);
  return snapshot.ok ? parseWith(scorecardRecipe, snapshot.value) : snapshot;
}

/**
 * {@link parseRecipe} that throws.
 * @throws {IssueError} if the input is not a recipe
 */
export function parseRecipeOrThrow(input: unknown): ScorecardRecipe {
  return orThrow(parseRecipe(input));
}
