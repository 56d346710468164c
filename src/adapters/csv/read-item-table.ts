import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { type Result, settle } from "../../core/result.js";
import { MAX_ITEMS } from "../../model/declaration.js";
import { readCsvRows } from "../read-csv-rows.js";
import type { Chunks } from "../read-lines.js";
import { type RowResult, readAll } from "../row-result.js";
import { groupRows, type Row } from "./group-rows.js";

/** A table with the names of its columns on the first line and one row a goods item. */
export interface ItemTableFormat<Column, T> {
  /** The column of a name; nothing where there is none. */
  readonly columnOf: (name: string) => Column | undefined;
  /** Whether a column tells the records apart, and its name. */
  readonly isId: (column: Column) => boolean;
  readonly idName: string;
  /** Reads the rows of one record. */
  readonly read: (rows: readonly [Row, ...Row[]], columns: readonly Column[]) => Result<T>;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * The records of a table, the rows of one record one after another, pulled one by one. The delimiter is the one that parts the first line into most columns. A
 * column of another name is refused, and with it the table: that is the only result then.
 */
export async function* readItemTable<Column, T>(chunks: Chunks, firstLine: string, format: ItemTableFormat<Column, T>): AsyncGenerator<RowResult<T>> {
  const count = (delimiter: string): number => firstLine.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
  const rows = readCsvRows(chunks, delimiter);
  try {
    const first = await rows.next();
    if (first.done === true) {
      const expected = expectation([], "a line of names", "an empty file", "write the names of the columns on the first line");
      yield { ok: false, line: 1, raw: "", issues: [createIssue("row.invalid", { ...expected, line: 1 })] };
    } else if (!first.value.ok) yield first.value;
    else {
      const { line, value } = first.value;
      const columns = planColumns(value.fields, format);
      if (!columns.ok) yield { ok: false, line, raw: value.raw, issues: columns.issues };
      else {
        const table = { delimiter, width: value.fields.length, idColumn: columns.value.findIndex(format.isId), tooMany: MAX_ITEMS };
        const found = groupRows(rows, table, (group): RowResult<T> => {
          const read = format.read(group, columns.value);
          const at = group[0].line;
          return read.ok
            ? { ok: true, line: at, value: read.value }
            : { ok: false, line: at, raw: group.map(({ raw }) => raw).join("\n"), issues: read.issues };
        });
        yield* readAll(found);
      }
    }
  } finally {
    // a caller that stops early, or a header that does not fit, lets go of the source
    await rows.return(undefined);
  }
}

function planColumns<Column, T>(names: readonly string[], { columnOf, isId, idName }: ItemTableFormat<Column, T>): Result<readonly Column[]> {
  const issues: Issue[] = [];
  const columns = names.map(columnOf);
  for (const [index, name] of names.entries()) {
    const column = columns[index];
    const path = ["columns", index];
    if (column === undefined) {
      issues.push(
        createIssue("value.unknownKey", { ...expectation(path, "the name of a field", name, "mend its spelling, or leave the column out"), key: name }),
      );
    } else if (columns.indexOf(column) !== index) {
      issues.push(createIssue("value.duplicate", { ...expectation(path, "each column once", name, "rename one of the two"), key: name }));
    }
  }
  if (!columns.some((column) => column !== undefined && isId(column))) {
    issues.push(createIssue("value.invalid", expectation(["columns"], `a column \`${idName}\``, undefined, "add what tells the records apart")));
  }
  return settle(issues, () => columns as readonly Column[]);
}

/** That a later row states another thing of the whole record than its first. */
export function rowDiffers(first: string, received: string, line: number): Issue {
  const expected = first === "" ? "nothing, as in the first row of the record" : `what the first row of the record states, ${first}`;
  return createIssue("row.invalid", { ...expectation([], expected, received, "state it alike in all rows of the record"), line });
}
