import type { Rule } from "../../profile/rule.js";

/**
 * The rules of a decision table, by domain id, in each domain in the order of their ids. A domain without a row is not
 * in it.
 */
export type DecisionTable = Readonly<Record<string, readonly Rule[]>>;

/** What separates the cells of a row. Excel uses the semicolon where the comma is the decimal sign. */
export type TableDelimiter = "," | ";" | "\t";

/** How a decision table is written as text. */
export interface DecisionTableOptions {
  /** What separates the cells: when importing, found from the heading line unless told; when exporting, the comma. */
  readonly delimiter?: TableDelimiter;
}
