import type { Matrix, MatrixColumn } from "../training/scorecard/to-matrix.js";

/** One column of a matrix as CSV. No indicator has an underscore in its name, so that these never meet those of the rows. */
export interface CsvColumn {
  readonly name: string;
  readonly kind: "code" | "number" | "integer" | "boolean";
}

/** How a CSV is to be read so that no code is lost: read by a program that guesses types, `07` becomes 7 and Namibia's `NA` nothing. */
export interface MatrixSchema {
  readonly schema: "consignment-risk/matrix@1";
  readonly rows: number;
  readonly columns: readonly CsvColumn[];
  /** Keyword arguments of `pandas.read_csv`. */
  readonly pandas: {
    readonly dtype: Readonly<Record<string, "string" | "float64" | "int64" | "boolean">>;
    readonly keep_default_na: false;
    readonly na_values: readonly [""];
    readonly float_precision: "round_trip";
  };
  /** A query for DuckDB that reads the file from its own folder. */
  readonly duckdb: string;
}

const PANDAS = { code: "string", number: "float64", integer: "int64", boolean: "boolean" } as const;
const DUCKDB = { code: "VARCHAR", number: "DOUBLE", integer: "INTEGER", boolean: "BOOLEAN" } as const;

const ROW_COLUMNS: readonly CsvColumn[] = [
  { name: "declaration_id", kind: "code" },
  { name: "line_number", kind: "integer" },
  { name: "registered_at", kind: "code" },
  { name: "has_finding", kind: "boolean" },
];

/**
 * A matrix as lines of CSV (RFC 4180) with a header: every code in quotes, numbers and truth values without, nothing where a value
 * is missing. A code can hold a line end; then its line does.
 */
export function* matrixCsv({ rows, columns }: Matrix): Generator<string> {
  yield [...ROW_COLUMNS, ...columns].map(({ name }) => name).join(",");
  for (const [at, { declaration, line, registeredAt, finding }] of rows.entries()) {
    yield [quoted(declaration), line, quoted(registeredAt), finding ?? "", ...columns.map((column) => cell(column, at))].join(",");
  }
}

/** How the CSV of a matrix is to be read, given the name of its file. */
export function matrixSchema({ rows, columns }: Matrix, fileName: string): MatrixSchema {
  const all: readonly CsvColumn[] = [...ROW_COLUMNS, ...columns.map(({ name, kind }) => ({ name, kind }))];
  const types = all.map(({ name, kind }) => `'${name}': '${DUCKDB[kind]}'`).join(", ");
  return {
    schema: "consignment-risk/matrix@1",
    rows: rows.length,
    columns: all,
    pandas: {
      dtype: Object.fromEntries(all.map(({ name, kind }) => [name, PANDAS[kind]])),
      keep_default_na: false,
      na_values: [""],
      float_precision: "round_trip",
    },
    duckdb: `SELECT * FROM read_csv('${fileName.replaceAll("'", "''")}', header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})`,
  };
}

function cell(column: MatrixColumn, at: number): string {
  if (column.kind === "number") {
    const value = column.values[at];
    return value === undefined || Number.isNaN(value) ? "" : String(value);
  }
  if (column.kind === "boolean") return String(column.values[at] ?? "");
  const code = column.values[at];
  return code === undefined ? "" : quoted(code);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
