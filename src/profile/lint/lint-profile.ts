import { leavesOf } from "../../conditions/condition.js";
import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { own } from "../../core/own.js";
import { foldWords } from "../../core/text.js";
import type { Catalogue } from "../../indicators/define-catalogue.js";
import type { Domain, RiskProfile } from "../profile.js";
import type { LintContext } from "./context.js";
import { lintChannels, lintSelection, lintThresholds } from "./lint-channels.js";
import { lintDerived } from "./lint-derived.js";
import { lintModel } from "./lint-model.js";
import { lintPeriod } from "./lint-period.js";
import { lintRules } from "./lint-rules.js";

/** Everything wrong with a profile whose shape is sound, errors and warnings, each with its path and remedy. */
export function lintProfile(profile: RiskProfile, catalogue: Catalogue, context: LintContext): readonly Issue[] {
  const ruleIds = new Set<string>();
  return [
    ...lintCatalogue(profile, catalogue),
    ...lintPeriod(profile.validity, ["validity"]),
    ...lintChannels(profile.channels),
    ...lintSelection(profile.selection, profile.channels),
    ...lintDerived(profile.derived, catalogue, context),
    ...Object.entries(profile.domains).flatMap(([id, domain]) => lintDomain(id, domain, context, ruleIds)),
    ...lintPhraseLists(profile),
  ];
}

function lintCatalogue(profile: RiskProfile, catalogue: Catalogue): readonly Issue[] {
  if (profile.catalogue === catalogue.version) return [];
  return [
    createIssue(
      "value.invalid",
      expectation(
        ["catalogue"],
        `the catalogue at hand, ${catalogue.version}`,
        profile.catalogue,
        "compile with the catalogue that the profile was written for, or review the profile and name this one",
      ),
    ),
  ];
}

function lintDomain(id: string, domain: Domain, context: LintContext, ruleIds: Set<string>): readonly Issue[] {
  const path = ["domains", id];
  const issues: Issue[] = [];
  if ((domain.base === undefined) === (domain.model === undefined)) {
    issues.push(
      createIssue(
        "value.invalid",
        expectation(
          [...path, "base"],
          "either a base or a model that states one",
          domain.base,
          "without a model state the base rate in points; with one leave it out",
        ),
      ),
    );
  }
  const faults = [
    ...lintRules(domain.rules, context, ruleIds, [...path, "rules"]),
    ...(domain.model === undefined ? [] : lintModel(domain.model, context, [...path, "model"])),
  ];
  return [...issues, ...faults, ...lintThresholds(domain, context.channels, [...path, "thresholds"])];
}

/** A list that phrases are looked up in must hold phrases: an entry without a letter or digit would match nothing. */
function lintPhraseLists(profile: RiskProfile): readonly Issue[] {
  const conditions = [
    ...Object.values(profile.domains).flatMap((domain) =>
      domain.rules.flatMap((rule) => [rule.when, ...(rule.appliesTo === undefined ? [] : [rule.appliesTo])]),
    ),
    ...Object.values(profile.derived).flatMap((derived) => ("where" in derived && derived.where !== undefined ? [derived.where] : [])),
  ];
  const lists = new Set(conditions.flatMap(leavesOf).flatMap((leaf) => (leaf.op === "containsAny" && "list" in leaf.values ? [leaf.values.list] : [])));
  return [...lists].flatMap((list) =>
    (own(profile.lists, list)?.entries ?? []).flatMap((entry, index) =>
      foldWords(entry).length > 0
        ? []
        : [createIssue("value.invalid", expectation(["lists", list, "entries", index], "a phrase with at least one letter or digit", entry, "remove it"))],
    ),
  );
}
