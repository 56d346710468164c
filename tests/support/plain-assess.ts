import type { Assessment } from "../../src/assessment/assessment.js";
import { readFacts } from "../../src/assessment/read-facts.js";
import { select } from "../../src/assessment/select.js";
import type { SelectionKey } from "../../src/assessment/selection-key.js";
import { expectation } from "../../src/core/expectation.js";
import { deepFreeze } from "../../src/core/freeze.js";
import { isInForce, parseInstant } from "../../src/core/instant.js";
import { createIssue } from "../../src/core/issue.js";
import { failure, type Result, success } from "../../src/core/result.js";
import { ENGINE_VERSION } from "../../src/core/version.js";
import type { Facts } from "../../src/indicators/facts.js";
import type { CompiledProfile } from "../../src/profile/compile-profile.js";
import { scoreDomain } from "./plain-score-domain.js";

/** What an assessment needs beyond profile and facts. */
export interface AssessOptions {
  /** Required by a profile with a random rate. */
  readonly selectionKey?: SelectionKey;
}

/**
 * Assesses the facts of one declaration under a profile: a pure function. Fails where the profile is not in force at
 * `asOf`, where a random rate has no key, and where the facts are in another currency than the profile.
 */
export function assessPlainly(profile: CompiledProfile, facts: Facts, options: AssessOptions = {}): Result<Assessment> {
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
  const read = readFacts(profile, facts);
  const scored = profile.domains.map((domain) => ({ id: domain.id, ...scoreDomain(domain, read, at, document.channels) }));
  const reached = {
    threshold: Math.max(0, ...scored.map((domain) => domain.threshold)),
    mandatory: Math.max(0, ...scored.map((domain) => domain.mandatory)),
  };
  const selectedRank = document.channels.indexOf(document.selection.channel);
  const selection = select(document.selection, selectedRank, reached, facts, options.selectionKey);
  const rank = Math.max(reached.threshold, reached.mandatory, selection.drawnAtRandom ? selectedRank : 0);
  return success(
    deepFreeze({
      id: facts.id,
      asOf: facts.asOf,
      channel: document.channels[rank] ?? "",
      selection: selection.result,
      profile: { id: document.id, version: document.version, fingerprint: profile.fingerprint },
      domains: Object.fromEntries(scored.map((domain) => [domain.id, domain.assessment])),
      engine: { version: ENGINE_VERSION },
      catalogue: { version: profile.catalogue.version },
      issues: read.issues,
    }),
  );
}
