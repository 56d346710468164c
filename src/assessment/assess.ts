import { deepFreeze } from "../core/freeze.js";
import { orThrow, type Result, success } from "../core/result.js";
import { ENGINE_VERSION } from "../core/version.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { Assessment } from "./assessment.js";
import { checkAssessable } from "./check-assessable.js";
import { domainAssessments } from "./domain-assessment.js";
import { readFacts } from "./read-facts.js";
import { withScorer } from "./scorer-of.js";
import type { Scores } from "./scores.js";
import { select } from "./select.js";
import type { SelectionKey } from "./selection-key.js";

/** What an assessment needs beyond profile and facts. */
export interface AssessOptions {
  /** Required by a profile with a random rate. */
  readonly selectionKey?: SelectionKey;
}

/**
 * Assesses the facts of one declaration under a profile: a pure function. Fails where the profile is not in force at
 * `asOf`, where a random rate has no key, and where the facts are in another currency than the profile.
 */
export function assess(profile: CompiledProfile, facts: Facts, options: AssessOptions = {}): Result<Assessment> {
  const at = checkAssessable(profile, facts, options.selectionKey);
  if (!at.ok) return at;
  return success(
    withScorer(profile, (scorer) => {
      const kept = scorer.read(facts);
      scorer.scores.hits.count = 0;
      scorer.score(scorer.classes(), 0, kept, at.value, true);
      return writeAssessment(profile, facts, at.value, scorer.scores, options.selectionKey);
    }),
  );
}

function writeAssessment(profile: CompiledProfile, facts: Facts, at: number, scores: Scores, key: SelectionKey | undefined): Assessment {
  const { document } = profile;
  const reached = { threshold: Math.max(0, ...scores.threshold), mandatory: Math.max(0, ...scores.mandatory) };
  const selectedRank = document.channels.indexOf(document.selection.channel);
  const { result: selection, drawnAtRandom } = select(document.selection, selectedRank, reached, facts, key);
  const rank = Math.max(reached.threshold, reached.mandatory, drawnAtRandom ? selectedRank : 0);
  return Object.freeze({
    id: facts.id,
    asOf: facts.asOf,
    channel: document.channels[rank] ?? "",
    selection: deepFreeze(selection),
    profile: Object.freeze({ id: document.id, version: document.version, fingerprint: profile.fingerprint }),
    domains: domainAssessments(profile, scores, at),
    engine: ENGINE,
    catalogue: Object.freeze({ version: profile.catalogue.version }),
    issues: scores.sound ? NO_ISSUES : deepFreeze(readFacts(profile, facts).issues),
  });
}

const ENGINE = Object.freeze({ version: ENGINE_VERSION });
const NO_ISSUES: readonly [] = Object.freeze([] as const);

/**
 * {@link assess} that throws.
 * @throws {IssueError} where {@link assess} fails
 */
export function assessOrThrow(profile: CompiledProfile, facts: Facts, options: AssessOptions = {}): Assessment {
  return orThrow(assess(profile, facts, options));
}
