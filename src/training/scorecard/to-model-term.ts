import { POINTS_PER_LOGIT } from "../../core/micropoints.js";
import type { LevelEvidence, ModelTerm } from "../../profile/model-document.js";
import type { ChosenRows } from "./choose-rows.js";
import type { EncodedTerm, LevelKey, LevelValue } from "./encode-term.js";
import { monotonePoints } from "./monotone-points.js";

/** A term of the model, centred, and the mean in points that was taken off it. */
export interface CentredTerm {
  /** `undefined` where no level has a weight, so that the term says nothing. */
  readonly term: ModelTerm | undefined;
  readonly mean: number;
  /** The points of each level as the document states them, and those of what no fitted row has. */
  readonly points: Float64Array;
  readonly otherwise: number;
}

/** A level with what the fitted rows say of it. */
interface FittedLevel {
  readonly key: LevelKey;
  readonly points: number;
  readonly count: number;
  readonly findings: number;
}

/** Turns the weights of an encoded term, in natural logits and times a slope, into a term of the model whose mean over the fitted rows is zero. */
export function toModelTerm(encoded: EncodedTerm, weights: Float64Array, slope: number, fitted: ChosenRows): CentredTerm {
  const { recipe, edges } = encoded;
  const levels = smooth(encoded, fittedLevels(encoded, weights, slope, fitted));
  const mean = levels.reduce((sum, level) => sum + level.points * level.count, 0) / fitted.rows.length;
  // what no fitted row has got no weight
  const centred = (points = 0): number => roundPoints(points - mean);
  const shared = { mean, points: Float64Array.from(levels, (level) => centred(level.points)), otherwise: centred() };
  if (levels.every((level) => level.points === 0)) return { ...shared, term: undefined };
  const pointsOf = (kind: "missing" | "other"): number | undefined => levels.find((level) => level.key.kind === kind)?.points;
  const missing = centred(pointsOf("missing"));
  const unseen = pointsOf("other") ?? 0;
  // a level that says no more than `unseen` need not be listed: so an L1 card stays short
  const listed = levels.flatMap(({ key, points, count, findings }): readonly (LevelEvidence & { readonly at: readonly LevelValue[] })[] =>
    key.kind === "at" && (points !== 0 || unseen !== 0) ? [{ at: key.at, points: centred(points), count, findingRate: roundRate(findings / count) }] : [],
  );
  switch (recipe.kind) {
    case "binned": {
      const [only = []] = edges;
      const byBin = new Map(levels.map((level) => [level.key.kind === "at" ? level.key.at[0] : undefined, level]));
      const points = Array.from({ length: only.length + 1 }, (_, bin) => centred(byBin.get(bin)?.points));
      return { ...shared, term: { id: recipe.id, kind: "binned", indicator: recipe.indicator, edges: only, points, missing } };
    }
    case "categorical": {
      const codes = listed.map(({ at, ...evidence }) => ({ value: codeOf(at[0]), ...evidence }));
      return { ...shared, term: { id: recipe.id, kind: "categorical", indicator: recipe.indicator, levels: codes, missing, unseen: centred(unseen) } };
    }
    case "cross": {
      const [first, second, ...rest] = recipe.of;
      const part = ({ indicator, bins }: typeof first, index: number) => ({
        indicator,
        ...(bins === undefined ? {} : { edges: edges[index] as readonly number[] }),
      });
      const of = [part(first, 0), part(second, 1), ...rest.map((more, index) => part(more, index + 2))] as const;
      return { ...shared, term: { id: recipe.id, kind: "cross", of, levels: listed, missing, unseen: centred(unseen) } };
    }
  }
}

function codeOf(value: LevelValue | undefined): string | boolean {
  return typeof value === "boolean" ? value : String(value);
}

function fittedLevels({ levels, rows }: EncodedTerm, weights: Float64Array, slope: number, fitted: ChosenRows): readonly FittedLevel[] {
  const counts = new Float64Array(levels.length);
  const findings = new Float64Array(levels.length);
  for (const [index, row] of fitted.rows.entries()) {
    const level = rows[row] as number;
    counts[level] = (counts[level] as number) + 1;
    findings[level] = (findings[level] as number) + (fitted.labels[index] as number);
  }
  return levels.map((key, level) => ({
    key,
    points: (weights[level] as number) * slope * POINTS_PER_LOGIT,
    count: counts[level] as number,
    findings: findings[level] as number,
  }));
}

/** Where the recipe asks for points that only rise or fall, the nearest such points; the mean stays. */
function smooth({ recipe }: EncodedTerm, levels: readonly FittedLevel[]): readonly FittedLevel[] {
  if (recipe.kind !== "binned" || recipe.monotone === undefined) return levels;
  // the levels of bins stand first, in order
  const bins = levels.filter((level) => level.key.kind === "at");
  const points = monotonePoints(
    bins.map((level) => level.points),
    bins.map((level) => level.count),
    recipe.monotone,
  );
  return levels.map((level, index) => ({ ...level, points: points[index] ?? level.points }));
}

/** Points as they stand in the document: six decimals, exactly one contribution's worth of precision. */
export function roundPoints(points: number): number {
  return Math.round(points * 1e6) / 1e6 + 0;
}

function roundRate(rate: number): number {
  return Math.round(rate * 1e4) / 1e4;
}
