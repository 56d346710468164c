import { orThrow, type Result, success } from "../core/result.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { AssessOptions } from "./assess.js";
import type { RuleOutcome } from "./assessment.js";
import { checkAssessable } from "./check-assessable.js";
import { withScorer } from "./scorer-of.js";
import { FIRED, type Hits, overallRank, UNDETERMINED } from "./scores.js";
import { isDrawnAtRandom } from "./select.js";

/** A rule that did not stay silent. */
export interface Hit {
  readonly rule: string;
  /** The item's line number, for an item rule. */
  readonly item?: number;
  readonly outcome: Exclude<RuleOutcome, "notApplicable">;
}

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
      return { channel: document.channels[rank] ?? "", micropoints: listOf(scores.micropoints), hits: hitsOf(profile, scores.hits) };
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
  const list: number[] = [];
  for (let index = 0; index < numbers.length; index += 1) list.push(numbers[index] as number);
  return list;
}

function hitsOf({ plan }: CompiledProfile, hits: Hits): readonly Hit[] {
  const { ruleIds } = plan;
  const { rules, lines, outcomes, count } = hits;
  const list: Hit[] = [];
  for (let place = 0; place < count; place += 1) {
    const rule = ruleIds[rules[place] as number] as string;
    const item = lines[place] as number;
    const number = outcomes[place];
    const outcome = number === FIRED ? "fired" : number === UNDETERMINED ? "undetermined" : "superseded";
    list.push(item === 0 ? { rule, outcome } : { rule, item, outcome });
  }
  return list;
}
