import { sfc32 } from "../core/sfc32.js";

/** Pseudo-random draws that a seed fixes, the same on every machine: integers, sums and products only. */
export interface SeededRandom {
  /** An integer from 0 up to but not including `bound` (at most 2^32). */
  readonly below: (bound: number) => number;
}

/** The generator of a seed, a safe integer. */
export function seededRandom(seed: number): SeededRandom {
  const next = sfc32(seed, Math.floor(seed / 2 ** 32), 0x9e3779b9);
  return { below: (bound) => Math.floor((next() / 2 ** 32) * bound) };
}

/** A copy of a list in random order (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], random: SeededRandom): readonly T[] {
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const kept = copy[last] as T;
    copy[last] = copy[other] as T;
    copy[other] = kept;
  }
  return copy;
}
