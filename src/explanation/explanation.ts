import type { Assessment, RuleOutcome } from "../assessment/assessment.js";
import type { RuleTrace } from "../assessment/trace-rule.js";
import type { Truth } from "../conditions/truth.js";
import type { Instant } from "../core/instant.js";
import type { Fact } from "../indicators/fact.js";
import type { Facts } from "../indicators/facts.js";
import type { RuleBasis } from "../profile/rule.js";
import type { Commonness } from "./background.js";
import type { ViewedAssessment } from "./viewed-assessment.js";

/** The languages that explanations are written in. */
export type ExplanationLanguage = "en" | "vi";

/** One fact behind a reason. */
export interface Evidence {
  readonly indicator: string;
  readonly item?: number;
  readonly fact: Fact;
  readonly unit?: string;
  /** What the indicator means. */
  readonly meaning: string;
  /** How common the value is, where past facts were given and state the indicator. */
  readonly commonness?: Commonness;
}

/** What a rule did before, as a rule ledger keeps it. */
export interface TrackRecord {
  readonly domain: string;
  readonly rule: string;
  /** Declarations on which it fired. */
  readonly fires: number;
  /** Of the fires, those with a known outcome. */
  readonly inspected: number;
  /** Of these, those with a finding of its domain. */
  readonly hits: number;
  /** Hits per inspected fire with its 95 % interval; absent without any. */
  readonly precision?: { readonly rate: number; readonly lower: number; readonly upper: number } | undefined;
}

/** A condition in words with what became of it: a tree of the condition's own shape. */
export interface ConditionTree {
  /** The whole condition, or of a group what it asks of its parts: `all of`. */
  readonly text: string;
  readonly truth: Truth;
  /** The line of the item that is asked, below a condition on items. */
  readonly item?: number;
  /** Of a condition that reads one indicator: what it read. */
  readonly fact?: Fact;
  readonly unit?: string;
  readonly of: readonly ConditionTree[];
  /** Of a condition on items: how many items are left out, those that say the least. */
  readonly further?: number;
}

/** One addend of a score in words; the reasons of a domain add up to its score exactly. */
export interface Reason {
  readonly kind: "base" | "rule" | "model";
  readonly id: string;
  readonly item?: number;
  readonly micropoints: number;
  readonly text: string;
  /** Of a rule: fired, or undetermined. */
  readonly outcome?: RuleOutcome;
  readonly basis?: RuleBasis;
  /** Of a rule: its version. */
  readonly version?: number;
  /** Of a rule: what it did before, where a ledger was given. */
  readonly record?: Omit<TrackRecord, "domain" | "rule">;
  /** Of a rule: its condition in words, with the truth of every part. */
  readonly condition?: ConditionTree;
  readonly evidence: readonly Evidence[];
}

/** An item other than the riskiest that would reach a channel above the lowest if it were alone with the header. */
export interface OtherItem {
  readonly item: number;
  /** The domain's score if this were the riskiest item. */
  readonly micropoints: number;
  readonly channel: string;
  /** What the item itself adds, largest first. */
  readonly reasons: readonly Reason[];
}

/** A rule that was asked but adds nothing: superseded, or undetermined at no cost, or a mandatory rule. */
export interface SilentRule {
  readonly id: string;
  readonly outcome: RuleOutcome;
  readonly text: string;
  /** Of a rule that fired or is undetermined: its condition, where it first came to that. */
  readonly condition?: ConditionTree;
}

/** What decided the overall channel. */
export type Decision =
  | { readonly kind: "threshold"; readonly domain: string; readonly channel: string; readonly micropoints: number; readonly threshold: number }
  | { readonly kind: "mandatory"; readonly domain: string; readonly channel: string; readonly rule: string; readonly text: string }
  | { readonly kind: "random"; readonly channel: string; readonly rate: number }
  | { readonly kind: "none"; readonly channel: string };

/** One domain explained. */
export interface DomainExplanation {
  readonly id: string;
  readonly title: string;
  readonly channel: string;
  readonly micropoints: number;
  /** The least micropoints per channel, in the order of the channels; a score at a threshold has reached it. */
  readonly thresholds: readonly { readonly channel: string; readonly micropoints: number }[];
  /** Largest first; their micropoints add up to the domain's exactly. */
  readonly reasons: readonly Reason[];
  /** Largest score first, of equals by line number. */
  readonly otherItems: readonly OtherItem[];
  readonly silent: readonly SilentRule[];
}

/** A fact that the profile reads and that was missing. */
export interface Unknown {
  readonly indicator: string;
  readonly item?: number;
  readonly missing: "absent" | "failed";
  readonly reason?: string;
  readonly meaning: string;
}

/** An assessment in words with reasons: what officers and auditors see alike. */
export interface FullExplanation {
  readonly language: ExplanationLanguage;
  readonly id: string;
  readonly asOf: Instant;
  readonly channel: string;
  /** The profile's channels from the lowest to the highest. */
  readonly channels: readonly string[];
  readonly decidedBy: readonly Decision[];
  readonly domains: readonly DomainExplanation[];
  readonly unknowns: readonly Unknown[];
}

/** An assessment in words for an officer. */
export interface OfficerExplanation extends FullExplanation {
  readonly audience: "officer";
}

/** How one rule of the profile came to its outcome. */
export interface RuleAudit {
  readonly domain: string;
  readonly id: string;
  readonly version: number;
  readonly outcome: RuleOutcome | "notFired" | "notInForce";
  readonly basis: RuleBasis;
  /** The trace of its conditions: once for a header rule, per item for an item rule. */
  readonly traces: readonly RuleTrace[];
}

/** An assessment in words for an auditor: all that an officer sees, every rule with its trace, and what `replay` reads. */
export interface AuditorExplanation extends FullExplanation {
  readonly audience: "auditor";
  /** By domain, then by id. */
  readonly rules: readonly RuleAudit[];
  /** Computed from what the auditor may know; only one with its selection can be replayed. */
  readonly assessment: Assessment | ViewedAssessment;
  readonly facts: Facts;
  /** SHA-256 of the canonical JSON of assessment and facts. */
  readonly digests: { readonly assessment: string; readonly facts: string };
}

/** An assessment in words for the declarant: the channel, and what rule authors wrote for declarants; no rule, weight or score. */
export interface DeclarantExplanation {
  readonly audience: "declarant";
  readonly language: ExplanationLanguage;
  readonly id: string;
  readonly asOf: Instant;
  readonly channel: string;
  readonly notices: readonly string[];
}

/** An assessment in words. */
export type Explanation = OfficerExplanation | AuditorExplanation | DeclarantExplanation;
