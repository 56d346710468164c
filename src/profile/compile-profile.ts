import { type Condition, leavesOf } from "../conditions/condition.js";
import { type ListEntries, prepareCondition } from "../conditions/prepare.js";
import type { Vocabulary } from "../conditions/vocabulary.js";
import { compareText } from "../core/canonical.js";
import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import { type PeriodMs, toPeriodMs } from "../core/instant.js";
import { createIssue, type Issue } from "../core/issue.js";
import { toMicropoints } from "../core/micropoints.js";
import { own } from "../core/own.js";
import { failure, orThrow, type Result, settle, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../core/snapshot.js";
import type { Catalogue } from "../indicators/define-catalogue.js";
import { canonicalProfile, fingerprintProfile } from "./canonical-profile.js";
import type { CompiledDomain, CompiledRule, CompiledTerm } from "./compiled-domain.js";
import { type Derivation, prepareDerivation } from "./derive-facts.js";
import type { LintContext } from "./lint/context.js";
import { lintProfile } from "./lint/lint-profile.js";
import { indicatorsOf, type ModelDocument } from "./model-document.js";
import { type Domain, type RiskProfile, riskProfile } from "./profile.js";
import type { Rule } from "./rule.js";
import { isItemTerm, termMicropoints } from "./score-term.js";
import { planScoring, type ScoringPlan } from "./scoring-plan.js";
import { buildVocabulary, orderDerived, readsOf } from "./vocabulary.js";

export type { CompiledDomain, CompiledRule, CompiledTerm };

/** A profile that has been checked and made ready, to be used any number of times. */
export interface CompiledProfile {
  /** The profile in canonical form. */
  readonly document: RiskProfile;
  /** SHA-256 of the canonical form. */
  readonly fingerprint: string;
  /** What is doubtful but not wrong. */
  readonly warnings: readonly Issue[];
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  readonly period: PeriodMs;
  readonly domains: readonly CompiledDomain[];
  /** The domains' rules and terms in the form that scores fast. */
  readonly plan: ScoringPlan;
  readonly derivations: readonly Derivation[];
  /** The catalogued indicators that the profile reads. */
  readonly reads: ReadonlySet<string>;
}

/** What a profile is compiled with. */
export interface CompileOptions {
  readonly catalogue: Catalogue;
  /** Refuse a profile whose fingerprint is another: for those who pin what they score with. */
  readonly expectedFingerprint?: string;
}

/** Checks a profile (shape, sense, fingerprint) and makes it ready, or says with path and remedy what is wrong. */
export function compileProfile(input: unknown, options: CompileOptions): Result<CompiledProfile> {
  const snapshot = takeSnapshot(input, DOCUMENT_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(riskProfile, snapshot.value);
  if (!parsed.ok) return parsed;
  const { catalogue, expectedFingerprint } = options;
  const context: LintContext = {
    vocabulary: buildVocabulary(catalogue, parsed.value.derived),
    lists: new Map(Object.entries(parsed.value.lists).map(([id, list]) => [id, list.entries])),
    channels: parsed.value.channels,
  };
  // linted as written, so that paths point into the author's document
  const issues = lintProfile(parsed.value, catalogue, context);
  const sound = settle(issues, () => undefined);
  if (!sound.ok) return sound;
  const fingerprint = fingerprintProfile(parsed.value);
  if (expectedFingerprint !== undefined && expectedFingerprint !== fingerprint) {
    return failure(
      createIssue(
        "fingerprint.mismatch",
        expectation([], `the fingerprint ${expectedFingerprint}`, fingerprint, "the profile was changed: review it, then expect its new fingerprint"),
      ),
    );
  }
  return success(compile(canonicalProfile(parsed.value), fingerprint, issues, catalogue, context));
}

/**
 * {@link compileProfile} that throws.
 * @throws {IssueError} if the profile is refused
 */
export function compileProfileOrThrow(input: unknown, options: CompileOptions): CompiledProfile {
  return orThrow(compileProfile(input, options));
}

function compile(document: RiskProfile, fingerprint: string, warnings: readonly Issue[], catalogue: Catalogue, context: LintContext): CompiledProfile {
  const { vocabulary, lists } = context;
  const domains = Object.entries(document.domains)
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, domain]) => compileDomain(id, domain, document.channels, vocabulary, lists));
  const derivations = orderDerived(document.derived).ordered.flatMap((id) => {
    const derived = own(document.derived, id);
    return derived === undefined ? [] : [prepareDerivation(id, derived, vocabulary, lists)];
  });
  return Object.freeze({
    document: deepFreeze(document),
    fingerprint,
    warnings,
    catalogue,
    vocabulary,
    period: toPeriodMs(document.validity),
    domains,
    plan: planScoring(domains, document.derived, vocabulary),
    derivations,
    reads: collectReads(document, catalogue),
  });
}

function compileDomain(id: string, domain: Domain, channels: readonly string[], vocabulary: Vocabulary, lists: ListEntries): CompiledDomain {
  const rules = domain.rules.map((rule) => compileRule(rule, channels, vocabulary, lists));
  const isItem = (term: ModelDocument["terms"][number]): boolean => isItemTerm(term, (indicator) => vocabulary.get(indicator)?.level);
  const terms = (domain.model?.terms ?? []).map((term) => ({ item: isItem(term), id: term.id, term, micropoints: termMicropoints(term) }));
  return {
    id,
    base: toMicropoints(domain.model?.base ?? domain.base ?? 0),
    calibrated: isCalibrated(domain),
    rules: { header: rules.filter((rule) => rule.rule.level === "header"), item: rules.filter((rule) => rule.rule.level === "item") },
    terms: { header: terms.filter((term) => !term.item), item: terms.filter((term) => term.item) },
    thresholds: Object.entries(domain.thresholds)
      .map(([channel, points]) => ({ rank: channels.indexOf(channel), micropoints: toMicropoints(points) }))
      .sort((a, b) => b.rank - a.rank),
  };
}

/** Whether a domain's probability is one: a calibrated model speaks alone, or was fitted with the rules' points as an offset. */
function isCalibrated(domain: Domain): boolean {
  const calibration = domain.model?.calibration;
  if (calibration === undefined) return false;
  return calibration.expertPoints === "offset" || domain.rules.every((rule) => rule.effect.kind === "channel");
}

function compileRule(rule: Rule, channels: readonly string[], vocabulary: Vocabulary, lists: ListEntries): CompiledRule {
  const { effect } = rule;
  const rank = (channel: string | undefined): number => (channel === undefined ? 0 : channels.indexOf(channel));
  return {
    rule,
    period: toPeriodMs(rule.validity),
    ...(rule.appliesTo === undefined ? {} : { appliesTo: prepareCondition(rule.appliesTo, vocabulary, lists) }),
    when: prepareCondition(rule.when, vocabulary, lists),
    fired: effect.kind === "points" ? toMicropoints(effect.points) : rank(effect.channel),
    undetermined: effect.kind === "points" ? toMicropoints(effect.undetermined) : rank(effect.undetermined),
  };
}

function collectReads(document: RiskProfile, catalogue: Catalogue): ReadonlySet<string> {
  const reads = new Set<string>();
  const addCondition = (condition: Condition): void => {
    for (const leaf of leavesOf(condition)) reads.add(leaf.indicator);
  };
  for (const domain of Object.values(document.domains)) {
    for (const rule of domain.rules) {
      addCondition(rule.when);
      if (rule.appliesTo !== undefined) addCondition(rule.appliesTo);
    }
    for (const term of domain.model?.terms ?? []) for (const indicator of indicatorsOf(term)) reads.add(indicator);
  }
  for (const derived of Object.values(document.derived)) for (const indicator of readsOf(derived)) reads.add(indicator);
  return new Set([...reads].filter((id) => catalogue.indicators.has(id)));
}
