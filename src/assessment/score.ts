import { orThrow, type Result, success } from "../core/result.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { AssessOptions } from "./assess.js";
import type { RuleOutcome } from "./assessment.js";
import { checkAssessable } from "./check-assessable.js";
import { FIRED, overallRank, type Part, type Scores, UNDETERMINED } from "./scorer.js";
import { withScorer } from "./scorer-of.js";
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
      const scores = scorer.score(scorer.read(facts), at.value, false);
      const isDrawn = isDrawnAtRandom(document.selection, facts, options.selectionKey);
      const rank = overallRank(scores, isDrawn ? document.channels.indexOf(document.selection.channel) : 0);
      return { channel: document.channels[rank] ?? "", micropoints: scores.micropoints.slice(), hits: hitsOf(profile, scores) };
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

function hitsOf({ plan }: CompiledProfile, scores: Scores): readonly Hit[] {
  const hits: Hit[] = [];
  const add = (part: Part, item: number | undefined): void => {
    for (let place = part.from; place < part.to; place += 1) {
      const rule = plan.rules[scores.hitRules[place] as number]?.rule.id ?? "";
      const number = scores.hitOutcomes[place];
      const outcome = number === FIRED ? "fired" : number === UNDETERMINED ? "undetermined" : "superseded";
      hits.push(item === undefined ? { rule, outcome } : { rule, item, outcome });
    }
  };
  add(scores.header, undefined);
  for (let index = 0; index < scores.itemCount; index += 1) add(scores.items[index] as Part, scores.lines[index]);
  return hits;
}
