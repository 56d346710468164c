import { POINTS_PER_LOGIT } from "../../core/micropoints.js";
import type { LevelEvidence, ModelTerm, RestEvidence, TrainingEvidence } from "../../profile/model-document.js";
import type { ChosenRows } from "./choose-rows.js";
import type { EncodedTerm, LevelKey, LevelValue } from "./encode-term.js";

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
  const levels = fittedLevels(encoded, weights, slope, fitted);
  const mean = levels.reduce((sum, level) => sum + level.points * level.count, 0) / fitted.rows.length;
  // what no fitted row has got no weight
  const centred = (points = 0): number => roundPoints(points - mean);
  const shared = { mean, points: Float64Array.from(levels, (level) => centred(level.points)), otherwise: centred() };
  if (levels.every((level) => level.points === 0)) return { ...shared, term: undefined };
  const ofKind = (kind: "missing" | "other"): FittedLevel | undefined => levels.find((level) => level.key.kind === kind);
  const missing = centred(ofKind("missing")?.points);
  const missingEvidence = evidenceOf("missing", levels, ({ key }) => key.kind === "missing");
  const unseen = ofKind("other")?.points ?? 0;
  // a level that says no more than `unseen` need not be listed: so an L1 card stays short
  const isListed = ({ key, points }: FittedLevel): boolean => key.kind === "at" && (points !== 0 || unseen !== 0);
  const listed = levels.flatMap((level): readonly (LevelEvidence & { readonly at: readonly LevelValue[] })[] =>
    level.key.kind === "at" && isListed(level) ? [{ at: level.key.at, points: centred(level.points), ...trainingEvidence([level]) }] : [],
  );
  const rest = { ...missingEvidence, ...evidenceOf("unseen", levels, (level) => level.key.kind !== "missing" && !isListed(level)) };
  const ofRest = Object.keys(rest).length === 0 ? {} : { evidence: rest };
  switch (recipe.kind) {
    case "binned": {
      const [only = []] = edges;
      const byBin = new Map(levels.map((level) => [level.key.kind === "at" ? level.key.at[0] : undefined, level]));
      const inOrder = Array.from({ length: only.length + 1 }, (_, bin) => byBin.get(bin));
      const bins = inOrder.map((level) => trainingEvidence(level === undefined ? [] : [level]));
      const points = inOrder.map((level) => centred(level?.points));
      return {
        ...shared,
        term: { id: recipe.id, kind: "binned", indicator: recipe.indicator, edges: only, points, missing, evidence: { bins, ...missingEvidence } },
      };
    }
    case "categorical": {
      const codes = listed.map(({ at, ...level }) => ({ value: codeOf(at[0]), ...level }));
      return {
        ...shared,
        term: { id: recipe.id, kind: "categorical", indicator: recipe.indicator, levels: codes, missing, unseen: centred(unseen), ...ofRest },
      };
    }
    case "cross": {
      const [first, second, ...others] = recipe.of;
      const part = ({ indicator, bins }: typeof first, index: number) => ({
        indicator,
        ...(bins === undefined ? {} : { edges: edges[index] as readonly number[] }),
      });
      const of = [part(first, 0), part(second, 1), ...others.map((more, index) => part(more, index + 2))] as const;
      return { ...shared, term: { id: recipe.id, kind: "cross", of, levels: listed, missing, unseen: centred(unseen), ...ofRest } };
    }
  }
}

/** The rows of some levels taken together, and the share of them with a finding; 0 without rows. */
function trainingEvidence(levels: readonly FittedLevel[]): TrainingEvidence {
  const count = levels.reduce((sum, level) => sum + level.count, 0);
  const findings = levels.reduce((sum, level) => sum + level.findings, 0);
  return { count, findingRate: count === 0 ? 0 : roundRate(findings / count) };
}

/** The evidence of the levels that are wanted, under a name; nothing where no row has one of them. */
function evidenceOf(name: keyof RestEvidence, levels: readonly FittedLevel[], isWanted: (level: FittedLevel) => boolean): RestEvidence {
  const wanted = levels.filter(isWanted);
  return wanted.length === 0 ? {} : { [name]: trainingEvidence(wanted) };
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

/** Points as they stand in the document: six decimals, exactly one contribution's worth of precision. */
export function roundPoints(points: number): number {
  return Math.round(points * 1e6) / 1e6 + 0;
}

function roundRate(rate: number): number {
  return Math.round(rate * 1e4) / 1e4;
}
