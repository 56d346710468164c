import type { Dialect } from "../dialect.js";
import { doubleText, quoteTextEscaped, standardFunctions } from "./standard.js";

const texts = (values: readonly string[]): string =>
  values.length === 0 ? "CAST(array() AS ARRAY<STRING>)" : `array(${values.map(quoteTextEscaped).join(", ")})`;

/** Spark SQL from 3.4 on: printed and parsed by a grammar, never run here. */
export const spark: Dialect = Object.freeze({
  name: "spark",
  types: { boolean: "BOOLEAN", double: "DOUBLE", bigint: "BIGINT", text: "STRING", texts: "ARRAY<STRING>" },
  quoteName: (name) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``),
  quoteText: quoteTextEscaped,
  texts,
  integer: (value) => `CAST(${value} AS BIGINT)`,
  double: (value) => `${doubleText(value)}D`,
  functions: {
    ...standardFunctions,
    contains: (x = "", part = "") => `contains(${x}, ${part})`,
    double: (x = "") => `CAST(${x} AS DOUBLE)`,
    leading: (x = "", length = "") => `substring(${x}, 1, ${length})`,
    logarithmOfTwo: (x = "") => `log2(${x})`,
    powerOfTwo: (x = "") => `power(2D, ${x})`,
    // `div` gives a BIGINT; a quotient beyond it is beyond the exact range as well
    quotient: (a = "", b = "") => `CASE WHEN ${a} < ${b} * 9007199254740993 THEN ${a} div ${b} ELSE 9007199254740993 END`,
    startsWith: (x = "", start = "") => `startswith(${x}, ${start})`,
    // there is no truncation of a double; what is rounded here is never beyond a BIGINT
    truncate: (x = "") => `CAST(CAST(${x} AS BIGINT) AS DOUBLE)`,
    wide: (x = "") => `CAST(${x} AS DECIMAL(38, 0))`,
  },
  anyCode: (column, values) => `arrays_overlap(${column}, ${texts(values)})`,
  nullableTexts: true,
} satisfies Dialect);
