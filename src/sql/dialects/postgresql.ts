import type { Dialect } from "../dialect.js";
import { doubleText, quoteName, quoteText, standardFunctions } from "./standard.js";

// `E''` reads a backslash alike whatever `standard_conforming_strings` says
const quote = (text: string): string => (text.includes("\\") ? `E${quoteText(text.replaceAll("\\", "\\\\"))}` : quoteText(text));
const texts = (values: readonly string[]): string => `ARRAY[${values.map(quote).join(", ")}]::text[]`;

/** PostgreSQL from 12 on. */
export const postgresql: Dialect = Object.freeze({
  name: "postgresql",
  types: { boolean: "boolean", double: "double precision", bigint: "bigint", text: "text", texts: "text[]" },
  quoteName,
  quoteText: quote,
  texts,
  integer: String,
  // a decimal literal is an exact numeric, and becomes the nearest double
  double: (value) => `${value < 0 ? `(${doubleText(value)})` : doubleText(value)}::float8`,
  functions: {
    ...standardFunctions,
    bytewise: (x = "") => `${x} COLLATE "C"`,
    contains: (x = "", part = "") => `strpos(${x}, ${part}) > 0`,
    double: (x = "") => `CAST(${x} AS double precision)`,
    logarithmOfTwo: (x = "") => `(ln(${x}) / ${doubleText(Math.LN2)}::float8)`,
    powerOfTwo: (x = "") => `power(2::float8, ${x})`,
    quotient: (a = "", b = "") => `div(${a}, ${b})`,
    startsWith: (x = "", start = "") => `starts_with(${x}, ${start})`,
    wide: (x = "") => `CAST(${x} AS numeric)`,
  },
  anyCode: (column, values) => `${column} && ${texts(values)}`,
  nullableTexts: true,
  fence: "OFFSET 0",
  maxColumns: 1_600,
} satisfies Dialect);
