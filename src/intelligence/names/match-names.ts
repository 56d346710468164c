import { toMicropoints, toProbability } from "../../core/micropoints.js";
import { type Alignment, alignNames } from "./align.js";
import { type ComparedNames, compareAligned, type NameFeatures } from "./name-features.js";
import { NAME_MODEL } from "./name-model.js";
import { type PreparedName, prepareName } from "./prepared-name.js";

/** The parts of the scorecard in the order in which they are listed. */
export const NAME_FEATURES: readonly (keyof NameFeatures)[] = Object.keys(NAME_MODEL.points) as (keyof NameFeatures)[];

/**
 * How much two names look like names of one person, company or vessel: 0 to 1, and 1 exactly if both are equal once folded, transliterated and
 * cut into words. Symmetric and deterministic. It is an order, not a probability: how often two names that look alike belong together depends on
 * where the pairs come from. Only the first 400 characters and 24 words of a name count.
 */
export function matchNames(a: string, b: string): number {
  return matchPrepared(prepareName(a), prepareName(b));
}

/** {@link matchNames} of names that were read once. */
export function matchPrepared(a: PreparedName, b: PreparedName): number {
  if (a.text === b.text) return 1;
  // ties of the alignment are broken by position, so both orders have to see the same name first
  const [first, second] = a.text < b.text ? [a, b] : [b, a];
  return scoreOf(compareAligned(first, second, alignNames(first, second)).features);
}

/** Aligns and compares as {@link matchPrepared} does; the words of `a` stand left. */
export function comparePrepared(a: PreparedName, b: PreparedName): ComparedNames & { readonly alignment: Alignment } {
  if (a.text <= b.text) {
    const alignment = alignNames(a, b);
    return { ...compareAligned(a, b, alignment), alignment };
  }
  const { pairs, leftOver, rightOver } = alignNames(b, a);
  const alignment = { pairs: pairs.map(({ left, right, similarity }) => ({ left: right, right: left, similarity })), leftOver: rightOver, rightOver: leftOver };
  return { ...compareAligned(a, b, alignment), alignment };
}

/** The score of a comparison, below 1: 1 is for equal names. */
function scoreOf(features: NameFeatures): number {
  let sum = BASE;
  for (const feature of NAME_FEATURES) sum += partMicropoints(feature, features[feature]);
  return toProbability(sum);
}

/** The points of names of the same letters, in millionths. */
export const BASE: number = toMicropoints(NAME_MODEL.base);

/** The points of one part, in millionths. */
export function partMicropoints(feature: keyof NameFeatures, value: number): number {
  return toMicropoints(NAME_MODEL.points[feature] * value);
}
