import type { Instant } from "../core/instant.js";
import type { Issue } from "../core/issue.js";
import type { SelectionIdentityKind } from "../indicators/facts.js";

/** What a rule came to where it did not simply stay silent (`notFired`). */
export type RuleOutcome = "fired" | "undetermined" | "notApplicable" | "superseded";

/** One addend of a score, in millionths of a point. Never 0, the base aside. */
export interface Contribution {
  readonly kind: "base" | "rule" | "model";
  /** The id of the rule or model term; `base` for the base. */
  readonly id: string;
  /** The line number of the item it belongs to; absent for the header. */
  readonly item?: number;
  readonly micropoints: number;
}

/** The sum of the contributions of one goods item, without base and header. */
export interface ItemSum {
  readonly item: number;
  readonly micropoints: number;
}

/** The assessment in one risk domain. */
export interface DomainAssessment {
  /** Base plus header plus the riskiest item: exactly the sum of `contributions`. */
  readonly micropoints: number;
  /** 1 / (1 + 10^(-points / 10)), for people. */
  readonly probability: number;
  /** Whether `probability` is one: a calibrated model speaks alone, or expert points were an offset in its fit. */
  readonly calibrated: boolean;
  /** The channel that the score reaches. */
  readonly channel: string;
  /** The channel that the domain's mandatory rules demand, where one does. */
  readonly mandatory?: string;
  /** All items, in order of line number. */
  readonly items: readonly ItemSum[];
  /** The base, then those of the header, then those of the riskiest item; within each rules before model terms, by id. */
  readonly contributions: readonly Contribution[];
  /** The outcome of every rule that is not `notFired`; of an item rule the strongest over the items. */
  readonly rules: Readonly<Record<string, RuleOutcome>>;
}

/** Why a declaration is selected for inspection, or could have been. */
export interface SelectionMechanism {
  readonly kind: "mandatory" | "threshold" | "random";
  readonly drawn: boolean;
  /** The probability with which this mechanism selects this declaration: 0 or 1, or the random rate. */
  readonly probability: number;
}

/** The selection of a declaration for inspection. */
export interface SelectionResult {
  /** The total probability with which it was selected, over all mechanisms. */
  readonly probability: number;
  readonly mechanisms: readonly SelectionMechanism[];
  /** What the random draw was tied to; `weak` if a new declaration number would draw again. */
  readonly identity?: { readonly kind: SelectionIdentityKind; readonly strength: "strong" | "weak" };
  /** Which key drew, never the key. */
  readonly keyId?: string;
}

/** What a profile says of a declaration's facts: plain JSON, the same bytes for the same facts. */
export interface Assessment {
  readonly id: string;
  readonly asOf: Instant;
  /** The highest of domain channels, mandatory rules and the random draw. */
  readonly channel: string;
  readonly selection: SelectionResult;
  readonly profile: { readonly id: string; readonly version: string; readonly fingerprint: string };
  readonly domains: Readonly<Record<string, DomainAssessment>>;
  readonly engine: { readonly version: string };
  readonly catalogue: { readonly version: string };
  /** What went wrong without stopping the assessment: failed indicators, facts of another type. */
  readonly issues: readonly Issue[];
}
