import type { Dialect } from "../dialect.js";
import { doubleText, quoteName, quoteTextEscaped, standardFunctions } from "./standard.js";

const texts = (values: readonly string[]): string => `CAST([${values.map(quoteTextEscaped).join(", ")}] AS Array(String))`;

/** ClickHouse; a list of texts has no `NULL` there, so that its `_missing` column alone tells whether it has a value. */
export const clickhouse: Dialect = Object.freeze({
  name: "clickhouse",
  types: { boolean: "Nullable(Bool)", double: "Nullable(Float64)", bigint: "Nullable(Int64)", text: "Nullable(String)", texts: "Array(String)" },
  quoteName,
  quoteText: quoteTextEscaped,
  texts,
  // a bare literal is of the smallest unsigned type that holds it
  integer: (value) => `toInt64(${value})`,
  double: (value) => `toFloat64('${doubleText(value)}')`,
  functions: {
    ...standardFunctions,
    bigint: (x = "") => `toInt64(${x})`,
    count: (x = "") => `toInt64(count(${x}))`,
    contains: (x = "", part = "") => `position(${x}, ${part}) > 0`,
    double: (x = "") => `toFloat64(${x})`,
    leading: (x = "", length = "") => `leftUTF8(${x}, ${length})`,
    logarithmOfTwo: (x = "") => `log2(${x})`,
    powerOfTwo: (x = "") => `pow(toFloat64(2), ${x})`,
    quotient: (a = "", b = "") => `intDiv(toInt128(${a}), toInt128(${b}))`,
    startsWith: (x = "", start = "") => `startsWith(${x}, ${start})`,
    sum: (x = "") => `toInt64(sum(${x}))`,
    sumWide: (x = "") => `sum(toInt128(${x}))`,
    wide: (x = "") => `toInt128(${x})`,
  },
  anyCode: (column, values) => `hasAny(${column}, ${texts(values)})`,
  nullableTexts: false,
  // a join's missing side is NULL, and a name means the column before it means a new expression
  settings: "SETTINGS join_use_nulls = 1, prefer_column_name_to_alias = 1",
  tableOptions: "ENGINE = MergeTree ORDER BY tuple()",
} satisfies Dialect);
