import type { Assessment } from "../assessment/assessment.js";

/** What an inspection of a declaration came to. */
export interface InspectionOutcome {
  readonly finding: boolean;
  /** The risk domains that the finding belongs to; absent where that is not known: it counts in each. */
  readonly domains?: readonly string[];
}

/** An assessed declaration; without an outcome it was not inspected, or the outcome is not known. Uninspected is not clean. */
export interface AssessedCase {
  readonly assessment: Assessment;
  readonly outcome?: InspectionOutcome;
}

/** Whether an outcome is a finding of a domain. */
export function isHit(outcome: InspectionOutcome, domain: string): boolean {
  return outcome.finding && (outcome.domains === undefined || outcome.domains.includes(domain));
}
