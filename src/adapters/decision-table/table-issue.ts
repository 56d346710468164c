import { createIssue, type Issue, type IssueOf, quote } from "../../core/issue.js";

/**
 * An issue about a cell, or without `row` about a column. Rows are numbered as a spreadsheet does: the headings are
 * row 1.
 */
export function tableIssue(row: number | undefined, column: string, said: Pick<Issue, "message" | "expected" | "received" | "remedy">): IssueOf<"table.cell"> {
  const where = row === undefined ? `column ${quote(column)}` : `row ${row}, column ${quote(column)}`;
  return createIssue("table.cell", {
    path: row === undefined ? [column] : [row - 1, column],
    message: `${where}: ${said.message}`,
    expected: said.expected,
    received: said.received,
    remedy: said.received === "nothing" ? "fill in the cell" : said.remedy,
    ...(row === undefined ? {} : { row }),
    column,
  });
}
