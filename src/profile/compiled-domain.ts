import type { PreparedCondition } from "../conditions/prepare.js";
import type { PeriodMs } from "../core/instant.js";
import type { ModelTerm } from "./model-document.js";
import type { Rule } from "./rule.js";
import type { ReadFact } from "./score-term.js";

/** A rule made ready: its conditions resolved, its effect in integers, its channels as ranks. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly period: PeriodMs;
  readonly appliesTo?: PreparedCondition;
  readonly when: PreparedCondition;
  /** Micropoints, or ranks of channels, when fired and when undetermined; 0 for nothing. */
  readonly fired: number;
  readonly undetermined: number;
}

/** A model term made ready. */
export interface CompiledTerm {
  readonly id: string;
  readonly term: ModelTerm;
  readonly micropoints: (read: ReadFact) => number;
}

/** A domain made ready: rules and terms by level, each in order of id; thresholds as integers from the highest channel down. */
export interface CompiledDomain {
  readonly id: string;
  readonly base: number;
  readonly calibrated: boolean;
  readonly rules: { readonly header: readonly CompiledRule[]; readonly item: readonly CompiledRule[] };
  readonly terms: { readonly header: readonly CompiledTerm[]; readonly item: readonly CompiledTerm[] };
  readonly thresholds: readonly { readonly rank: number; readonly micropoints: number }[];
}
