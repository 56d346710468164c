import { orThrow, type Result, success } from "../core/result.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { AssessOptions } from "./assess.js";
import { checkAssessable } from "./check-assessable.js";
import type { Hit } from "./hit.js";
import { withScorer } from "./scorer-of.js";
import { overallRank } from "./scores.js";
import { isDrawnAtRandom } from "./select.js";

/** What is left of an assessment where only the decision counts. */
export interface Score {
  readonly channel: string;
  /** By domain, in order of id. */
  readonly micropoints: readonly number[];
  /** The header's first, then those of every item; each by domain and id. */
  readonly hits: readonly Hit[];
}

/** Scores facts as {@link assess} does, with the same channel and sums, but without contributions and reasons: for large volumes. */
export function score(profile: CompiledProfile, facts: Facts, options: AssessOptions = {}): Result<Score> {
  const at = checkAssessable(profile, facts, options.selectionKey);
  if (!at.ok) return at;
  const { document } = profile;
  return success(
    withScorer(profile, (scorer) => {
      const { scores } = scorer;
      const kept = scorer.read(facts);
      scores.hits.count = 0;
      scorer.score(scorer.classes(), 0, kept, at.value, false);
      const isDrawn = isDrawnAtRandom(document.selection, facts, options.selectionKey);
      const rank = overallRank(scores, isDrawn ? document.channels.indexOf(document.selection.channel) : 0);
      return { channel: document.channels[rank] ?? "", micropoints: listOf(scores.micropoints), hits: scorer.listHits(scores.hits) };
    }),
  );
}

/**
 * {@link score} that throws.
 * @throws {IssueError} where {@link score} fails
 */
export function scoreOrThrow(profile: CompiledProfile, facts: Facts, options: AssessOptions = {}): Score {
  return orThrow(score(profile, facts, options));
}

function listOf(numbers: Float64Array): readonly number[] {
  const list = new Array<number>(numbers.length);
  for (let index = 0; index < numbers.length; index += 1) list[index] = numbers[index] as number;
  return list;
}
