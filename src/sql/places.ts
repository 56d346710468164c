import type { Vocabulary } from "../conditions/vocabulary.js";
import { own } from "../core/own.js";
import type { DerivedIndicator } from "../profile/derived.js";
import type { Dialect } from "./dialect.js";
import { call, column, type Expression, FALSE, isNotNull, operation, text } from "./expression.js";
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
  /** Whether it has none because the question does not apply. */
  readonly isNotApplicable: (indicator: string) => Expression;
  /** Whether it has none because its computation failed. */
  readonly hasFailed: (indicator: string) => Expression;
}

/** The places of the indicators of a vocabulary in the relations `h` and `i`. */
export function createPlaces(
  vocabulary: Vocabulary,
  derived: Readonly<Record<string, DerivedIndicator>>,
  columns: "full" | "values",
  dialect: Pick<Dialect, "nullableTexts">,
): Places {
  const at = (indicator: string, suffix = ""): Expression =>
    column(`${indicator}${suffix}`, vocabulary.get(indicator)?.level === "item" ? ITEM : HEADER);
  const tellsWhy = (indicator: string): boolean => columns === "full" || own(derived, indicator) !== undefined;
  const missing = (indicator: string): Expression => at(indicator, MISSING_SUFFIX);
  const value = (indicator: string): Expression => at(indicator, vocabulary.get(indicator)?.type === "text" ? FOLDED_SUFFIX : "");
  return {
    value,
    hasValue: (indicator) =>
      vocabulary.get(indicator)?.type === "codes" && !dialect.nullableTexts && tellsWhy(indicator)
        ? Object.freeze({ kind: "isNull", of: missing(indicator) })
        : isNotNull(value(indicator)),
    isNotApplicable: (indicator) => (tellsWhy(indicator) ? operation(missing(indicator), "=", text("notApplicable")) : FALSE),
    hasFailed: (indicator) => (tellsWhy(indicator) ? call("startsWith", missing(indicator), text("failed")) : FALSE),
  };
}
