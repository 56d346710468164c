import { orThrow, type Result } from "../core/result.js";
import { type AssessedCase, isHit } from "./inspection-outcome.js";
import { createRanking, type Ranking } from "./ranking.js";

/**
 * Ranks assessed declarations by one domain's score in micropoints, ties by id: those with an outcome, a finding of the
 * domain labelled 1. Where there is none, the issue is that of {@link createRanking} for no cases.
 */
export function rankAssessments(cases: readonly AssessedCase[], domain: string): Result<Ranking> {
  return createRanking(
    cases.flatMap(({ assessment, outcome }) => {
      const score = assessment.domains[domain]?.micropoints;
      return outcome === undefined || score === undefined ? [] : [{ id: assessment.id, score, label: isHit(outcome, domain) ? 1 : 0 }];
    }),
  );
}

/**
 * {@link rankAssessments} that throws.
 * @throws {IssueError} if no declaration has both an outcome and the domain
 */
export function rankAssessmentsOrThrow(cases: readonly AssessedCase[], domain: string): Ranking {
  return orThrow(rankAssessments(cases, domain));
}
