import { parseCsvMapping } from "../adapters/csv/mapping.js";
import { readCsvDeclarations } from "../adapters/csv/read-csv-declarations.js";
import { koreaMapping } from "../adapters/korea/korea-mapping.js";
import { type JsonRecord, readJsonRecords } from "../adapters/read-json-records.js";
import type { Chunks } from "../adapters/read-lines.js";
import type { RowResult } from "../adapters/row-result.js";
import { escapeControls, formatIssue } from "../core/issue.js";
import type { Issues } from "../core/result.js";
import { CommandFailure, orFail } from "./failure.js";
import { openInput, readDocument } from "./files.js";
import type { Toolbox } from "./load-profile.js";

/** The options that say where declarations come from. */
export interface InputOptions {
  readonly input: string;
  readonly format: "korea" | "csv" | "json";
  readonly mapping?: string;
}

/** The records of an input, pulled one by one. */
export async function openRecords(options: InputOptions, toolbox: Toolbox): Promise<AsyncGenerator<RowResult<JsonRecord>>> {
  if ((options.format === "csv") !== (options.mapping !== undefined)) throw new CommandFailure("--mapping goes with --format csv, and only with it", 2);
  // the input is opened last: a stream that nobody listens to yet would end the process with its first error
  if (options.format === "json") return readJsonRecords(openInput(options.input), { extensions: toolbox.extensions });
  const mapping = options.mapping === undefined ? koreaMapping : orFail(parseCsvMapping(await readDocument(options.mapping)), options.mapping);
  return fromCsv(openInput(options.input), mapping);
}

async function* fromCsv(chunks: Chunks, mapping: typeof koreaMapping): AsyncGenerator<RowResult<JsonRecord>> {
  for await (const row of readCsvDeclarations(chunks, mapping)) yield row.ok ? { ...row, value: { kind: "declaration", supplied: [], ...row.value } } : row;
}

/** Tells on standard error why a record was refused, one line per issue. */
export function reportRefused(input: string, line: number, issues: Issues): void {
  for (const issue of issues) {
    const place = "line" in issue ? "" : `line ${line}: `;
    process.stderr.write(`${escapeControls(`${input}: ${place}${formatIssue(issue)}`)}\n`);
  }
}
