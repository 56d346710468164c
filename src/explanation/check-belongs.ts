import type { Assessment } from "../assessment/assessment.js";
import { expectation } from "../core/expectation.js";
import { createIssue, type PathStep } from "../core/issue.js";
import { failure, type Result, success } from "../core/result.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { ViewedAssessment } from "./viewed-assessment.js";

/** An issue where an assessment was not made under this profile (by fingerprint) or of these facts (by id and moment). */
export function checkBelongs(
  assessment: Assessment | ViewedAssessment,
  profile: CompiledProfile,
  facts: Facts,
  path: readonly PathStep[] = [],
): Result<undefined> {
  if (assessment.profile.fingerprint !== profile.fingerprint) {
    return failure(
      createIssue(
        "fingerprint.mismatch",
        expectation(
          [...path, "profile", "fingerprint"],
          `the profile ${assessment.profile.fingerprint}`,
          profile.fingerprint,
          "explain with the profile that assessed",
        ),
      ),
    );
  }
  if (assessment.id === facts.id && assessment.asOf === facts.asOf) return success(undefined);
  return failure(
    createIssue(
      "value.invalid",
      expectation(
        [...path, "facts"],
        `the facts of ${assessment.id} as of ${assessment.asOf}`,
        `${facts.id} as of ${facts.asOf}`,
        "explain with the facts that were assessed",
      ),
    ),
  );
}
