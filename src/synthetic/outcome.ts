import { toMicropoints, toProbability } from "../core/micropoints.js";
import type { Random } from "./random.js";
import { type FindingKind, type FindingProcess, RISK_PROCESS } from "./risk-process.js";
import type { Trait } from "./trait.js";

/** What an inspection of a synthetic declaration would find, and how likely the process made it. */
export interface SyntheticOutcome {
  /** Whether anything would be found. */
  readonly finding: boolean;
  /** What would be found; empty where nothing would. */
  readonly kinds: readonly FindingKind[];
  /** The probability, to six decimals, of at least one kind, noise included. */
  readonly probability: number;
  /** The probability of each kind, to six decimals. */
  readonly probabilities: { readonly [Kind in FindingKind]: number };
  /** The traits that the process saw. */
  readonly traits: readonly Trait[];
}

const KINDS = Object.keys(RISK_PROCESS) as readonly FindingKind[];

/** Draws the outcome of a declaration with some traits: one independent draw per kind. */
export function drawOutcome(traits: readonly Trait[], random: Random): SyntheticOutcome {
  const probabilities: Record<FindingKind, number> = { revenue: 0, narcotics: 0, precursors: 0, wildlife: 0 };
  const kinds: FindingKind[] = [];
  let clean = 1;
  for (const kind of KINDS) {
    const process = RISK_PROCESS[kind];
    const probability = toSixDecimals(toProbability(toMicropoints(expectedPoints(process, traits) + process.noise * random.bell())));
    probabilities[kind] = probability;
    clean *= 1 - probability;
    if (random.chance(probability)) kinds.push(kind);
  }
  return { finding: kinds.length > 0, kinds, probability: toSixDecimals(1 - clean), probabilities, traits };
}

/** The points of one kind of finding before noise. */
function expectedPoints(process: FindingProcess, traits: readonly Trait[]): number {
  return traits.reduce((sum, trait) => sum + (process.drivers[trait] ?? 0), process.base);
}

// A power of ten may differ in its last bit from one runtime to the next; six decimals do not.
function toSixDecimals(x: number): number {
  return Math.round(x * 1e6) / 1e6;
}
