import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import { isInForce, parseInstant } from "../core/instant.js";
import { createIssue } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";
import { ENGINE_VERSION } from "../core/version.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { Assessment } from "./assessment.js";
import { domainAssessments } from "./domain-assessment.js";
import { readFacts } from "./read-facts.js";
import type { Scores } from "./scorer.js";
import { withScorer } from "./scorer-of.js";
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
  const { document } = profile;
  const at = parseInstant(facts.asOf);
  if (at === undefined) {
    return failure(createIssue("time.invalid", expectation(["asOf"], "an instant (RFC 3339 with offset)", facts.asOf, "state the moment of the assessment")));
  }
  if (!isInForce(profile.period, at)) {
    return failure(
      createIssue(
        "profile.notInForce",
        expectation(["asOf"], "a moment at which the profile is in force", facts.asOf, "use the profile's successor, or extend its validity"),
      ),
    );
  }
  if (facts.currency !== undefined && facts.currency !== document.currency) {
    return failure(
      createIssue(
        "money.currency",
        expectation(["currency"], `amounts in ${document.currency}`, facts.currency, "extract the facts in the profile's currency, with rates where needed"),
      ),
    );
  }
  if (document.selection.randomRate !== undefined && options.selectionKey === undefined) {
    return failure(
      createIssue(
        "selection.key",
        expectation(["selectionKey"], "a key for the random rate", undefined, "pass a selection key, or remove the rate from the profile"),
      ),
    );
  }
  return success(withScorer(profile, (scorer) => writeAssessment(profile, facts, at, scorer.score(facts, at, true), options.selectionKey)));
}

function writeAssessment(profile: CompiledProfile, facts: Facts, at: number, scores: Scores, key: SelectionKey | undefined): Assessment {
  const { document } = profile;
  const reached = { threshold: Math.max(0, ...scores.threshold), mandatory: Math.max(0, ...scores.mandatory) };
  const selectedRank = document.channels.indexOf(document.selection.channel);
  const selection = select(document.selection, selectedRank, reached, facts, key);
  const rank = Math.max(reached.threshold, reached.mandatory, selection.drawnAtRandom ? selectedRank : 0);
  return Object.freeze({
    id: facts.id,
    asOf: facts.asOf,
    channel: document.channels[rank] ?? "",
    selection: deepFreeze(selection.result),
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
