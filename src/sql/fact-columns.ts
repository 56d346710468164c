import type { Catalogue } from "../indicators/define-catalogue.js";
import type { IndicatorType } from "../indicators/fact.js";
import type { Level } from "../indicators/indicator.js";
import type { ColumnType } from "./dialect.js";

/** A column of one of the facts tables. */
export interface FactColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  /** What it holds. */
  readonly role: "key" | "id" | "item" | "asOf" | "asOfMs" | "currency" | "identities" | "unknown" | "value" | "folded" | "missing";
  /** Of the last three roles. */
  readonly indicator?: string;
}

/** The suffix of the column that says why an indicator has no value: `absent`, `notApplicable`, `failed`, `failed: why`, or `failed as mistyped: value`. */
export const MISSING_SUFFIX = "_missing";

/** What stands before the reason of a failure. */
export const FAILED_BECAUSE = "failed: ";

/** What stands before the value that did not fit its indicator's type, as an issue quotes it. */
export const MISTYPED = "failed as mistyped: ";

/** The suffix of the column that holds a text folded, as `containsAny` compares it: ` words between single spaces `. */
export const FOLDED_SUFFIX = "_folded";

const TYPES: Readonly<Record<IndicatorType, ColumnType>> = { boolean: "boolean", number: "double", code: "text", codes: "texts", text: "text" };

/** The columns that are there whatever the catalogue is, by table. */
const FIXED: Readonly<Record<Level, readonly FactColumn[]>> = {
  header: [
    { name: "key", type: "bigint", required: true, role: "key" },
    { name: "id", type: "text", required: true, role: "id" },
    { name: "as_of", type: "text", required: true, role: "asOf" },
    { name: "as_of_ms", type: "bigint", required: true, role: "asOfMs" },
    { name: "currency", type: "text", required: false, role: "currency" },
    { name: "identities", type: "text", required: false, role: "identities" },
    { name: "unknown", type: "text", required: false, role: "unknown" },
  ],
  item: [
    { name: "key", type: "bigint", required: true, role: "key" },
    { name: "item", type: "bigint", required: true, role: "item" },
  ],
};

/**
 * The columns of the facts table of a level: the fixed ones, then those of the catalogue's indicators, or of `only` some. In
 * `identities` stand the selection identities and in `unknown` the names of facts that the catalogue does not have, as JSON.
 */
export function factColumns(catalogue: Catalogue, level: Level, only?: ReadonlySet<string>): readonly FactColumn[] {
  const indicators = [...catalogue.indicators.values()].filter((indicator) => indicator.level === level && only?.has(indicator.id) !== false);
  return [
    ...FIXED[level],
    ...indicators.flatMap(({ id, type }): readonly FactColumn[] => [
      { name: id, type: TYPES[type], required: false, role: "value", indicator: id },
      ...(type === "text" ? [{ name: `${id}${FOLDED_SUFFIX}`, type: "text", required: false, role: "folded", indicator: id } as const] : []),
      { name: `${id}${MISSING_SUFFIX}`, type: "text", required: false, role: "missing", indicator: id },
    ]),
  ];
}
