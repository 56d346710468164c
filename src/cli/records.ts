import { parseCsvMapping } from "../adapters/csv/mapping.js";
import { type CsvDeclaration, findCsvDeclarations } from "../adapters/csv/read-csv-declarations.js";
import { readEnsConsignments } from "../adapters/ens/read-ens-consignments.js";
import { koreaMapping } from "../adapters/korea/korea-mapping.js";
import { readManifestConsignments } from "../adapters/manifest/read-manifest-consignments.js";
import { findJsonRecords, type JsonRecord } from "../adapters/read-json-records.js";
import type { Chunks } from "../adapters/read-lines.js";
import type { FoundRecord, RowResult } from "../adapters/row-result.js";
import { readVnaccsDeclarations } from "../adapters/vnaccs/read-vnaccs-declarations.js";
import type { VnaccsDeclaration } from "../adapters/vnaccs/vnaccs-record.js";
import { readWcoDeclarations } from "../adapters/wco/read-wco-declarations.js";
import type { MessageOptions } from "../adapters/xml/message-options.js";
import { offsetMinutes, parseInstant } from "../core/instant.js";
import { escapeControls, formatIssue } from "../core/issue.js";
import type { Issues } from "../core/result.js";
import type { Consignment } from "../model/consignment.js";
import type { Declaration } from "../model/declaration.js";
import { CommandFailure, orFail } from "./failure.js";
import { openInput, readDocument } from "./files.js";
import type { Toolbox } from "./load-profile.js";

/** The formats that declarations and consignments are read in. */
export const INPUT_FORMATS = ["korea", "csv", "json", "wco", "ens", "vnaccs", "manifest"] as const;

type InputFormat = (typeof INPUT_FORMATS)[number];

/** The options that say where records come from. */
export interface InputOptions {
  readonly input: string;
  readonly format: InputFormat;
  readonly mapping?: string;
  readonly receivedAt?: string;
  readonly utcOffset?: string;
}

/** The records of an input, found one by one. */
export async function openRecords(options: InputOptions, toolbox: Toolbox): Promise<AsyncGenerator<FoundRecord<JsonRecord>>> {
  if ((options.format === "csv") !== (options.mapping !== undefined)) throw new CommandFailure("--mapping goes with --format csv, and only with it", 2);
  const messages = messageOptions(options);
  // the input is opened last: a stream that nobody listens to yet would end the process with its first error
  if (options.format === "json") return findJsonRecords(openInput(options.input), { extensions: toolbox.extensions });
  if (options.format === "wco") return fromDeclarations(readWcoDeclarations(openInput(options.input), messages));
  if (options.format === "ens") return fromConsignments(readEnsConsignments(openInput(options.input), messages));
  if (options.format === "vnaccs") return fromVnaccs(readVnaccsDeclarations(openInput(options.input)));
  if (options.format === "manifest") return fromConsignments(readManifestConsignments(openInput(options.input), { extensions: toolbox.extensions }));
  const mapping = options.mapping === undefined ? koreaMapping : orFail(parseCsvMapping(await readDocument(options.mapping)), options.mapping);
  return fromCsv(openInput(options.input), mapping);
}

async function* fromCsv(chunks: Chunks, mapping: typeof koreaMapping): AsyncGenerator<FoundRecord<JsonRecord>> {
  for await (const read of findCsvDeclarations(chunks, mapping)) yield () => toRecord(read());
}

async function* fromDeclarations(rows: AsyncGenerator<RowResult<Declaration>>): AsyncGenerator<FoundRecord<JsonRecord>> {
  for await (const row of rows) yield () => toRecord(row.ok ? { ...row, value: { declaration: row.value } } : row);
}

async function* fromVnaccs(rows: AsyncGenerator<RowResult<VnaccsDeclaration>>): AsyncGenerator<FoundRecord<JsonRecord>> {
  for await (const row of rows) yield () => toRecord(row);
}

async function* fromConsignments(rows: AsyncGenerator<RowResult<Consignment>>): AsyncGenerator<FoundRecord<JsonRecord>> {
  for await (const row of rows) yield () => (row.ok ? { ...row, value: { kind: "consignment", supplied: [], consignment: row.value } } : row);
}

function toRecord(row: RowResult<CsvDeclaration>): RowResult<JsonRecord> {
  if (!row.ok) return row;
  const { declaration, outcome } = row.value;
  return { ...row, value: { kind: "declaration", supplied: [], declaration, ...(outcome === undefined ? {} : { outcome }) } };
}

/** What the options say of messages, checked. */
function messageOptions({ format, receivedAt, utcOffset }: InputOptions): MessageOptions {
  if (format !== "wco" && format !== "ens" && (receivedAt ?? utcOffset) !== undefined) {
    throw new CommandFailure("--received-at and --utc-offset go with --format wco and ens", 2);
  }
  if (receivedAt !== undefined && parseInstant(receivedAt) === undefined) {
    throw new CommandFailure(`--received-at: expected an instant such as 2026-11-21T08:30:00+07:00, received \`${receivedAt}\``, 2);
  }
  if (utcOffset !== undefined && offsetMinutes(utcOffset) === undefined) {
    throw new CommandFailure(`--utc-offset: expected an offset such as +07:00, received \`${utcOffset}\``, 2);
  }
  return { ...(receivedAt === undefined ? {} : { receivedAt }), ...(utcOffset === undefined ? {} : { utcOffset }) };
}

/** Tells on standard error why a record was refused, or what it is warned of, one line per issue. */
export function reportIssues(input: string, line: number, issues: Issues): void {
  process.stderr.write(issuesText(input, line, issues));
}

/** Why a record was refused, or what it is warned of, one line per issue, each with its line end. */
export function issuesText(input: string, line: number, issues: Issues): string {
  return issues
    .map((issue) => {
      const place = "line" in issue ? "" : `line ${line}: `;
      const warning = issue.severity === "warning" ? "warning: " : "";
      return `${escapeControls(`${input}: ${warning}${place}${formatIssue(issue)}`)}\n`;
    })
    .join("");
}
