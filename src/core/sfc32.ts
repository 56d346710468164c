const WARM_UP = 12;

/**
 * Pseudo-random integers from 0 to 2^32 - 1 that a state of three integers fixes, the same on every machine: sfc32
 * (Chris Doty-Humphrey, PractRand, public domain), its first 12 left out. Never for a draw that must not be foretold.
 */
export function sfc32(first: number, second: number, third: number): () => number {
  let a = first | 0;
  let b = second | 0;
  let c = third | 0;
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
  return next;
}
