import { compareText } from "../../core/canonical.js";
import { type Fact, isMissing } from "../../indicators/fact.js";
import { binOf } from "../../profile/score-term.js";
import type { CrossRecipe, TermRecipe } from "./recipe.js";
import type { TrainingRow } from "./training-row.js";

/** What a level of a term stands for: a code, truth value or bin number per part; a missing fact; or all rare levels. */
export type LevelKey = { readonly kind: "at"; readonly at: readonly (string | number | boolean)[] } | { readonly kind: "missing" } | { readonly kind: "other" };

/** A term fitted to training rows: its levels, and which one each row has. */
export interface EncodedTerm {
  readonly recipe: TermRecipe;
  /** Bin edges per part; empty for codes. */
  readonly edges: readonly (readonly number[])[];
  /** In a fixed order: `missing` and `other` last, where they occur. */
  readonly levels: readonly LevelKey[];
  /** The level index of each row. */
  readonly rows: Int32Array;
}

/** Finds the levels of a term in the rows that are fitted, and the level of each row. */
export function encodeTerm(recipe: TermRecipe, rows: readonly TrainingRow[]): EncodedTerm {
  const parts = partsOf(recipe);
  const edges = parts.map((part) =>
    part.bins === undefined
      ? []
      : quantileEdges(
          rows.map((row) => row.read(part.indicator)),
          part.bins,
        ),
  );
  const keys = rows.map((row) =>
    levelText(parts.map((part, index) => partLevel(row.read(part.indicator), part.bins === undefined ? undefined : edges[index]))),
  );
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const minCount = recipe.kind === "binned" ? 1 : recipe.minCount;
  const kept = [...counts]
    .filter(([key, count]) => key !== MISSING && count >= minCount)
    .map(([key]) => key)
    .sort(compareText);
  const levels: LevelKey[] = kept.map((key) => ({ kind: "at", at: JSON.parse(key) as (string | number | boolean)[] }));
  const index = new Map(kept.map((key, position) => [key, position]));
  if (counts.has(MISSING)) index.set(MISSING, levels.push({ kind: "missing" }) - 1);
  const other = counts.size > index.size ? levels.push({ kind: "other" }) - 1 : -1;
  return { recipe, edges, levels, rows: Int32Array.from(keys, (key) => index.get(key) ?? other) };
}

interface Part {
  readonly indicator: string;
  readonly bins?: number;
}

function partsOf(recipe: TermRecipe): readonly Part[] {
  switch (recipe.kind) {
    case "binned":
      return [{ indicator: recipe.indicator, bins: recipe.bins }];
    case "categorical":
      return [{ indicator: recipe.indicator }];
    case "cross":
      return (recipe satisfies CrossRecipe).of;
  }
}

const MISSING = "missing";

function levelText(at: readonly (string | number | boolean | undefined)[]): string {
  return at.includes(undefined) ? MISSING : JSON.stringify(at);
}

function partLevel(fact: Fact, edges: readonly number[] | undefined): string | number | boolean | undefined {
  if (isMissing(fact) || typeof fact === "object") return undefined;
  return typeof fact === "number" ? binOf(fact, edges ?? []) : fact;
}

/** The edges of at most `bins` bins with as equal numbers of rows as the values allow, strictly rising, none below the least value. */
export function quantileEdges(facts: readonly Fact[], bins: number): readonly number[] {
  const values = Float64Array.from(facts.filter((fact) => typeof fact === "number")).sort();
  const edges = new Set<number>();
  for (let bin = 1; bin < bins; bin += 1) {
    const edge = values[Math.floor((values.length * bin) / bins)];
    if (edge !== undefined && edge > (values[0] ?? edge)) edges.add(edge);
  }
  return [...edges];
}
