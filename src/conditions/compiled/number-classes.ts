import type { ValueTest } from "../prepare.js";
import { type Classes, FIRST_VALUE } from "./class.js";

/** The classes of a number: below, at and between the numbers that the tests mention. */
export function numberClasses(tests: readonly ValueTest[]): Classes {
  const cuts = Float64Array.from(new Set(tests.flatMap(cutsOf))).sort();
  const at = (cut: number): number => FIRST_VALUE + 2 * lowerBound(cuts, cut) + 1;
  const count = FIRST_VALUE + 2 * cuts.length + 1;
  return {
    count,
    cuts,
    classOf: (value) => classOfNumber(cuts, value as number),
    rangesOf: (test) => {
      if (test.kind === "set") return [...test.set].flatMap((value) => (typeof value === "number" ? [at(value), at(value) + 1] : []));
      if (test.kind !== "range") return [];
      const from = test.min === -Infinity ? FIRST_VALUE : at(test.min) + (test.minIncluded ? 0 : 1);
      const to = test.max === Infinity ? count : at(test.max) + (test.maxIncluded ? 1 : 0);
      return from < to ? [from, to] : [];
    },
  };
}

/** The class of a number between cuts. */
export function classOfNumber(cuts: Float64Array, value: number): number {
  const below = lowerBound(cuts, value);
  return FIRST_VALUE + 2 * below + (cuts[below] === value ? 1 : 0);
}

function cutsOf(test: ValueTest): readonly number[] {
  if (test.kind === "set") return [...test.set].filter((value) => typeof value === "number");
  return test.kind === "range" ? [test.min, test.max].filter(Number.isFinite) : [];
}

/** Among more numbers the right half is chosen first. */
const MAX_COMPARED = 64;

/** Up to so many numbers are compared by fours, more by eights. */
const MAX_BY_FOURS = 24;

/** How many of some sorted numbers are less than a value: halves first, then whole blocks and what is left, without a branch to foresee. */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let length = sorted.length;
  while (length > MAX_COMPARED) {
    const half = length >>> 1;
    if ((sorted[low + half] as number) < value) low += half;
    length -= half;
  }
  const end = low + length;
  const block = length > MAX_BY_FOURS ? 8 : 4;
  let blocks = 0;
  for (let last = low + block - 1; last < end; last += block) blocks += (sorted[last] as number) < value ? 1 : 0;
  let below = low + blocks * block;
  const last = Math.min(below + block, end);
  for (let index = below; index < last; index += 1) below += (sorted[index] as number) < value ? 1 : 0;
  return below;
}
