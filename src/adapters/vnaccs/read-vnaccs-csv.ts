import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { type Result, settle } from "../../core/result.js";
import { MAX_ITEMS } from "../../model/declaration.js";
import { groupRows, type Row } from "../csv/group-rows.js";
import { readCsvRows } from "../read-csv-rows.js";
import type { Chunks } from "../read-lines.js";
import type { RowResult } from "../row-result.js";
import { keyOfName, VNACCS_FIELDS, type VnaccsKey } from "./vnaccs-fields.js";
import { type VnaccsDeclaration, vnaccsRecord } from "./vnaccs-record.js";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * Declarations of a table with one row a goods item, the rows of one declaration one after another. The delimiter is the one that parts the first line
 * into most columns. What the header of a declaration states must be the same in all of its rows, or stand in the first alone.
 */
export async function* readVnaccsCsv(chunks: Chunks, firstLine: string): AsyncGenerator<RowResult<VnaccsDeclaration>> {
  const columns = (delimiter: string): number => firstLine.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, next) => (columns(next) > columns(best) ? next : best));
  const rows = readCsvRows(chunks, delimiter);
  try {
    const first = await rows.next();
    if (first.done === true) yield emptyFile();
    else if (!first.value.ok) yield first.value;
    else {
      const { line, value } = first.value;
      const keys = planColumns(value.fields);
      if (!keys.ok) yield { ok: false, line, raw: value.raw, issues: keys.issues };
      else {
        const table = { delimiter, width: value.fields.length, idColumn: keys.value.indexOf("id"), tooMany: MAX_ITEMS };
        yield* groupRows(rows, table, (group) => readGroup(group, keys.value));
      }
    }
  } finally {
    await rows.return(undefined);
  }
}

function emptyFile(): RowResult<VnaccsDeclaration> {
  const issue = createIssue("row.invalid", {
    ...expectation([], "a line of names", "an empty file", "write the names of the columns on the first line"),
    line: 1,
  });
  return { ok: false, line: 1, raw: "", issues: [issue] };
}

/** The field of each column. */
function planColumns(names: readonly string[]): Result<readonly VnaccsKey[]> {
  const issues: Issue[] = [];
  const keys = names.map((name) => keyOfName(name));
  for (const [index, name] of names.entries()) {
    const key = keys[index];
    const path = ["columns", index];
    if (key === undefined) {
      issues.push(
        createIssue("value.unknownKey", { ...expectation(path, "the name of a field", name, "mend its spelling, or leave the column out"), key: name }),
      );
    } else if (keys.indexOf(key) !== index) {
      issues.push(createIssue("value.duplicate", { ...expectation(path, "each column once", name, "rename one of the two"), key: name }));
    }
  }
  if (!keys.includes("id")) {
    issues.push(
      createIssue("value.invalid", expectation(["columns"], `a column \`${VNACCS_FIELDS.id.name}\``, undefined, "add the number of each declaration")),
    );
  }
  return settle(issues, () => keys as readonly VnaccsKey[]);
}

function readGroup(group: readonly [Row, ...Row[]], keys: readonly VnaccsKey[]): RowResult<VnaccsDeclaration> {
  const [{ line }] = group;
  const issues: Issue[] = [];
  const header = new Map<VnaccsKey, unknown>();
  const items = group.map((row) => {
    const item = new Map<VnaccsKey, unknown>();
    for (const [index, key] of keys.entries()) {
      const cell = (row.fields[index] ?? "").trim();
      if (cell === "") continue;
      if (VNACCS_FIELDS[key].level === "item") item.set(key, cell);
      else if (row === group[0]) header.set(key, cell);
      else if (header.get(key) !== cell) issues.push(differs(key, header.get(key), cell, row.line));
    }
    return item;
  });
  const stated = settle(issues, () => ({ header, items }));
  const record = stated.ok ? vnaccsRecord(stated.value) : stated;
  return record.ok ? { ok: true, line, value: record.value } : { ok: false, line, raw: group.map((row) => row.raw).join("\n"), issues: record.issues };
}

function differs(key: VnaccsKey, first: unknown, cell: string, line: number): Issue {
  const expected = first === undefined ? "nothing, as in the first row of the declaration" : `what the first row of the declaration states, ${String(first)}`;
  return createIssue("row.invalid", {
    ...expectation([], expected, cell, "state it alike in all rows of the declaration"),
    line,
    source: VNACCS_FIELDS[key].name,
  });
}
