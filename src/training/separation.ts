import { linearPredictor } from "./linear-predictor.js";
import { nullSpace, project } from "./null-space.js";
import { involvedColumns } from "./rank.js";
import type { Design } from "./standardise.js";

/** How labels are separated, and by which columns. */
export interface Separation {
  readonly kind: "complete" | "quasi";
  readonly columns: readonly number[];
}

/** A margin below this share of the largest may be rounding. */
const MARGIN = 1e-9;
/** Log-odds that a Newton step moves by less than this stand still: those of separated rows move by about 1. */
const STILL = 1e-3;

/** The columns each of which alone, with a threshold, tells some labels without error. */
export function separatingColumns({ rows, columns, z, sign }: Design): readonly Separation[] {
  return Array.from({ length: columns }, (_, column) => {
    const low = { [-1]: Infinity, 1: Infinity };
    const high = { [-1]: -Infinity, 1: -Infinity };
    for (let row = 0; row < rows; row += 1) {
      const value = z[column * rows + row] as number;
      const label = (sign[row] as number) > 0 ? 1 : -1;
      if (value < low[label]) low[label] = value;
      if (value > high[label]) high[label] = value;
    }
    if (high[-1] < low[1] || high[1] < low[-1]) return { kind: "complete" as const, columns: [column] };
    return high[-1] <= low[1] || high[1] <= low[-1] ? { kind: "quasi" as const, columns: [column] } : undefined;
  }).filter((separation) => separation !== undefined);
}

/** Whether some parameters tell every label without error. */
export function separatesCompletely(design: Design, parameters: Float64Array, eta: Float64Array): Separation | undefined {
  let least = Infinity;
  let largest = 0;
  for (let row = 0; row < design.rows; row += 1) {
    const margin = (design.sign[row] as number) * (eta[row] as number);
    if (margin < least) least = margin;
    if (Math.abs(margin) > largest) largest = Math.abs(margin);
  }
  return least > MARGIN * largest ? { kind: "complete", columns: diverging(design, parameters) } : undefined;
}

/**
 * Whether the step of a Newton iteration shows a direction along which the likelihood rises for ever: some rows move towards
 * their label, all others stand still. The direction is verified: projected onto the space in which the others cannot move
 * at all, it must still move all of the former towards their labels. That is a proof, up to rounding, that no maximum exists.
 */
export function separatesAlong(design: Design, step: Float64Array, change: Float64Array): Separation | undefined {
  const { rows, sign } = design;
  const still: number[] = [];
  const moving: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const towards = (sign[row] as number) * (change[row] as number);
    if (towards > STILL) moving.push(row);
    else if (towards >= -STILL) still.push(row);
    else return undefined;
  }
  if (moving.length === 0) return undefined;
  const direction = still.length === 0 ? step : project(step, nullSpace(design, still));
  const moves = linearPredictor(design, direction);
  const largest = moving.reduce((most, row) => Math.max(most, Math.abs(moves[row] as number)), 0);
  if (largest === 0 || !moving.every((row) => (sign[row] as number) * (moves[row] as number) > MARGIN * largest)) return undefined;
  return { kind: still.length === 0 ? "complete" : "quasi", columns: diverging(design, direction) };
}

function diverging(design: Design, direction: Float64Array): readonly number[] {
  const size = Math.hypot(...direction.subarray(1));
  return involvedColumns([direction.map((part) => part / size)], design.columns);
}
