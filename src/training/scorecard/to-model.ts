import { POINTS_PER_LOGIT } from "../../core/micropoints.js";
import type { LevelEvidence, ModelTerm } from "../../profile/model-document.js";
import type { EncodedTerm, LevelKey } from "./encode-term.js";
import { monotonePoints } from "./monotone-points.js";
import type { TrainingRow } from "./training-row.js";

/** A term of the model, centred, and the mean that was taken off it in points. */
export interface CentredTerm {
  readonly term: ModelTerm;
  readonly mean: number;
}

/** A level with what the training rows say of it. */
interface FittedLevel {
  readonly key: LevelKey;
  readonly points: number;
  readonly count: number;
  readonly findings: number;
}

/** Turns the weights of an encoded term into a term of the model whose mean over the training rows is zero. */
export function toModelTerm(encoded: EncodedTerm, weights: Float64Array, scale: number, rows: readonly TrainingRow[]): CentredTerm {
  const levels = smooth(encoded, fittedLevels(encoded, weights, scale, rows));
  const mean = levels.reduce((sum, level) => sum + level.points * level.count, 0) / rows.length;
  const pointsOf = (kind: "missing" | "other"): number => roundPoints((levels.find((level) => level.key.kind === kind)?.points ?? 0) - mean);
  const common = { id: encoded.recipe.id, missing: pointsOf("missing") };
  const listed = levels.flatMap((level) => (level.key.kind === "at" ? [{ at: level.key.at, evidence: evidenceOf(level, mean) }] : []));
  const { recipe } = encoded;
  switch (recipe.kind) {
    case "binned": {
      const edges = encoded.edges[0] ?? [];
      const byBin = new Map(listed.map((level) => [level.at[0], level.evidence.points]));
      const points = Array.from({ length: edges.length + 1 }, (_, bin) => byBin.get(bin) ?? roundPoints(-mean));
      return { mean, term: { ...common, kind: "binned", indicator: recipe.indicator, edges, points } };
    }
    case "categorical":
      return {
        mean,
        term: {
          ...common,
          kind: "categorical",
          indicator: recipe.indicator,
          levels: listed.map(({ at, evidence }) => ({ value: codeOf(at[0]), ...evidence })),
          unseen: pointsOf("other"),
        },
      };
    case "cross": {
      const [first, second, ...rest] = recipe.of.map((part, index) => ({
        indicator: part.indicator,
        ...(part.bins === undefined ? {} : { edges: encoded.edges[index] ?? [] }),
      }));
      if (first === undefined || second === undefined) throw new RangeError("a cross has two parts or more");
      return {
        mean,
        term: {
          ...common,
          kind: "cross",
          of: [first, second, ...rest],
          levels: listed.map(({ at, evidence }) => ({ at, ...evidence })),
          unseen: pointsOf("other"),
        },
      };
    }
  }
}

function codeOf(value: string | number | boolean | undefined): string | boolean {
  return typeof value === "boolean" ? value : String(value);
}

function fittedLevels(encoded: EncodedTerm, weights: Float64Array, scale: number, rows: readonly TrainingRow[]): readonly FittedLevel[] {
  const counts = new Float64Array(encoded.levels.length);
  const findings = new Float64Array(encoded.levels.length);
  for (const [row, level] of encoded.rows.entries()) {
    counts[level] = (counts[level] as number) + 1;
    findings[level] = (findings[level] as number) + (rows[row]?.label ?? 0);
  }
  return encoded.levels.map((key, level) => ({
    key,
    points: (weights[level] ?? 0) * scale * POINTS_PER_LOGIT,
    count: counts[level] ?? 0,
    findings: findings[level] ?? 0,
  }));
}

/** Where the recipe asks for points that only rise or fall, the nearest such points. */
function smooth(encoded: EncodedTerm, levels: readonly FittedLevel[]): readonly FittedLevel[] {
  const { recipe } = encoded;
  if (recipe.kind !== "binned" || recipe.monotone === undefined) return levels;
  const bins = levels.filter((level) => level.key.kind === "at").sort((a, b) => binNumber(a) - binNumber(b));
  const points = monotonePoints(
    bins.map((level) => level.points),
    bins.map((level) => level.count),
    recipe.monotone,
  );
  return levels.map((level) => (level.key.kind === "at" ? { ...level, points: points[bins.indexOf(level)] ?? level.points } : level));
}

function binNumber(level: FittedLevel): number {
  return level.key.kind === "at" ? Number(level.key.at[0]) : -1;
}

function evidenceOf(level: FittedLevel, mean: number): LevelEvidence {
  return { points: roundPoints(level.points - mean), count: level.count, findingRate: Math.round((level.findings / level.count) * 1e4) / 1e4 };
}

/** Points as they stand in the document: six decimals, exactly one contribution's worth of precision. */
export function roundPoints(points: number): number {
  return Math.round(points * 1e6) / 1e6 + 0;
}
