import type { Catalogue } from "../../indicators/define-catalogue.js";
import type { Level } from "../../indicators/indicator.js";
import { duckdb } from "../../sql/dialects/duckdb.js";
import { type FactColumn, factColumns } from "../../sql/fact-columns.js";
import { type FactsFormat, type FactsManifest, factsPaths } from "../facts-folder/facts-folder.js";
import { CommandFailure } from "../failure.js";

/** The names of the views over a folder's tables of facts. */
export const VIEWS = { header: "facts_header", items: "facts_items" } as const;

/** The statements that make views over the tables of facts of a folder. */
export function createViews(folder: string, { format, indicators }: FactsManifest, catalogue: Catalogue): readonly string[] {
  const paths = factsPaths(folder, format);
  const only = new Set(indicators);
  const view = (level: Level, name: string, path: string): string => {
    const columns = factColumns(catalogue, level, only);
    return `CREATE VIEW ${name} AS SELECT ${columns.map((column) => selected(column, format)).join(", ")} FROM ${tableOf(path, format, columns)}`;
  };
  return [view("header", VIEWS.header, paths.header), view("item", VIEWS.items, paths.items)];
}

/** A file of facts as a table for a query. */
export function tableOf(path: string, format: FactsFormat, columns: readonly FactColumn[]): string {
  if (/[*?[\]]/.test(path)) throw new CommandFailure(`${path}: DuckDB would take *, ?, [ or ] in the path for a pattern; move the folder`, 1);
  const file = duckdb.quoteText(path);
  if (format === "parquet") return `read_parquet(${file})`;
  const types = columns.map(
    ({ name, type }) => `${duckdb.quoteText(name)}: ${duckdb.quoteText(format === "csv" && type === "texts" ? "VARCHAR" : duckdb.types[type])}`,
  );
  if (format === "jsonl") return `read_json(${file}, format = 'newline_delimited', maximum_object_size = 268435456, columns = {${types.join(", ")}})`;
  return `read_csv(${file}, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 268435456, auto_detect = false, columns = {${types.join(", ")}})`;
}

function selected({ name, type }: FactColumn, format: FactsFormat): string {
  const column = duckdb.quoteName(name);
  return format === "csv" && type === "texts" ? `CAST(CAST(${column} AS JSON) AS VARCHAR[]) AS ${column}` : column;
}
