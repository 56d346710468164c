import type { CompiledProfile } from "../profile/compile-profile.js";
import { createScorer, type Scorer } from "./scorer.js";

/** The scorer that is not in use, by profile. */
const idle = new WeakMap<CompiledProfile, Scorer>();

/**
 * Lends the profile's scorer, made on first use. A call from within a call (facts with accessors could make one) gets a
 * scorer of its own, since a scorer's memory serves one declaration at a time.
 */
export function withScorer<T>(profile: CompiledProfile, use: (scorer: Scorer) => T): T {
  const scorer = idle.get(profile) ?? createScorer(profile);
  idle.delete(profile);
  const result = use(scorer);
  idle.set(profile, scorer);
  return result;
}
