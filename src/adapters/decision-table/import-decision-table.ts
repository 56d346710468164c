import { compareText } from "../../core/canonical.js";
import { expectation } from "../../core/expectation.js";
import { deepFreeze } from "../../core/freeze.js";
import type { Issue } from "../../core/issue.js";
import { orThrow, type Result, settle } from "../../core/result.js";
import type { Rule } from "../../profile/rule.js";
import { isBlank } from "./cell-text.js";
import type { DecisionTable, DecisionTableOptions } from "./decision-table.js";
import { ISSUE_LIMIT, readCsv } from "./read-csv.js";
import { readHeader } from "./read-header.js";
import { readRow } from "./read-row.js";
import { tableIssue } from "./table-issue.js";

/**
 * The rules of a decision table, from the text or the bytes (UTF-8, or UTF-16 with byte order mark) of a CSV file.
 * Rules are authored: with anything wrong the whole table is refused, with an issue `table.cell` for every cell and
 * column at fault, up to a thousand. Rows without content count for nothing; the order of rows means nothing.
 */
export function importDecisionTable(csv: string | Uint8Array, options: DecisionTableOptions = {}): Result<DecisionTable> {
  const records = readCsv(csv, options.delimiter);
  if (!records.ok) return records;
  const [head = [], ...rows] = records.value;
  const header = readHeader(head);
  const issues: Issue[] = [...header.issues];
  const rowOfId = new Map<string, number>();
  const domains = new Map<string, Rule[]>();
  for (const [index, cells] of rows.entries()) {
    if (issues.length >= ISSUE_LIMIT) break;
    if (cells.every(isBlank)) continue;
    const row = index + 2;
    const reading = readRow(cells, header.columns, row);
    issues.push(...reading.issues.filter((issue) => !header.missing.has(issue.column)));
    const { domain, id, rule } = reading;
    const before = id === undefined ? undefined : rowOfId.get(id);
    if (before !== undefined)
      issues.push(tableIssue(row, "id", expectation([], `an id other than that of row ${before}`, id, "give one of the two rules another id")));
    else if (id !== undefined) rowOfId.set(id, row);
    if (domain === undefined || rule === undefined) continue;
    const rules = domains.get(domain);
    if (rules === undefined) domains.set(domain, [rule]);
    else rules.push(rule);
  }
  return settle(issues.slice(0, ISSUE_LIMIT), () =>
    deepFreeze(
      Object.fromEntries([...domains].sort(([a], [b]) => compareText(a, b)).map(([domain, rules]) => [domain, rules.sort((a, b) => compareText(a.id, b.id))])),
    ),
  );
}

/**
 * {@link importDecisionTable}, throwing.
 * @throws {IssueError} if anything in the table cannot be read
 */
export function importDecisionTableOrThrow(csv: string | Uint8Array, options: DecisionTableOptions = {}): DecisionTable {
  return orThrow(importDecisionTable(csv, options));
}
