import type { Dialect } from "../dialect.js";
import { doubleText, quoteName, quoteText, standardFunctions } from "./standard.js";

const texts = (values: readonly string[]): string => `CAST([${values.map(quoteText).join(", ")}] AS VARCHAR[])`;

/** DuckDB from 1.3 on. */
export const duckdb: Dialect = Object.freeze({
  name: "duckdb",
  types: { boolean: "BOOLEAN", double: "DOUBLE", bigint: "BIGINT", text: "VARCHAR", texts: "VARCHAR[]" },
  quoteName,
  quoteText,
  texts,
  integer: String,
  double: doubleText,
  functions: {
    ...standardFunctions,
    bytewise: (x = "") => `${x} COLLATE "C"`,
    contains: (x = "", part = "") => `contains(${x}, ${part})`,
    double: (x = "") => `CAST(${x} AS DOUBLE)`,
    logarithmOfTwo: (x = "") => `log2(${x})`,
    powerOfTwo: (x = "") => `pow(2e0, ${x})`,
    quotient: (a = "", b = "") => `${a} // ${b}`,
    startsWith: (x = "", start = "") => `starts_with(${x}, ${start})`,
    wide: (x = "") => `CAST(${x} AS HUGEINT)`,
  },
  anyCode: (column, values) => `list_has_any(${column}, [${values.map(quoteText).join(", ")}])`,
  nullableTexts: true,
} satisfies Dialect);
