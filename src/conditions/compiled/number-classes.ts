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

/** Up to so many numbers are all compared: without a branch to foresee that is faster than halving. */
const MAX_COMPARED = 24;

/** How many of some sorted numbers are less than a value. */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let length = sorted.length;
  while (length > MAX_COMPARED) {
    const half = length >>> 1;
    if ((sorted[low + half] as number) < value) low += half;
    length -= half;
  }
  const end = low + length;
  let below = low;
  for (let index = low; index < end; index += 1) below += (sorted[index] as number) < value ? 1 : 0;
  return below;
}
