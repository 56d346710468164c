import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import type { Issues } from "../../core/result.js";
import type { CsvRow } from "../read-csv-rows.js";
import { alreadyRead, type FoundRecord, type RowResult } from "../row-result.js";

/** A table with one row a goods item. */
export interface ItemTable {
  readonly delimiter: string;
  /** How many fields a row has. */
  readonly width: number;
  /** The column of the declaration's number. */
  readonly idColumn: number;
  /** The most rows that one declaration may have; of more, one is kept, which is enough to refuse it. */
  readonly tooMany: number;
}

/** A record of a table with its line. */
export interface Row extends CsvRow {
  readonly line: number;
}

/**
 * Joins consecutive rows with the same id. A row that cannot be read is refused by itself, and so is the declaration that
 * its id cell names: scored without that item, it would look better than it is.
 */
export async function* groupRows<T>(
  rows: AsyncGenerator<RowResult<CsvRow>>,
  table: ItemTable,
  read: (group: readonly [Row, ...Row[]]) => RowResult<T>,
): AsyncGenerator<FoundRecord<T>> {
  let group: Row[] = [];
  // lines of rows that cannot be read, by the id that they seem to belong to
  const lost = new Map<string, number>();
  let lostInside: number | undefined;
  const finish = (): FoundRecord<T> => {
    const whole = group as [Row, ...Row[]];
    const id = idOf(whole[0], table);
    const lostLine = lostInside ?? lost.get(id);
    lost.delete(id);
    group = [];
    lostInside = undefined;
    return () => (lostLine === undefined ? read(whole) : refuseGroup(whole, lostLine));
  };
  let lastLost: number | undefined;
  for await (const row of rows) {
    const next = readRow(row, table.width);
    if (!next.ok) {
      lost.set(lostId(next.raw, table), next.line);
      lastLost = next.line;
      yield alreadyRead(next);
      continue;
    }
    const added = { line: next.line, ...next.value };
    if (group.length > 0 && idOf(group[0], table) !== idOf(added, table)) yield finish();
    // between two rows of one declaration, whatever its id cell holds
    else if (group.length > 0 && lastLost !== undefined) lostInside = lastLost;
    lastLost = undefined;
    // one row beyond the most items is enough to refuse the declaration, however many follow
    if (group.length <= table.tooMany) group.push(added);
  }
  if (group.length > 0) yield finish();
}

function idOf(row: Row | undefined, table: ItemTable): string {
  return row?.fields[table.idColumn] ?? "";
}

/** The id cell of a row that cannot be read as a record, as far as it can be told. */
function lostId(raw: string, { delimiter, idColumn }: ItemTable): string {
  return (raw.split(delimiter)[idColumn] ?? "").replace(/^"|"$/g, "");
}

function readRow(row: RowResult<CsvRow>, width: number): RowResult<CsvRow> {
  if (!row.ok || row.value.fields.length === width) return row;
  return { ok: false, line: row.line, raw: row.value.raw, issues: [fieldCount({ line: row.line, ...row.value }, width)] };
}

function refuseGroup(group: readonly Row[], lostLine: number): { readonly ok: false; readonly line: number; readonly raw: string; readonly issues: Issues } {
  const line = group[0]?.line ?? lostLine;
  const issue = createIssue("row.invalid", {
    ...expectation([], "all rows of the declaration", `line ${lostLine}, which cannot be read`, "mend that row and read the declaration again"),
    line,
  });
  return { ok: false, line, raw: group.map((row) => row.raw).join("\n"), issues: [issue] };
}

/** That a row has another number of fields than its table. */
export function fieldCount(row: Row, width: number): Issue {
  return createIssue("row.invalid", { ...expectation([], `${width} fields`, row.fields.length, "mend the separators of the row"), line: row.line });
}
