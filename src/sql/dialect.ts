import type { FunctionName } from "./expression.js";

/** The types of the columns of the facts tables. */
export type ColumnType = "boolean" | "double" | "bigint" | "text" | "texts";

/** The name of a dialect. */
export type DialectName = "duckdb" | "postgresql" | "clickhouse" | "spark";

/** How functions are written, from their arguments' texts. */
export type SqlFunctions = Readonly<Record<FunctionName, (...of: readonly string[]) => string>>;

/** How one engine writes what the syntax tree says. */
export interface Dialect {
  readonly name: DialectName;
  readonly types: Readonly<Record<ColumnType, string>>;
  readonly quoteName: (name: string) => string;
  readonly quoteText: (text: string) => string;
  /** A list of texts. */
  readonly texts: (values: readonly string[]) => string;
  readonly integer: (value: number) => string;
  readonly double: (value: number) => string;
  readonly functions: SqlFunctions;
  readonly anyCode: (column: string, values: readonly string[]) => string;
  /** Whether a list of texts can be `NULL`. */
  readonly nullableTexts: boolean;
  /** What stands at the end of every step, so that a step's expressions are computed once rather than copied into the next. */
  readonly fence?: string;
  /** What stands at the end of a query. */
  readonly settings?: string;
  /** What stands behind the columns of a new table. */
  readonly tableOptions?: string;
  /** So many columns a step can have at most. */
  readonly maxColumns?: number;
}
