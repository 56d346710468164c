import { own } from "../core/own.js";
import type { IndicatorType } from "../indicators/fact.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { DerivedIndicator } from "../profile/derived.js";
import type { Dialect } from "./dialect.js";
import { call, caseWhen, column, type Expression, FALSE, isNotNull, isNull, operation, TRUE, text } from "./expression.js";
import { FOLDED_SUFFIX, MISSING_SUFFIX } from "./fact-columns.js";

/** The alias of the header's relation in every step that reads facts. */
export const HEADER = "h";
/** The alias of the items' relation. */
export const ITEM = "i";

/** Where a query finds what an indicator has. */
export interface Places {
  /** Its value; of a text its folded words. */
  readonly value: (indicator: string) => Expression;
  /** Whether it has a value. */
  readonly hasValue: (indicator: string) => Expression;
  /** What a test of its value is where there is none: false or unknown; `undefined` where it is always unknown. */
  readonly otherwise: (indicator: string) => Expression | undefined;
  /** Whether it has none because its computation failed; `undefined` where that cannot be. */
  readonly hasFailed: (indicator: string) => Expression | undefined;
  /** Whether the absence of a value shows in the value itself. */
  readonly isNullable: (indicator: string) => boolean;
}

/** The suffix of the column, in the steps of a query, that says what a condition is where its indicator has no value: false if it is not applicable. */
export const ELSE_SUFFIX = "_else";

/** The places of the indicators of a profile in the relations `h` and `i`. */
export function createPlaces(
  { vocabulary, document: { derived } }: CompiledProfile,
  columns: "full" | "values",
  dialect: Pick<Dialect, "nullableTexts">,
): Places {
  const at = (indicator: string, suffix = ""): Expression => column(`${indicator}${suffix}`, vocabulary.get(indicator)?.level === "item" ? ITEM : HEADER);
  const typeOf = (indicator: string): IndicatorType | undefined => vocabulary.get(indicator)?.type;
  const value = (indicator: string): Expression => at(indicator, typeOf(indicator) === "text" ? FOLDED_SUFFIX : "");
  const isNullable = (indicator: string): boolean => typeOf(indicator) !== "codes" || dialect.nullableTexts;
  const missing = (indicator: string): Expression => at(indicator, MISSING_SUFFIX);
  return {
    value,
    isNullable,
    hasValue: (indicator) => (isNullable(indicator) ? isNotNull(value(indicator)) : columns === "full" ? isNull(missing(indicator)) : TRUE),
    otherwise: (indicator) => {
      const definition = own(derived, indicator);
      if (definition === undefined) return columns === "full" ? at(indicator, ELSE_SUFFIX) : undefined;
      return canBeNotApplicable(definition) ? caseWhen([[operation(missing(indicator), "=", text("notApplicable")), FALSE]]) : undefined;
    },
    hasFailed: (indicator) =>
      columns === "full" || own(derived, indicator) !== undefined ? call("startsWith", missing(indicator), text("failed")) : undefined,
  };
}

function canBeNotApplicable(derived: DerivedIndicator): boolean {
  return derived.ifMissing === "notApplicable" || ("ifZeroDivisor" in derived && derived.ifZeroDivisor === "notApplicable");
}
