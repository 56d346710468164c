import { weightedGram } from "./gram.js";
import { nullSpace } from "./null-space.js";
import type { Design } from "./standardise.js";
import { choleskyFactor } from "./triangular.js";

/** Below this, what a column adds to those before it is looked at more closely than cross products allow. */
const DOUBTFUL = 1e-6;
/** A column takes part in a dependency if its share of a unit vector exceeds this. */
const INVOLVED = 1e-5;

/** The columns that are linearly dependent, with each other or with a constant; empty if the design has full rank. */
export function dependentColumns(design: Design): readonly number[] {
  const { rows, columns, z } = design;
  const factor = choleskyFactor(weightedGram(z, rows, columns, new Float64Array(rows).fill(1)), columns + 1);
  if (rows > columns && factor !== undefined && factor.pivot > DOUBTFUL) return [];
  const basis = nullSpace(design, "all");
  return involvedColumns(basis, columns);
}

/** The columns that have a part in at least one of some unit vectors over the constant and the columns. */
export function involvedColumns(vectors: readonly Float64Array[], columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, column) => column).filter((column) => vectors.some((vector) => Math.abs(vector[column + 1] as number) > INVOLVED));
}
