import { sfc32 } from "../core/sfc32.js";

/** Pseudo-random draws that a seed fixes: the same on every machine, since nothing but integers, sums and products is used. */
export interface Random {
  /** A number from 0 up to but not including 1, a multiple of 2^-32. */
  readonly next: () => number;
  /** An integer from `min` to `max`, both included. */
  readonly integer: (min: number, max: number) => number;
  /** True with so much probability. */
  readonly chance: (probability: number) => boolean;
  /** One of the values, all alike. */
  readonly pick: <T>(values: readonly [T, ...T[]]) => T;
  /** A bell-shaped number with mean 0, variance 1 and no value beyond 3.47: the scaled sum of four uniform ones. */
  readonly bell: () => number;
  /** A factor around 1 that is skewed to the right like a lognormal one: `(1 + z * spread / 16)^16` of a bell-shaped z. */
  readonly factor: (spread: number) => number;
}

const SQRT_3 = 1.7320508075688772;

/**
 * Makes the generator of one stream of one record: sfc32, its state mixed from seed, record and stream, so that each record can be drawn without those before it.
 */
export function createRandom(seed: number, index: number, stream: number): Random {
  const nextInteger = sfc32(
    mixBits(lowBits(seed) ^ 0x9e3779b9),
    mixBits(lowBits(index) ^ mixBits(highBits(seed) ^ 0x85ebca6b)),
    mixBits(stream ^ mixBits(highBits(index) ^ 0xc2b2ae35)),
  );
  const next = (): number => nextInteger() / 2 ** 32;
  const bell = (): number => (next() + next() + next() + next() - 2) * SQRT_3;
  return {
    next,
    bell,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (values) => values[Math.floor(next() * values.length)] ?? values[0],
    factor: (spread) => toThe16th(1 + (bell() * spread) / 16),
  };
}

function lowBits(integer: number): number {
  return integer | 0;
}

function highBits(integer: number): number {
  return Math.floor(integer / 2 ** 32) | 0;
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain): every bit in changes about half of the bits out. */
export function mixBits(bits: number): number {
  let x = bits;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

function toThe16th(x: number): number {
  const x2 = x * x;
  const x4 = x2 * x2;
  const x8 = x4 * x4;
  return x8 * x8;
}
