import { mixBits } from "../random.js";

/** Two sizes whose product is that of the numbers to be scrambled. */
export interface Halves {
  readonly high: number;
  readonly low: number;
}

const ROUNDS = 4;

/**
 * A serial from 0 to `high * low - 1` as another, one to one and in no order, so that what is made side by side does not lie side by
 * side: each half is moved on by a hash of the other, four times (an unbalanced Feistel network).
 */
export function scramble(serial: number, { high, low }: Halves, key: number): number {
  let left = Math.floor(serial / low);
  let right = serial % low;
  for (let round = 0; round < ROUNDS; round += 1) {
    left = (left + hash(right, key + 2 * round)) % high;
    right = (right + hash(left, key + 2 * round + 1)) % low;
  }
  return left * low + right;
}

function hash(half: number, key: number): number {
  return mixBits(half ^ mixBits(key)) >>> 0;
}
