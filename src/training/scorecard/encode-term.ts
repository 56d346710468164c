import { compareText } from "../../core/canonical.js";
import { binOf } from "../../profile/score-term.js";
import { quantileEdges } from "./quantile-edges.js";
import type { CrossRecipePart, TermRecipe } from "./recipe.js";
import type { Column, TrainingTable } from "./training-table.js";

/** What stands at one part of a level: a code, a truth value or a bin number. */
export type LevelValue = string | number | boolean;

/** What a level of a term stands for: a value per part; a missing fact; or all levels too rare for a weight of their own. */
export type LevelKey = { readonly kind: "at"; readonly at: readonly LevelValue[] } | { readonly kind: "missing" } | { readonly kind: "other" };

/** A term's levels as the fitted rows have them. */
export interface EncodedTerm {
  readonly recipe: TermRecipe;
  /** Bin edges per part; empty for codes. */
  readonly edges: readonly (readonly number[])[];
  /** In a fixed order: `missing` and `other` last, where the fitted rows have them. */
  readonly levels: readonly LevelKey[];
  /** The level of every row of the table, also of those not fitted; -1 for one that no fitted row has. */
  readonly rows: Int32Array;
}

/** Finds the levels of terms in the rows that are fitted, and the level of each row of the table. */
export function encodeTerms(recipes: readonly TermRecipe[], table: TrainingTable, fitted: Int32Array): readonly EncodedTerm[] {
  const known = new Map<string, EncodedPart>();
  const encode = (part: CrossRecipePart): EncodedPart => {
    const key = `${part.indicator} ${part.bins}`;
    const encoded = known.get(key) ?? encodePart(part, table, fitted);
    known.set(key, encoded);
    return encoded;
  };
  return recipes.map((recipe) => encodeTerm(recipe, partsOf(recipe).map(encode), table, fitted));
}

function encodeTerm(recipe: TermRecipe, parts: readonly EncodedPart[], table: TrainingTable, fitted: Int32Array): EncodedTerm {
  const { codes, sample } = combine(parts, table.size);
  const counts = new Int32Array(sample.length);
  let missing = 0;
  for (const row of fitted) {
    const code = codes[row] as number;
    if (code === -1) missing += 1;
    else counts[code] = (counts[code] as number) + 1;
  }
  const minCount = recipe.kind === "binned" ? 1 : recipe.minCount;
  const valuesAt = (code: number): readonly LevelValue[] => parts.map((part) => part.valueOf(part.codes[sample[code] as number] as number));
  const kept = [...counts.keys()]
    .filter((code) => (counts[code] as number) >= minCount)
    .map((code) => ({ code, at: valuesAt(code) }))
    .sort((a, b) => compareLevels(a.at, b.at));
  const levels: LevelKey[] = kept.map(({ at }) => ({ kind: "at", at }));
  const missingLevel = missing > 0 ? levels.push({ kind: "missing" }) - 1 : -1;
  const isRare = counts.some((count) => count > 0 && count < minCount);
  const otherLevel = isRare ? levels.push({ kind: "other" }) - 1 : -1;
  const levelOf = new Int32Array(sample.length).fill(otherLevel);
  for (const [level, { code }] of kept.entries()) levelOf[code] = level;
  return {
    recipe,
    edges: parts.map((part) => part.edges),
    levels,
    rows: codes.map((code) => (code === -1 ? missingLevel : (levelOf[code] as number))),
  };
}

interface EncodedPart {
  readonly edges: readonly number[];
  /** How many codes there are. */
  readonly size: number;
  /** A code per row; -1 for missing. */
  readonly codes: Int32Array;
  readonly valueOf: (code: number) => LevelValue;
}

function partsOf(recipe: TermRecipe): readonly CrossRecipePart[] {
  switch (recipe.kind) {
    case "binned":
      return [{ indicator: recipe.indicator, bins: recipe.bins }];
    case "categorical":
      return [{ indicator: recipe.indicator }];
    case "cross":
      return recipe.of;
  }
}

function encodePart({ indicator, bins }: CrossRecipePart, table: TrainingTable, fitted: Int32Array): EncodedPart {
  // the recipe was checked: the table has the column, and a number has bins
  const column = table.columns.get(indicator) as Column;
  if (column.kind === "level") {
    const { levels, codes } = column;
    return { edges: [], size: levels.length, codes, valueOf: (code) => levels[code] as LevelValue };
  }
  const edges = quantileEdges(
    Float64Array.from(fitted, (row) => column.values[row] as number),
    bins as number,
  );
  const codes = Int32Array.from(column.values, (value) => (Number.isNaN(value) ? -1 : binOf(value, edges)));
  return { edges, size: edges.length + 1, codes, valueOf: (code) => code };
}

/** Numbers the combinations of the parts' codes that occur, each with a row that has it. */
function combine(parts: readonly EncodedPart[], rows: number): { readonly codes: Int32Array; readonly sample: readonly number[] } {
  let codes = new Int32Array(rows);
  let sample: number[] = [0];
  for (const part of parts) {
    const before = codes;
    const numberOf = createNumbering(sample.length * part.size);
    sample = [];
    codes = new Int32Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const code = part.codes[row] as number;
      const prefix = before[row] as number;
      const number = code === -1 || prefix === -1 ? -1 : numberOf(prefix * part.size + code);
      codes[row] = number;
      if (number === sample.length) sample.push(row);
    }
  }
  return { codes, sample };
}

/** A table of more keys than this would take longer to make than to look up. */
const MAX_TABLE = 1 << 22;

/** Numbers keys below a limit in order of first use. */
function createNumbering(limit: number): (key: number) => number {
  let size = 0;
  if (limit > MAX_TABLE) {
    const numbers = new Map<number, number>();
    return (key) => {
      const number = numbers.get(key) ?? size++;
      numbers.set(key, number);
      return number;
    };
  }
  const numbers = new Int32Array(limit);
  return (key) => {
    if (numbers[key] === 0) numbers[key] = ++size;
    return (numbers[key] as number) - 1;
  };
}

/** Different levels in order: numbers by size, texts by their code units, `false` before `true`; part by part. */
function compareLevels(a: readonly LevelValue[], b: readonly LevelValue[]): number {
  const orders = a.map((value, part) => (typeof value === "string" ? compareText(value, String(b[part])) : Number(value) - Number(b[part])));
  return orders.find((order) => order !== 0) as number;
}
