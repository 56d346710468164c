import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue, type PathStep, quote } from "../../core/issue.js";
import { own } from "../../core/own.js";
import { failure, type Result, settle, success } from "../../core/result.js";
import type { ExtensionDefinition, ExtensionFieldType } from "../../model/extensions.js";
import { type FieldKind, HEADER_FIELDS, ITEM_FIELDS } from "./field-kinds.js";
import type { CsvMapping, FieldSource } from "./mapping.js";
import { readCell } from "./read-cell.js";

/** A field of the model with where it comes from, its column already found. */
export interface PlannedField {
  readonly path: readonly string[];
  readonly kind: FieldKind;
  readonly source: FieldSource;
  /** The index of its column; -1 for a constant. */
  readonly column: number;
}

/** A mapping fitted to a header line. */
export interface MappingPlan {
  readonly header: readonly PlannedField[];
  readonly item: readonly PlannedField[];
  readonly width: number;
  readonly idColumn: number;
  readonly findingColumn?: number;
  readonly cell: (row: readonly string[], column: string) => string;
}

/** The most columns of a table. */
const MAX_COLUMNS = 2_000;

/** Fits a mapping to the columns of a table: every column is used or ignored, every field exists, every column is there. */
export function planMapping(mapping: CsvMapping, columns: readonly string[]): Result<MappingPlan> {
  if (columns.length > MAX_COLUMNS) {
    return failure(
      createIssue("value.tooLarge", {
        ...expectation(["columns"], `at most ${MAX_COLUMNS} columns`, columns.length, "check the delimiter, or leave columns out"),
        limit: MAX_COLUMNS,
      }),
    );
  }
  const issues: Issue[] = [];
  const indexOf = new Map<string, number>();
  for (const [index, column] of columns.entries()) {
    if (indexOf.has(column))
      issues.push(createIssue("value.duplicate", { ...expectation(["columns", index], "each column once", column, "rename one of the two"), key: column }));
    indexOf.set(column, index);
  }
  const used = new Set(mapping.ignore);
  const find = (column: string, path: readonly PathStep[]): number => {
    used.add(column);
    const index = indexOf.get(column);
    if (index === undefined)
      issues.push(createIssue("value.invalid", expectation(path, "a column of the table", column, `the table has ${columns.map(quote).join(", ")}`)));
    return index ?? -1;
  };
  const planFields = (part: "header" | "item"): readonly PlannedField[] =>
    Object.entries(mapping[part]).flatMap(([field, source]): PlannedField[] => {
      const path = [part, field];
      const kind = kindOf(field, part, mapping.extensions);
      if (kind === undefined) {
        issues.push(
          createIssue("value.unknownKey", {
            ...expectation(path, "a field that a mapping can fill", field, "mend its spelling; the documentation lists the fields"),
            key: field,
          }),
        );
        return [];
      }
      issues.push(...lintSource(source, kind, path));
      if ("currencyColumn" in source && source.currencyColumn !== undefined) find(source.currencyColumn, [...path, "currencyColumn"]);
      return [{ path: field.split("."), kind, source, column: "constant" in source ? -1 : find(source.column, [...path, "column"]) }];
    });
  const header = planFields("header");
  const item = planFields("item");
  const findingColumn = mapping.finding !== undefined && indexOf.has(mapping.finding.column) ? find(mapping.finding.column, ["finding"]) : undefined;
  const unused = columns.filter((column) => !used.has(column));
  for (const column of unused) {
    issues.push(
      createIssue("value.unknownKey", {
        ...expectation(["columns"], "a column that the mapping uses or ignores", column, "map it, or name it under `ignore`"),
        key: column,
      }),
    );
  }
  const idColumn = header.find((field) => field.path.join(".") === "id")?.column ?? -1;
  if (idColumn === -1) issues.push(createIssue("value.invalid", expectation(["header", "id"], "a column for the declaration's id", undefined, "map the id")));
  const cell = (row: readonly string[], column: string): string => row[indexOf.get(column) ?? -1] ?? "";
  return settle(issues, () => ({ header, item, width: columns.length, idColumn, cell, ...(findingColumn === undefined ? {} : { findingColumn }) }));
}

function kindOf(field: string, part: "header" | "item", extensions: readonly ExtensionDefinition[]): FieldKind | undefined {
  const match = /^extensions\.([^.]+)\.([^.]+)$/.exec(field);
  if (match === null) return (part === "header" ? HEADER_FIELDS : ITEM_FIELDS).get(field);
  const definition = extensions.find((candidate) => candidate.namespace === match[1]);
  const type = definition === undefined ? undefined : own(definition[part], match[2] ?? "");
  return type === undefined ? undefined : EXTENSION_KINDS[type];
}

const EXTENSION_KINDS: { readonly [T in ExtensionFieldType]: FieldKind } = {
  text: "text",
  code: "text",
  number: "number",
  boolean: "boolean",
  date: "text",
  instant: "instant",
};

/** A code needs its scheme, money its currency, and an option must mean something for its field: nothing is guessed, nothing ignored. */
function lintSource(source: FieldSource, kind: FieldKind, path: readonly PathStep[]): readonly Issue[] {
  return [...lintNeeds(source, kind, path), ...lintOptions(source, kind, path)];
}

/** The kinds of field that each option means something for; masses and rates take different units. */
const OPTION_KINDS: Readonly<Record<string, readonly FieldKind[]>> = {
  scheme: ["code"],
  currency: ["money"],
  currencyColumn: ["money"],
  decimals: ["number", "mass", "rate", "integer", "money"],
  dateAt: ["instant"],
};
const UNITS: Readonly<Partial<Record<FieldKind, readonly string[]>>> = { mass: ["kg", "g", "t"], rate: ["percent", "fraction"] };

function lintOptions(source: FieldSource, kind: FieldKind, path: readonly PathStep[]): readonly Issue[] {
  const refuse = (option: string, received: unknown, expected: string): Issue =>
    createIssue("value.invalid", expectation([...path, option], expected, received, "remove it, or map another field"));
  const idle = Object.entries(source).flatMap(([option, value]) => {
    const kinds = own(OPTION_KINDS, option);
    return kinds === undefined || kinds.includes(kind) ? [] : [refuse(option, value, `no ${option} for a field of kind ${kind}`)];
  });
  const unit = "unit" in source ? source.unit : undefined;
  const units = UNITS[kind] ?? [];
  if (unit === undefined || units.includes(unit)) return idle;
  return [...idle, refuse("unit", unit, units.length === 0 ? `no unit for a field of kind ${kind}` : `one of ${units.join(", ")}`)];
}

function lintNeeds(source: FieldSource, kind: FieldKind, path: readonly PathStep[]): readonly Issue[] {
  if (kind === "code" && source.scheme === undefined) {
    return [createIssue("value.invalid", expectation([...path, "scheme"], "the scheme of the codes", undefined, "state the scheme, such as vnaccs-procedure"))];
  }
  if (kind === "money" && (!("column" in source) || (source.currency === undefined && source.currencyColumn === undefined))) {
    return [
      createIssue(
        "money.currency",
        expectation([...path, "currency"], "a column with `currency` or `currencyColumn`", undefined, "state the currency of the amounts"),
      ),
    ];
  }
  return [];
}

/** Builds the input of the model's parser from one row; what cannot be read becomes an issue. */
export function buildInput(
  fields: readonly PlannedField[],
  row: readonly string[],
  cell: (row: readonly string[], column: string) => string,
  issues: Issue[],
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const result = readSource(field, row, cell);
    if (!result.ok) issues.push(...result.issues);
    else if (result.value !== undefined) place(input, field.path, result.value);
  }
  return input;
}

function readSource(field: PlannedField, row: readonly string[], cell: (row: readonly string[], column: string) => string): Result<unknown> {
  const { source } = field;
  if ("constant" in source) return success(field.kind === "code" ? { scheme: source.scheme, code: source.constant } : source.constant);
  return readCell(row[field.column] ?? "", field.kind, source, (column) => cell(row, column));
}

/** Puts a value at a field's path; documents are lists of kind or level and number. */
function place(input: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = "", second, third] = path;
  if (first === "documents") append(input, "documents", { kind: second, number: value });
  else if (first === "transport" && second === "documents") append(child(input, "transport"), "documents", { level: third, number: value });
  else {
    const parents = path.slice(0, -1);
    parents.reduce(child, input)[path.at(-1) ?? ""] = value;
  }
}

function child(parent: Record<string, unknown>, key: string): Record<string, unknown> {
  const existing = parent[key];
  if (typeof existing === "object" && existing !== null) return existing as Record<string, unknown>;
  const created: Record<string, unknown> = {};
  parent[key] = created;
  return created;
}

function append(parent: Record<string, unknown>, key: string, entry: unknown): void {
  const list = parent[key];
  if (Array.isArray(list)) list.push(entry);
  else parent[key] = [entry];
}
