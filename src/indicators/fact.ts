import { RECORD_LIMITS } from "../core/snapshot.js";

/** The type of an indicator: what values its facts can have. */
export type IndicatorType = "boolean" | "number" | "code" | "codes" | "text";

/** Why a fact has no value: not stated, its computation failed, or the question does not apply. */
export type MissingKind = "absent" | "failed" | "notApplicable";

/** A fact without a value. */
export interface MissingFact {
  readonly missing: MissingKind;
  /** Why, in one sentence, where there is more to say than the kind. */
  readonly reason?: string;
}

/** A fact's value: `codes` is a sorted set without repetitions. */
export type FactValue = boolean | number | string | readonly string[];

/** A value, or why there is none. */
export type Fact = FactValue | MissingFact;

/** The value type of an indicator type. */
export type FactValueOf<T extends IndicatorType> = T extends "boolean" ? boolean : T extends "number" ? number : T extends "codes" ? readonly string[] : string;

/** Whether a fact has no value. */
export function isMissing(fact: Fact): fact is MissingFact {
  // null is no fact, but code in plain JavaScript can give it
  return typeof fact === "object" && fact !== null && !Array.isArray(fact);
}

/** Whether code in plain JavaScript gave one of the kinds of missing facts. */
export function isMissingKind(kind: unknown): kind is MissingKind {
  return kind === "absent" || kind === "failed" || kind === "notApplicable";
}

/** The fact that nothing was stated. */
export const ABSENT: MissingFact = Object.freeze({ missing: "absent" });

/** A fact whose computation failed, with why. */
export function failed(reason: string): MissingFact {
  return { missing: "failed", reason };
}

/** Whether a value is one that an indicator of the type can have: finite numbers, well-formed texts of at most 20,000 characters. */
export function hasType(value: FactValue, type: IndicatorType): boolean {
  switch (type) {
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "code":
    case "text":
      return isSoundText(value);
    case "codes":
      return Array.isArray(value) && value.every(isSoundText);
  }
}

function isSoundText(value: unknown): boolean {
  return typeof value === "string" && value.length <= RECORD_LIMITS.textLength && value.isWellFormed();
}
