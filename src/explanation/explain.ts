import type { Assessment, Contribution, DomainAssessment, RuleOutcome } from "../assessment/assessment.js";
import { itemContributions } from "../assessment/item-contributions.js";
import { readFacts } from "../assessment/read-facts.js";
import { outcomeOf } from "../assessment/rule-outcome.js";
import { canonicalJson, compareText } from "../core/canonical.js";
import { copyPlain } from "../core/copy.js";
import { sha256Text } from "../core/digest.js";
import { deepFreeze } from "../core/freeze.js";
import { parseInstant } from "../core/instant.js";
import { localize } from "../core/language.js";
import { toMicropoints } from "../core/micropoints.js";
import { onceFor } from "../core/once-for.js";
import { own } from "../core/own.js";
import { orThrow, type Result, success } from "../core/result.js";
import { ABSENT, type Fact, isMissing } from "../indicators/fact.js";
import type { Facts } from "../indicators/facts.js";
import type { Level } from "../indicators/indicator.js";
import type { Viewer } from "../intelligence/viewer.js";
import type { CompiledDomain, CompiledProfile, CompiledRule } from "../profile/compile-profile.js";
import { indicatorsOf } from "../profile/model-document.js";
import { auditRules } from "./audit-rules.js";
import type { Background } from "./background.js";
import { checkBelongs } from "./check-belongs.js";
import { ruleTree } from "./condition-tree.js";
import { type EvidenceContext, ruleEvidence, scopeOf, termEvidence } from "./evidence.js";
import type {
  ConditionTree,
  Decision,
  DomainExplanation,
  Explanation,
  ExplanationLanguage,
  OtherItem,
  Reason,
  SilentRule,
  TrackRecord,
  Unknown,
} from "./explanation.js";
import { messagesOf } from "./messages/catalogues.js";
import { checkLanguage } from "./messages/check-language.js";
import type { Messages } from "./messages/messages.js";
import type { ViewedAssessment } from "./viewed-assessment.js";

/** What an explanation is made of. */
export interface ExplainOptions {
  /** The profile that made the assessment. */
  readonly profile: CompiledProfile;
  /** The facts that it was made of. */
  readonly facts: Facts;
  readonly language: ExplanationLanguage;
  /** Who reads, an officer unless told: an auditor is also told how every rule came out and what a replay needs, a declarant only what rule authors wrote for declarants. */
  readonly viewer?: Pick<Viewer, "role">;
  /** What past facts were like, to tell how common a value is. */
  readonly background?: Background;
  /** What the rules did before, such as a ledger of `consignment-risk/evaluation`. */
  readonly ledger?: { readonly rules: readonly TrackRecord[] };
}

/**
 * Puts an assessment into words. Fails where profile or facts are not those of the assessment (by fingerprint, id and
 * moment), or where there is no message catalogue for the language.
 */
export function explain(assessment: Assessment | ViewedAssessment, options: ExplainOptions): Result<Explanation> {
  const { profile, facts, language } = options;
  const known = checkLanguage(language);
  if (!known.ok) return known;
  const belongs = checkBelongs(assessment, profile, facts);
  if (!belongs.ok) return belongs;
  const base = { language, id: assessment.id, asOf: assessment.asOf, channel: assessment.channel };
  if (options.viewer?.role === "declarant")
    return success(deepFreeze({ audience: "declarant", ...base, notices: declarantNotices(assessment, profile, language) }));
  const context: Context = {
    profile,
    read: readFacts(profile, facts),
    language,
    messages: messagesOf(language),
    background: options.background,
    records: new Map((options.ledger?.rules ?? []).map((record) => [keyOf(record.domain, record.rule), record])),
    items: itemContributions(profile, facts, parseInstant(facts.asOf) ?? Number.NaN),
  };
  const full = {
    ...base,
    channels: [...profile.document.channels],
    decidedBy: decisions(assessment, context),
    domains: profile.domains.flatMap((domain) => {
      const assessed = own(assessment.domains, domain.id);
      return assessed === undefined ? [] : [explainDomain(domain, assessed, context)];
    }),
    unknowns: unknowns(context),
  };
  if (options.viewer?.role !== "auditor") return success(deepFreeze({ audience: "officer", ...full }));
  return success(
    deepFreeze({
      audience: "auditor",
      ...full,
      rules: auditRules(assessment, profile, facts),
      // copies, since results are frozen and these are the caller's
      assessment: copyPlain(assessment),
      facts: copyPlain(facts),
      digests: { assessment: sha256Text(canonicalJson(assessment)), facts: sha256Text(canonicalJson(facts)) },
    }),
  );
}

/**
 * {@link explain} that throws.
 * @throws {IssueError} where {@link explain} fails
 */
export function explainOrThrow(assessment: Assessment | ViewedAssessment, options: ExplainOptions): Explanation {
  return orThrow(explain(assessment, options));
}

interface Context extends EvidenceContext {
  readonly messages: Messages;
  /** By domain and rule. */
  readonly records: ReadonlyMap<string, TrackRecord>;
  readonly items: ReturnType<typeof itemContributions>;
}

function keyOf(domain: string, rule: string): string {
  return canonicalJson([domain, rule]);
}

function explainDomain(domain: CompiledDomain, assessed: DomainAssessment, context: Context): DomainExplanation {
  const rules = rulesById(domain);
  const reasons = assessed.contributions.map((contribution) => explainContribution(contribution, domain.id, rules, context));
  const contributing = new Set(assessed.contributions.filter((contribution) => contribution.kind === "rule").map((contribution) => contribution.id));
  const silent = Object.entries(assessed.rules).flatMap(([id, outcome]): SilentRule[] => {
    const compiled = rules.get(id);
    if (compiled === undefined || contributing.has(id) || outcome === "notApplicable") return [];
    const condition = outcome === "superseded" ? undefined : treeOfOutcome(compiled, outcome, context);
    return [{ id, outcome, text: localize(compiled.rule.texts.reason, context.language), ...(condition === undefined ? {} : { condition }) }];
  });
  return {
    id: domain.id,
    title: domainTitle(domain.id, context),
    channel: assessed.channel,
    micropoints: assessed.micropoints,
    thresholds: [...domain.thresholds].reverse().map(({ rank, micropoints }) => ({ channel: context.profile.document.channels[rank] ?? "", micropoints })),
    reasons: [...reasons].sort(byRank),
    otherItems: otherItems(domain, assessed, rules, context),
    silent,
  };
}

/** The condition of a rule in the first place, header or item, where it comes to an outcome. */
function treeOfOutcome(compiled: CompiledRule, outcome: RuleOutcome, context: Context): ConditionTree | undefined {
  const { read } = context;
  if (compiled.rule.level === "header") return ruleTree(compiled, undefined, context);
  const line = read.lines.find((candidate) => outcomeOf(compiled, scopeOf(read, candidate)) === outcome);
  return line === undefined ? undefined : { ...ruleTree(compiled, line, context), item: line };
}

/** The items beside the riskiest that by themselves reach a threshold. */
function otherItems(domain: CompiledDomain, assessed: DomainAssessment, rules: ReadonlyMap<string, CompiledRule>, context: Context): readonly OtherItem[] {
  const greatest = Math.max(...assessed.items.map(({ micropoints }) => micropoints));
  const riskiest = assessed.items.find(({ micropoints }) => micropoints === greatest)?.item;
  return assessed.items
    .flatMap(({ item, micropoints }): OtherItem[] => {
      const alone = assessed.micropoints - greatest + micropoints;
      const reached = domain.thresholds.find((threshold) => threshold.rank > 0 && alone >= threshold.micropoints);
      if (item === riskiest || reached === undefined) return [];
      const contributions = own(context.items.find((entry) => entry.item === item)?.domains ?? {}, domain.id) ?? [];
      const reasons = contributions.map((contribution) => explainContribution(contribution, domain.id, rules, context)).sort(byRank);
      return [{ item, micropoints: alone, channel: context.profile.document.channels[reached.rank] ?? "", reasons }];
    })
    .sort((a, b) => b.micropoints - a.micropoints || a.item - b.item);
}

/** The base first, then by weight, of equals by id. */
function byRank(a: Reason, b: Reason): number {
  if (a.kind === "base" || b.kind === "base") return a.kind === "base" ? -1 : 1;
  return Math.abs(b.micropoints) - Math.abs(a.micropoints) || compareText(a.id, b.id);
}

function explainContribution(contribution: Contribution, domain: string, rules: ReadonlyMap<string, CompiledRule>, context: Context): Reason {
  const { profile, read, language, messages } = context;
  const place = contribution.item === undefined ? {} : { item: contribution.item };
  const common = { kind: contribution.kind, id: contribution.id, ...place, micropoints: contribution.micropoints };
  if (contribution.kind === "base") return { ...common, text: messages.base, evidence: [] };
  if (contribution.kind === "model") {
    const term = own(profile.document.domains, domain)?.model?.terms.find((candidate) => candidate.id === contribution.id);
    const indicators = term === undefined ? [] : indicatorsOf(term);
    return { ...common, text: messages.modelTerm(indicators.join(" × ")), evidence: termEvidence(indicators, contribution.item, context) };
  }
  const compiled = rules.get(contribution.id);
  if (compiled === undefined) return { ...common, text: contribution.id, evidence: [] };
  const reason = localize(compiled.rule.texts.reason, language);
  const record = recordOf(context.records.get(keyOf(domain, contribution.id)));
  // asked again in its place: of an item rule the assessment lists the strongest outcome over all items
  const isDetermined = outcomeOf(compiled, scopeOf(read, contribution.item)) === "fired";
  return {
    ...common,
    text: isDetermined ? reason : messages.undetermined(reason),
    outcome: isDetermined ? "fired" : "undetermined",
    basis: compiled.rule.basis,
    version: compiled.rule.version,
    ...(record === undefined ? {} : { record }),
    condition: ruleTree(compiled, contribution.item, context),
    evidence: ruleEvidence(compiled, contribution.item, context),
  };
}

function recordOf(record: TrackRecord | undefined): Reason["record"] {
  if (record === undefined) return undefined;
  const { fires, inspected, hits, precision } = record;
  return { fires, inspected, hits, ...(precision === undefined ? {} : { precision: { ...precision } }) };
}

const rulesById = onceFor(
  (domain: CompiledDomain): ReadonlyMap<string, CompiledRule> =>
    new Map([...domain.rules.header, ...domain.rules.item].map((compiled) => [compiled.rule.id, compiled])),
);

/** The indicators that a profile reads, by level, in order of id. */
const readsByLevel = onceFor((profile: CompiledProfile): Readonly<Record<Level, readonly string[]>> => {
  const at = (level: Level): readonly string[] => [...profile.reads].filter((id) => profile.vocabulary.get(id)?.level === level).sort(compareText);
  return { header: at("header"), item: at("item") };
});

function domainTitle(id: string, context: Context): string {
  return localize(own(context.profile.document.domains, id)?.title ?? {}, context.language);
}

/** Everything that by itself reaches the overall channel. */
function decisions(assessment: Assessment | ViewedAssessment, context: Context): readonly Decision[] {
  const { document } = context.profile;
  const { channel } = assessment;
  const found: Decision[] = [];
  for (const domain of context.profile.domains) {
    const assessed = own(assessment.domains, domain.id);
    if (assessed === undefined) continue;
    const points = own(own(document.domains, domain.id)?.thresholds ?? {}, channel);
    if (assessed.channel === channel && points !== undefined) {
      found.push({ kind: "threshold", domain: domain.id, channel, micropoints: assessed.micropoints, threshold: toMicropoints(points) });
    }
    if (assessed.mandatory !== channel) continue;
    for (const compiled of rulesById(domain).values()) {
      if (demands(compiled, own(assessed.rules, compiled.rule.id), channel)) {
        found.push({ kind: "mandatory", domain: domain.id, channel, rule: compiled.rule.id, text: localize(compiled.rule.texts.reason, context.language) });
      }
    }
  }
  const random = "selection" in assessment ? assessment.selection.mechanisms.find((mechanism) => mechanism.kind === "random" && mechanism.drawn) : undefined;
  if (random !== undefined && document.selection.channel === channel) found.push({ kind: "random", channel, rate: random.probability });
  return found.length > 0 ? found : [{ kind: "none", channel }];
}

function demands(compiled: CompiledRule, outcome: string | undefined, channel: string): boolean {
  const { effect } = compiled.rule;
  if (effect.kind !== "channel") return false;
  return (outcome === "fired" && effect.channel === channel) || (outcome === "undetermined" && effect.undetermined === channel);
}

/** The facts that the profile reads, and that were absent or failed. */
function unknowns(context: Context): readonly Unknown[] {
  const { profile, read } = context;
  const reads = readsByLevel(profile);
  return [
    ...reads.header.flatMap((indicator) => unknownFact(indicator, read.header.get(indicator) ?? ABSENT, undefined, context)),
    ...read.items.flatMap((facts, index) =>
      reads.item.flatMap((indicator) => unknownFact(indicator, facts.get(indicator) ?? ABSENT, read.lines[index], context)),
    ),
  ];
}

function unknownFact(indicator: string, fact: Fact, line: number | undefined, { profile, language }: Context): readonly Unknown[] {
  if (!isMissing(fact) || fact.missing === "notApplicable") return [];
  const meaning = localize(profile.vocabulary.get(indicator)?.meaning ?? {}, language);
  return [
    { indicator, ...(line === undefined ? {} : { item: line }), missing: fact.missing, ...(fact.reason === undefined ? {} : { reason: fact.reason }), meaning },
  ];
}

/** What the authors of fired rules wrote for declarants, in order of text, so that the order tells nothing. */
function declarantNotices(assessment: Assessment | ViewedAssessment, profile: CompiledProfile, language: string): readonly string[] {
  const texts = profile.domains.flatMap((domain) =>
    [...rulesById(domain).values()].flatMap((compiled) => {
      const { declarant } = compiled.rule.texts;
      const fired = own(own(assessment.domains, domain.id)?.rules ?? {}, compiled.rule.id) === "fired";
      return fired && declarant !== undefined ? [localize(declarant, language)] : [];
    }),
  );
  return [...new Set(texts)].sort(compareText);
}
