import { expectation } from "../../core/expectation.js";
import { startOfDayAfter } from "../../core/instant.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { failure, type Issues, type Result, success } from "../../core/result.js";
import type { HistoryOutcome } from "../../history/event.js";
import { type Declaration, MAX_ITEMS } from "../../model/declaration.js";
import { parseDeclaration } from "../../model/parse.js";
import { type CsvRow, readCsvRows } from "../read-csv-rows.js";
import type { Chunks } from "../read-lines.js";
import { alreadyRead, type FoundRecord, type RowResult, readAll } from "../row-result.js";
import { buildInput, type MappingPlan, planMapping } from "./build-input.js";
import { fieldCount, groupRows, type Row } from "./group-rows.js";
import type { CsvMapping } from "./mapping.js";

/** A declaration of a table, and whether its inspection found something where the table says so. */
export interface CsvDeclaration {
  readonly declaration: Declaration;
  /** What an inspection found, where the table says so; never an input of a score. */
  readonly outcome?: HistoryOutcome;
}

/**
 * Declarations of a CSV table, pulled one by one. A bad row costs its declaration alone: it comes back as it was, with its
 * line and the reasons. If the header line does not fit the mapping, that is the only result.
 */
export function readCsvDeclarations(chunks: Chunks, mapping: CsvMapping): AsyncGenerator<RowResult<CsvDeclaration>> {
  return readAll(findCsvDeclarations(chunks, mapping));
}

/** The declarations that {@link readCsvDeclarations} gives, each read when it is asked for. */
export async function* findCsvDeclarations(chunks: Chunks, mapping: CsvMapping): AsyncGenerator<FoundRecord<CsvDeclaration>> {
  const rows = readCsvRows(chunks, mapping.delimiter);
  try {
    const header = await rows.next();
    if (header.done === true) yield emptyFile;
    else if (!header.value.ok) yield alreadyRead(header.value);
    else yield* readBody(header.value.line, header.value.value, rows, mapping);
  } finally {
    // a caller that stops early, or a header that does not fit, lets go of the source
    await rows.return(undefined);
  }
}

function emptyFile(): RowResult<CsvDeclaration> {
  const issue = createIssue("row.invalid", { ...expectation([], "a header line", "an empty file", "write the column names on the first line"), line: 1 });
  return { ok: false, line: 1, raw: "", issues: [issue] };
}

async function* readBody(
  headerLine: number,
  { fields, raw }: CsvRow,
  rows: AsyncGenerator<RowResult<CsvRow>>,
  mapping: CsvMapping,
): AsyncGenerator<FoundRecord<CsvDeclaration>> {
  const plan = planMapping(mapping, fields);
  if (!plan.ok) {
    yield alreadyRead({ ok: false, line: headerLine, raw, issues: plan.issues });
    return;
  }
  const read = (group: readonly Row[]): RowResult<CsvDeclaration> => readGroup(group, plan.value, mapping);
  if (mapping.rows === "declaration") {
    for await (const row of rows) yield row.ok ? () => read([{ line: row.line, ...row.value }]) : alreadyRead(row);
  } else yield* groupRows(rows, { ...plan.value, delimiter: mapping.delimiter, tooMany: MAX_ITEMS }, read);
}

function readGroup(group: readonly Row[], plan: MappingPlan, mapping: CsvMapping): RowResult<CsvDeclaration> {
  const [first] = group as readonly [Row, ...Row[]];
  const result = readDeclaration(group, plan, mapping);
  return result.ok
    ? { ok: true, line: first.line, value: result.value }
    : { ok: false, line: first.line, raw: group.map((row) => row.raw).join("\n"), issues: result.issues };
}

function readDeclaration(group: readonly Row[], plan: MappingPlan, mapping: CsvMapping): Result<CsvDeclaration> {
  const issues: Issue[] = [];
  for (const row of group) if (row.fields.length !== plan.width) issues.push(fieldCount(row, plan.width));
  const [first] = group;
  if (issues.length > 0 || first === undefined) return fail(issues);
  const header = buildInput(plan.header, first.fields, plan.cell, issues);
  const items = group.map(
    (row, index): Readonly<Record<string, unknown>> => ({ lineNumber: index + 1, ...buildInput(plan.item, row.fields, plan.cell, issues) }),
  );
  const finding = readFinding(group, plan, issues);
  if (issues.length > 0) return fail(issues);
  const parsed = parseDeclaration({ parties: {}, transport: {}, documents: [], ...header, items }, { extensions: mapping.extensions });
  if (!parsed.ok) return parsed;
  const declaration = parsed.value;
  const { finding: source } = mapping;
  if (finding === undefined || source === undefined) return success({ declaration });
  return success({
    declaration,
    outcome: { declarationId: declaration.id, finding, knownAt: startOfDayAfter(declaration.registeredAt, source.knownAfterDays) },
  });
}

/** Whether any row of the group has a finding; `undefined` where the table does not say. */
function readFinding(group: readonly Row[], plan: MappingPlan, issues: Issue[]): boolean | undefined {
  const { findingColumn } = plan;
  if (findingColumn === undefined) return undefined;
  const cells = group.map((row) => row.fields[findingColumn] ?? "").filter((cell) => cell !== "");
  for (const cell of cells) {
    if (cell !== "0" && cell !== "1")
      issues.push(createIssue("value.invalid", expectation(["finding"], "`0` or `1`", cell, "mend the cell, or leave it empty")));
  }
  return cells.length === 0 ? undefined : cells.includes("1");
}

function fail(issues: readonly Issue[]): { readonly ok: false; readonly issues: Issues } {
  const [first, ...rest] = issues;
  // a literal: an item table can have more issues than a call can have arguments
  return first === undefined
    ? failure(createIssue("row.invalid", { ...expectation([], "a row", undefined, "add one"), line: 0 }))
    : { ok: false, issues: [first, ...rest] };
}
