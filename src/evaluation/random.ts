/** Pseudo-random draws that a seed fixes, the same on every machine: integers, sums and products only. */
export interface SeededRandom {
  /** An integer from 0 up to but not including `bound` (at most 2^32). */
  readonly below: (bound: number) => number;
}

const WARM_UP = 12;

/** The generator of a seed: sfc32 (Chris Doty-Humphrey, PractRand, public domain); `seed` is a safe integer. */
export function seededRandom(seed: number): SeededRandom {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < WARM_UP; round += 1) next();
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
