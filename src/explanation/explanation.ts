import type { RuleOutcome } from "../assessment/assessment.js";
import type { Instant } from "../core/instant.js";
import type { Fact } from "../indicators/fact.js";
import type { RuleBasis } from "../profile/rule.js";

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
  readonly evidence: readonly Evidence[];
}

/** A rule that was asked but adds nothing: superseded, or undetermined at no cost, or a mandatory rule. */
export interface SilentRule {
  readonly id: string;
  readonly outcome: RuleOutcome;
  readonly text: string;
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
  /** Largest first; their micropoints add up to the domain's exactly. */
  readonly reasons: readonly Reason[];
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

/** An assessment in words for an officer. */
export interface OfficerExplanation {
  readonly audience: "officer";
  readonly language: ExplanationLanguage;
  readonly id: string;
  readonly asOf: Instant;
  readonly channel: string;
  readonly decidedBy: readonly Decision[];
  readonly domains: readonly DomainExplanation[];
  readonly unknowns: readonly Unknown[];
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
export type Explanation = OfficerExplanation | DeclarantExplanation;
