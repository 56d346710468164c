import type { CompiledProfile } from "../profile/compile-profile.js";
import { createScorer, type Scorer } from "./scorer.js";

/** By profile: the scorer that is not in use. */
const idle = new WeakMap<CompiledProfile, { scorer: Scorer | undefined }>();

/**
 * Lends the profile's scorer, made on first use. A call from within a call (facts with accessors could make one) gets a
 * scorer of its own, since a scorer's memory serves one declaration at a time.
 */
export function withScorer<T>(profile: CompiledProfile, use: (scorer: Scorer) => T): T {
  const place = idle.get(profile) ?? addPlace(profile);
  const scorer = place.scorer ?? createScorer(profile);
  place.scorer = undefined;
  const result = use(scorer);
  place.scorer = scorer;
  return result;
}

function addPlace(profile: CompiledProfile): { scorer: Scorer | undefined } {
  const place = { scorer: undefined };
  idle.set(profile, place);
  return place;
}
