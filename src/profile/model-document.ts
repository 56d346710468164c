import * as z from "zod";
import { identifier } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { points } from "./fields.js";

/** A term that grows in proportion: `points * (x - centre) / scale`, the quotient limited to ±1e6 (and `x` to the clamp). */
export interface LinearTerm {
  readonly id: string;
  readonly kind: "linear";
  readonly indicator: string;
  readonly centre: number;
  readonly scale: number;
  /** Points per `scale` units. */
  readonly points: number;
  readonly clamp?: { readonly min: number; readonly max: number };
  readonly missing: number;
}

/** What a part of a term rests on: how many training rows it had, and the share of these with a finding. */
export interface TrainingEvidence {
  readonly count: number;
  readonly findingRate: number;
}

/** A term with one value per bin: bin `i` holds `edges[i-1] <= x < edges[i]`, so there is one more bin than edges. */
export interface BinnedTerm {
  readonly id: string;
  readonly kind: "binned";
  readonly indicator: string;
  /** Strictly rising, in the indicator's own unit. */
  readonly edges: readonly number[];
  readonly points: readonly number[];
  readonly missing: number;
  /** What the points rest on: one per bin, and that of `missing`. */
  readonly evidence?: { readonly bins: readonly TrainingEvidence[]; readonly missing?: TrainingEvidence };
}

/** One level of a categorical term or cross. */
export interface LevelEvidence {
  readonly points: number;
  /** How many training rows had it. */
  readonly count?: number;
  /** The share of these with a finding. */
  readonly findingRate?: number;
}

/** What the points of `missing` and `unseen` rest on; one that no training row had is left out. */
export interface RestEvidence {
  readonly missing?: TrainingEvidence;
  readonly unseen?: TrainingEvidence;
}

/** A term with one value per code or truth value. */
export interface CategoricalTerm {
  readonly id: string;
  readonly kind: "categorical";
  readonly indicator: string;
  readonly levels: readonly (LevelEvidence & { readonly value: string | boolean })[];
  readonly missing: number;
  /** For values without a level. */
  readonly unseen: number;
  readonly evidence?: RestEvidence;
}

/** One side of a cross: a code or truth value, or the bin number of a number. */
export interface CrossPart {
  readonly indicator: string;
  /** Bin edges as in {@link BinnedTerm}; required for a number, not allowed otherwise. */
  readonly edges?: readonly number[];
}

/** A term with one value per combination of two or more levels. */
export interface CrossTerm {
  readonly id: string;
  readonly kind: "cross";
  readonly of: readonly [CrossPart, CrossPart, ...CrossPart[]];
  /** `at` holds, per part, the code or truth value, or the bin's number from 0. */
  readonly levels: readonly (LevelEvidence & { readonly at: readonly (string | number | boolean)[] })[];
  /** Where at least one part is missing. */
  readonly missing: number;
  /** For combinations without a level. */
  readonly unseen: number;
  readonly evidence?: RestEvidence;
}

/**
 * A term for goods, parties or routes seen before: `weight * (logit((s + prior * g) / (n + prior)) - logit(g))` natural
 * logits, where `n` earlier ones were inspected, `s` of them with a finding, and `g` is the base rate. Its zero is
 * *never seen*.
 */
export interface RepeatTerm {
  readonly id: string;
  readonly kind: "repeat";
  /** The indicator that counts the inspected, `n`. */
  readonly inspected: string;
  /** The indicator that counts the findings among them, `s`. */
  readonly findings: string;
  /** The base rate `g`, strictly between 0 and 1. */
  readonly baseRate: number;
  /** How many inspections the base rate weighs as much as; greater than 0. */
  readonly prior: number;
  readonly weight: number;
  readonly missing: number;
}

/** One additive term of a model, in points. */
export type ModelTerm = LinearTerm | BinnedTerm | CategoricalTerm | CrossTerm | RepeatTerm;

/** A logistic model as data: the score is the base plus one contribution per term. */
export interface ModelDocument {
  /** Points of the average case. */
  readonly base: number;
  readonly terms: readonly ModelTerm[];
  /** What zero means: a term's weighted training mean, or what the author states. */
  readonly zero: "trainingMean" | "stated";
  /** Present if the probabilities were fitted to outcomes; `offset` if expert points stood in the fit as an offset. */
  readonly calibration?: { readonly method: "maximumLikelihood" | "platt"; readonly expertPoints: "none" | "offset" };
  /** How it was made, for people. */
  readonly provenance?: string;
}

const count = z.number().min(0);
const findingRate = z.number().min(0).max(1);
const level = { points, count: z.exactOptional(count), findingRate: z.exactOptional(findingRate) };
const trainingEvidence = z.strictObject({ count, findingRate });
const restEvidence = z.strictObject({ missing: z.exactOptional(trainingEvidence), unseen: z.exactOptional(trainingEvidence) });
const edges = z
  .array(z.number())
  .min(1)
  .max(10_000)
  .refine((list) => list.every((edge, index) => index === 0 || (list[index - 1] ?? edge) < edge), { error: "edges that rise strictly" });
const crossPart = z.strictObject({ indicator: identifier, edges: z.exactOptional(edges) });

export const modelTerm: z.ZodType<ModelTerm> = exactly<ModelTerm>()(
  z.discriminatedUnion("kind", [
    z.strictObject({
      id: identifier,
      kind: z.literal("linear"),
      indicator: identifier,
      centre: z.number(),
      scale: z.number().positive({ error: "a scale greater than 0" }),
      points,
      clamp: z.exactOptional(z.strictObject({ min: z.number(), max: z.number() })),
      missing: points,
    }),
    z
      .strictObject({
        id: identifier,
        kind: z.literal("binned"),
        indicator: identifier,
        edges,
        points: z.array(points),
        missing: points,
        evidence: z.exactOptional(z.strictObject({ bins: z.array(trainingEvidence), missing: z.exactOptional(trainingEvidence) })),
      })
      .refine((term) => term.points.length === term.edges.length + 1, { error: "one more value in `points` than in `edges`" })
      .refine((term) => term.evidence === undefined || term.evidence.bins.length === term.points.length, {
        error: "as many `bins` in `evidence` as values in `points`",
      }),
    z.strictObject({
      id: identifier,
      kind: z.literal("categorical"),
      indicator: identifier,
      levels: z.array(z.strictObject({ value: z.union([z.string(), z.boolean()]), ...level })),
      missing: points,
      unseen: points,
      evidence: z.exactOptional(restEvidence),
    }),
    z
      .strictObject({
        id: identifier,
        kind: z.literal("cross"),
        of: z.tuple([crossPart, crossPart], crossPart),
        levels: z.array(z.strictObject({ at: z.array(z.union([z.string(), z.number(), z.boolean()])), ...level })),
        missing: points,
        unseen: points,
        evidence: z.exactOptional(restEvidence),
      })
      .refine((term) => term.levels.every((level) => level.at.length === term.of.length), { error: "as many entries in each `at` as parts in `of`" }),
    z.strictObject({
      id: identifier,
      kind: z.literal("repeat"),
      inspected: identifier,
      findings: identifier,
      baseRate: z.number().gt(0).lt(1),
      prior: z.number().positive(),
      weight: z.number().min(0).max(1_000),
      missing: points,
    }),
  ]),
);

export const modelDocument: z.ZodType<ModelDocument> = exactly<ModelDocument>()(
  z.strictObject({
    base: points,
    terms: z.array(modelTerm).max(10_000),
    zero: z.enum(["trainingMean", "stated"]),
    calibration: z.exactOptional(z.strictObject({ method: z.enum(["maximumLikelihood", "platt"]), expertPoints: z.enum(["none", "offset"]) })),
    provenance: z.exactOptional(z.string().min(1).max(10_000)),
  }),
);

/** The indicators that a term reads. */
export function indicatorsOf(term: ModelTerm): readonly string[] {
  switch (term.kind) {
    case "cross":
      return term.of.map((part) => part.indicator);
    case "repeat":
      return [term.inspected, term.findings];
    default:
      return [term.indicator];
  }
}
