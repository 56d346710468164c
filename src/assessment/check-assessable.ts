import { expectation } from "../core/expectation.js";
import { isInForce, parseInstant } from "../core/instant.js";
import { createIssue } from "../core/issue.js";
import { failure, type Result, success } from "../core/result.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { SelectionKey } from "./selection-key.js";

/** The moment of an assessment in milliseconds, or why the facts cannot be assessed under the profile. */
export function checkAssessable(profile: CompiledProfile, facts: Facts, key: SelectionKey | undefined): Result<number> {
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
  if (document.selection.randomRate !== undefined && key === undefined) {
    return failure(
      createIssue(
        "selection.key",
        expectation(["selectionKey"], "a key for the random rate", undefined, "pass a selection key, or remove the rate from the profile"),
      ),
    );
  }
  return success(at);
}
