import type { SqlFunctions } from "../dialect.js";

/** A name in double quotes, as the standard has it; a name of small letters and digits needs none. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text in single quotes, as the standard has it: a backslash is itself. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text in single quotes for an engine that takes a backslash for an escape. */
export function quoteTextEscaped(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** A finite double with exponent, so that it is not read as a decimal. */
export function doubleText(value: number): string {
  const text = String(value);
  return /e/.test(text) ? text.replace("e+", "e") : `${text}e0`;
}

/** The functions that engines write alike; `bytewise` says nothing where a column has no collation of its own. */
export const standardFunctions: Omit<SqlFunctions, "contains" | "double" | "logarithmOfTwo" | "powerOfTwo" | "quotient" | "startsWith" | "wide"> =
  Object.freeze({
    abs: (x = "") => `abs(${x})`,
    bigint: (x = "") => `CAST(${x} AS BIGINT)`,
    bytewise: (x = "") => x,
    count: (x = "") => `CAST(count(${x}) AS BIGINT)`,
    coalesce: (...of) => `coalesce(${of.join(", ")})`,
    floor: (x = "") => `floor(${x})`,
    greatest: (...of) => (of.length === 1 ? (of[0] ?? "") : `greatest(${of.join(", ")})`),
    least: (...of) => (of.length === 1 ? (of[0] ?? "") : `least(${of.join(", ")})`),
    leading: (x = "", length = "") => `left(${x}, ${length})`,
    max: (x = "") => `max(${x})`,
    min: (x = "") => `min(${x})`,
    sum: (x = "") => `CAST(sum(${x}) AS BIGINT)`,
    sumWide: (x = "") => `sum(${x})`,
    truncate: (x = "") => `trunc(${x})`,
  });
