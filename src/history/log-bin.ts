import { naturalLog } from "../core/logarithm.js";

/** How many bins of equal width a factor of e spans: each is 13.3 % wide. Multiplying by 8 is exact, so the logarithm alone decides. */
const BINS_PER_E = 8;

/** The bin of a positive number, an integer: `floor(8 ln x)`; `undefined` for what has no logarithm. */
export function logBin(x: number): number | undefined {
  return x > 0 && x < Infinity ? Math.floor(BINS_PER_E * naturalLog(x)) : undefined;
}
