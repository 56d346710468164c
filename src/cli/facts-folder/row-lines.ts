import type { FactColumn } from "../../sql/fact-columns.js";
import type { Cell } from "../../sql/fact-rows.js";

/** A row as a line of JSON: what has no value is left out. */
export function jsonRow(columns: readonly FactColumn[], row: readonly Cell[]): string {
  return JSON.stringify(Object.fromEntries(columns.flatMap(({ name }, index) => (row[index] === null ? [] : [[name, row[index]]]))));
}

/** The names of the columns as the first line of a CSV. */
export function csvHeader(columns: readonly FactColumn[]): string {
  return columns.map(({ name }) => name).join(",");
}

/** A row as a line of CSV (RFC 4180): every text in quotes, so that an empty one is none that is missing; a set of codes is a JSON array. A text can hold a line end; then its line does. */
export function csvRow(row: readonly Cell[]): string {
  return row.map(csvCell).join(",");
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return quoted(cell);
  return typeof cell === "object" ? quoted(JSON.stringify(cell)) : String(cell);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
