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
  const { codes, sample } = combine(parts, table);
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
    .sort((a, b) => compareRows(parts, sample[a] as number, sample[b] as number));
  const levels: LevelKey[] = kept.map((code) => ({ kind: "at", at: valuesAt(code) }));
  const missingLevel = missing > 0 ? levels.push({ kind: "missing" }) - 1 : -1;
  const isRare = counts.some((count) => count > 0 && count < minCount);
  const otherLevel = isRare ? levels.push({ kind: "other" }) - 1 : -1;
  const levelOf = new Int32Array(sample.length).fill(otherLevel);
  for (const [level, code] of kept.entries()) levelOf[code] = level;
  const rows = new Int32Array(codes.length);
  for (let row = 0; row < rows.length; row += 1) {
    const code = codes[row] as number;
    rows[row] = code === -1 ? missingLevel : (levelOf[code] as number);
  }
  return { recipe, edges: parts.map((part) => part.edges), levels, rows };
}

interface EncodedPart {
  readonly edges: readonly number[];
  /** How many codes there are. */
  readonly size: number;
  /** A code per row; -1 for missing. */
  readonly codes: Int32Array;
  /** A row that has each code. */
  readonly sample: Int32Array;
  readonly valueOf: (code: number) => LevelValue;
  /** The place of each code in the order of their values. */
  readonly ranks: Int32Array;
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
    return {
      edges: [],
      size: levels.length,
      codes,
      sample: samplesOf(codes, levels.length),
      valueOf: (code) => levels[code] as LevelValue,
      ranks: ranksOf(levels),
    };
  }
  const { values } = column;
  const edges = quantileEdges(fitted.length === values.length ? values : Float64Array.from(fitted, (row) => values[row] as number), bins as number);
  const codes = new Int32Array(values.length);
  for (let row = 0; row < codes.length; row += 1) {
    const first = table.alike[row] as number;
    const value = values[row] as number;
    if (first !== row) codes[row] = codes[first] as number;
    else codes[row] = Number.isNaN(value) ? -1 : binOf(value, edges);
  }
  const size = edges.length + 1;
  return { edges, size, codes, sample: samplesOf(codes, size), valueOf: (code) => code, ranks: Int32Array.from({ length: size }, (_, code) => code) };
}

/** A row for each of so many codes; all occur, since edges are values of rows. */
function samplesOf(codes: Int32Array, size: number): Int32Array {
  const sample = new Int32Array(size);
  for (let row = 0; row < codes.length; row += 1) if (codes[row] !== -1) sample[codes[row] as number] = row;
  return sample;
}

/** The place of each level among them all: texts by their code units, `false` before `true`. */
function ranksOf(levels: readonly (string | boolean)[]): Int32Array {
  const ranks = new Int32Array(levels.length);
  const inOrder = [...levels.keys()].sort((a, b) => compareText(String(levels[a]), String(levels[b])));
  for (const [rank, code] of inOrder.entries()) ranks[code] = rank;
  return ranks;
}

/** Codes for the combinations of the parts' codes that occur, each with a row that has it; -1 where a part is missing. */
function combine([whole, ...others]: readonly EncodedPart[], { size: rows, alike }: TrainingTable): Pick<EncodedPart, "codes" | "sample"> {
  // a term has a part
  let { codes, sample } = whole as EncodedPart;
  for (const part of others) {
    const before = codes;
    const numberOf = createNumbering(rows);
    const samples: number[] = [];
    codes = new Int32Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const first = alike[row] as number;
      if (first !== row) {
        codes[row] = codes[first] as number;
        continue;
      }
      const code = part.codes[row] as number;
      const prefix = before[row] as number;
      const number = code === -1 || prefix === -1 ? -1 : numberOf(prefix * part.size + code);
      codes[row] = number;
      if (number === samples.length) samples.push(row);
    }
    sample = Int32Array.from(samples);
  }
  return { codes, sample };
}

/** Numbers keys, which are non-negative integers below 2^53, in order of first use: a hash table with open addressing for at most so many. */
function createNumbering(most: number): (key: number) => number {
  const bits = Math.ceil(Math.log2(most + 1)) + 1;
  const keys = new Float64Array(2 ** bits);
  const numbers = new Int32Array(2 ** bits);
  const last = numbers.length - 1;
  let size = 0;
  return (key) => {
    // Fibonacci hashing of both halves
    let at = (Math.imul(key ^ (key / 2 ** 32), 0x9e3779b1) >>> (32 - bits)) & last;
    while (numbers[at] !== 0 && keys[at] !== key) at = (at + 1) & last;
    if (numbers[at] === 0) {
      keys[at] = key;
      numbers[at] = ++size;
    }
    return (numbers[at] as number) - 1;
  };
}

/** The order of two rows that differ in the values of some parts: by the first part in which they do. */
function compareRows(parts: readonly EncodedPart[], a: number, b: number): number {
  for (const { codes, ranks } of parts) {
    const order = (ranks[codes[a] as number] as number) - (ranks[codes[b] as number] as number);
    if (order !== 0) return order;
  }
  return 0;
}
