import { expectation } from "../../core/expectation.js";
import { createIssue } from "../../core/issue.js";
import { own } from "../../core/own.js";
import { orThrow, type Result, settle } from "../../core/result.js";
import type { RiskProfile } from "../../profile/profile.js";
import type { DecisionTable } from "./decision-table.js";

/**
 * The profile with the rules of a decision table in place of its own, domain by domain. A domain that is not in the
 * table keeps its rules, so that a table of one domain does not empty the others. A domain that the profile does not
 * have is an issue; whether the rules make sense is checked when the profile is compiled.
 */
export function withRules(profile: RiskProfile, table: DecisionTable): Result<RiskProfile> {
  const unknown = Object.keys(table).filter((domain) => own(profile.domains, domain) === undefined);
  const issues = unknown.map((key) =>
    createIssue("value.unknownKey", {
      ...expectation(["domains", key], "a domain of the profile", key, "mend the domain's spelling in the table, or define it in the profile"),
      key,
    }),
  );
  return settle(issues, () => ({
    ...profile,
    domains: Object.fromEntries(Object.entries(profile.domains).map(([id, domain]) => [id, { ...domain, rules: own(table, id) ?? domain.rules }])),
  }));
}

/**
 * {@link withRules}, throwing.
 * @throws {IssueError} if the table has a domain that the profile does not have
 */
export function withRulesOrThrow(profile: RiskProfile, table: DecisionTable): RiskProfile {
  return orThrow(withRules(profile, table));
}
