import { Matrix, SingularValueDecomposition } from "ml-matrix";
import type { Design } from "./standardise.js";
import { householderFactor } from "./triangular.js";

/**
 * The directions in which some rows of the design, with a constant first, do not vary beyond what the rounding of their
 * values explains: unit vectors over the constant and the standardised columns, each of which gives 0 on all these rows.
 */
export function nullSpace(design: Design, rows: readonly number[] | "all"): readonly Float64Array[] {
  const size = design.columns + 1;
  const count = rows === "all" ? design.rows : rows.length;
  const length = Math.max(count, size);
  const matrix = Array.from({ length: size }, (_, index) => {
    const column = new Float64Array(length);
    const start = (index - 1) * design.rows;
    if (index === 0) column.fill(1, 0, count);
    else if (rows === "all") column.set(design.z.subarray(start, start + count));
    else for (const [at, row] of rows.entries()) column[at] = design.z[start + row] as number;
    return column;
  });
  const { upper } = householderFactor(matrix, length);
  const decomposition = new SingularValueDecomposition(Matrix.from1DArray(size, size, upper), {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: true,
  });
  const tolerance = 4 * Number.EPSILON * size * Math.sqrt(Math.max(count, 1));
  return decomposition.diagonal.flatMap((value, index) => {
    const vector = Float64Array.from({ length: size }, (_, row) => decomposition.rightSingularVectors.get(row, index));
    const noise = vector.reduce((sum, part, row) => sum + Math.abs(part) * (row === 0 ? 1 : (design.magnitude[row - 1] as number)), 0);
    return value <= tolerance * noise ? [vector] : [];
  });
}

/** The part of a direction that lies in the space of some orthonormal vectors. */
export function project(direction: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const result = new Float64Array(direction.length);
  for (const vector of basis) {
    const along = vector.reduce((sum, part, index) => sum + part * (direction[index] as number), 0);
    for (const [index, part] of vector.entries()) result[index] = (result[index] as number) + along * part;
  }
  return result;
}
