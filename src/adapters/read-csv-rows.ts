import Papa from "papaparse";
import { expectation } from "../core/expectation.js";
import { createIssue } from "../core/issue.js";
import { type Chunks, readLines } from "./read-lines.js";
import type { RowResult } from "./row-result.js";

/** One record of a table: its fields, and the text it was read from. */
export interface CsvRow {
  readonly fields: readonly string[];
  readonly raw: string;
}

/** The most physical lines that one record may span (line breaks inside quotes). */
export const MAX_RECORD_LINES = 50;

/**
 * The records of a CSV text (RFC 4180), pulled one by one. A record with an opening quote that is not closed costs itself
 * alone: the lines after it are read again as records of their own. A record that spans lines must have as many fields as
 * the first record, since two stray quotes would otherwise swallow all lines between them. Empty lines are passed over.
 */
export async function* readCsvRows(chunks: Chunks, delimiter: string): AsyncGenerator<RowResult<CsvRow>> {
  const lines = readLines(chunks);
  const queue: RowResult<string>[] = [];
  let width: number | undefined;
  try {
    for (;;) {
      const first = await take(lines, queue, 0);
      if (first === undefined) return;
      queue.shift();
      if (!first.ok) yield first;
      else if (first.value !== "") {
        const record = isClosed(first.value)
          ? parseRecord([first.value], first.line, delimiter)
          : await readSpanning(first, lines, queue, { delimiter, width });
        if (record.ok) width ??= record.value.fields.length;
        yield record;
      }
    }
  } finally {
    // a caller that stops early lets go of the source
    await lines.return(undefined);
  }
}

interface Shape {
  readonly delimiter: string;
  /** The fields of the first record; unknown until it is read. */
  readonly width: number | undefined;
}

/** Looks at the queued line at an index, pulling lines as needed. */
async function take(lines: AsyncGenerator<RowResult<string>>, queue: RowResult<string>[], index: number): Promise<RowResult<string> | undefined> {
  while (queue.length <= index) {
    const next = await lines.next();
    if (next.done === true) return undefined;
    queue.push(next.value);
  }
  return queue[index];
}

/** Tries to close the quote that a line leaves open with the lines after it; takes these only if that gives a sound record. */
async function readSpanning(
  first: RowResult<string> & { readonly ok: true },
  lines: AsyncGenerator<RowResult<string>>,
  queue: RowResult<string>[],
  { delimiter, width }: Shape,
): Promise<RowResult<CsvRow>> {
  const parts = [first.value];
  for (let index = 0; index + 1 < MAX_RECORD_LINES; index += 1) {
    const next = await take(lines, queue, index);
    if (next === undefined || !next.ok) break;
    parts.push(next.value);
    if (!isClosed(parts.join("\n"))) continue;
    const record = parseRecord(parts, first.line, delimiter);
    if (!record.ok || (width !== undefined && record.value.fields.length !== width)) break;
    queue.splice(0, index + 1);
    return record;
  }
  return refuse(first.value, first.line, "a quote that is closed", "close the quote, or double it if it belongs to the text");
}

/** Whether every quote of a text is closed: their number is even. */
function isClosed(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 0;
}

function parseRecord(parts: readonly string[], line: number, delimiter: string): RowResult<CsvRow> {
  const raw = parts.join("\n");
  if (!raw.includes('"')) return { ok: true, line, value: { fields: raw.split(delimiter), raw } };
  const parsed = Papa.parse<string[]>(raw, { delimiter, newline: "\n" });
  const [fields] = parsed.data;
  if (fields === undefined || parsed.data.length !== 1 || parsed.errors.length > 0) {
    return refuse(raw, line, "a CSV record", "quote fields as RFC 4180 says");
  }
  return { ok: true, line, value: { fields, raw } };
}

function refuse(raw: string, line: number, expected: string, remedy: string): RowResult<CsvRow> {
  return { ok: false, line, raw, issues: [createIssue("row.invalid", { ...expectation([], expected, raw, remedy), line })] };
}
