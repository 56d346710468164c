import { expectation } from "../../core/expectation.js";
import type { IssueOf } from "../../core/issue.js";
import { cellToText, isBlank } from "./cell-text.js";
import { type Column, columnLetters, formatHeading, parseHeading, REQUIRED_HEADINGS } from "./column.js";
import { tableIssue } from "./table-issue.js";

/** A column of a file: what it holds, `empty` without a heading, `unknown` where the heading was refused. */
export type FileColumn = { readonly name: string; readonly column: Column | "empty" | "unknown" };

/** The heading row of a file. */
export interface Header {
  readonly columns: readonly FileColumn[];
  readonly issues: readonly IssueOf<"table.cell">[];
  /** The headings that should be there and are not. */
  readonly missing: ReadonlySet<string>;
}

const KNOWN_HEADINGS = "see the format for the headings: a leading column, `title:en`, or an indicator and an operator such as `originCountry not in`";

/** The columns that a heading row names; unknown, repeated and missing ones are issues. */
export function readHeader(cells: readonly string[]): Header {
  const issues: IssueOf<"table.cell">[] = [];
  const seen = new Set<string>();
  const columns = cells.map((cell, index): FileColumn => {
    if (isBlank(cell)) return { name: `(column ${columnLetters(index)})`, column: "empty" };
    const text = cellToText(cell);
    const column = parseHeading(text);
    if (column === undefined) {
      issues.push(tableIssue(undefined, text, expectation([], "the heading of a column", text, KNOWN_HEADINGS)));
      return { name: text, column: "unknown" };
    }
    const name = formatHeading(column);
    if (seen.has(name)) {
      issues.push(tableIssue(undefined, name, expectation([], "each column once", name, "remove or rename one of the two columns")));
      return { name, column: "unknown" };
    }
    seen.add(name);
    return { name, column };
  });
  const missing = new Set([
    ...REQUIRED_HEADINGS,
    ...["title", "reason"].filter((text) => ![...seen].some((name) => name.startsWith(`${text}:`))).map((text) => `${text}:en`),
  ]);
  for (const name of seen) missing.delete(name);
  for (const name of missing) {
    issues.push(
      tableIssue(undefined, name, {
        message: "expected this column, found no such heading",
        expected: "the column",
        received: "no such heading",
        remedy: "add the column",
      }),
    );
  }
  return { columns, issues, missing };
}
